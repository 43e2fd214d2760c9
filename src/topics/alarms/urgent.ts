import { photoUrl } from '../../api/alarm-writes'
import { isUnacknowledged } from '../../domain/alarm'
import { ESCALATION } from '../../domain/alarm-escalation'
import type { LngLat } from '../../domain/geo'
import { areaPhrase } from '../../ui/area-names'
import type { Scene, Urgent } from '../topic'
import { type AlarmData, alarmId } from './data'
import { firstPriorityAt } from './grouping'
import { GUIDANCE_BRIEF } from './guidance-brief'
import { WORDS } from './messages'
import { unansweredP1 } from './standing'
import { placePhrase, statePhrase, titlePhrase } from './words-of'

/** A ring round a place whose sign stands elsewhere in a number would ring plain ground. */
export function flashing(
  { standing }: AlarmData,
  scene: Pick<Scene, 'zoom' | 'leadId'>,
): readonly LngLat[] {
  return firstPriorityAt(standing.queue, { ...scene, selectedId: null }).flatMap(
    ({ lead, members }) =>
      members.length === 1 && isUnacknowledged(lead) && lead.position ? [lead.position] : [],
  )
}

/** What the hall must see: every alarm of the first priority that nobody has answered, the oldest first. */
export function urgent(data: AlarmData): readonly Urgent[] {
  return unansweredP1(data.standing).map((one) => ({
    topic: 'alarms',
    id: alarmId(one),
    occurrence: one.id,
    key: `${one.id} ${one.escalation}`,
    title: titlePhrase(one),
    place: placePhrase(one),
    area: one.areaCode ? areaPhrase(data.areas, one.areaCode) : { zh: '', en: '' },
    state: one.kind === 'fire' && !one.verification ? WORDS.toVerify : statePhrase(one),
    since: one.raisedAt,
    dueMs: ESCALATION[one.priority][one.escalation + 1]?.afterMs ?? null,
    position: one.position,
    areaCode: one.areaCode,
    photo: one.placePhoto === null ? null : photoUrl(one.placePhoto),
    guidance: GUIDANCE_BRIEF[one.kind] ?? GUIDANCE_BRIEF.unknown,
  }))
}
