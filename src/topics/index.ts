import { alarms } from './alarms'
import { crowds } from './crowds'
import { fire } from './fire'
import { incidents } from './incidents'
import { patrols } from './patrols'
import type { Topic } from './topic'

/**
 * The one registry: URL keys, switches, legends, tables, search, gallery and the conformance suite follow it.
 * Each topic keeps its own data type; the list forgets it, because nothing outside a topic may know it.
 */
export const TOPICS = [incidents, patrols, crowds, fire, alarms] as unknown as readonly Topic[]
