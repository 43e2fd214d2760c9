import type { Topic } from './topic'
export const TOPICS = [] as unknown as readonly Topic[]
