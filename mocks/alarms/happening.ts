import type { AlarmEvent } from '../../src/domain/alarm'
import type { EpochMs } from '../../src/domain/time'

/** The id of an occurrence: its alarm's and its number. */
export const occurrenceId = (alarm: string, occurrence: number) => `${alarm}~${occurrence}`

/** One line of what happened, as the history tells it. */
export interface Happening {
  readonly occurrence: string
  readonly alarm: string
  readonly ruleId: string
  readonly kind: string
  readonly priority: number
  readonly place: string
  readonly placeEn: string | null
  readonly areaCode: string
  readonly event: AlarmEvent['name'] | 'verify'
  readonly at: EpochMs
  readonly by: string | null
  readonly note: string | null
  readonly finding?: string | null
}
