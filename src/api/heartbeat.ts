import { SECOND_MS } from '../domain/time'
export const HEARTBEAT_EVERY_MS = 30 * SECOND_MS
