import type { Incident } from '../../domain/incident'
import { findPast, type IncidentRow } from '../../domain/incident-set'
import { isOpen } from '../../domain/incident-tally'
import { type Wait, waitOf } from '../../domain/incident-target'
import { MINUTE_MS } from '../../domain/time'
import { type AreaNames, areaPhrase } from '../../ui/area-names'
import { agePhrase, agoPhrase, formatAge, formatStamp, UNKNOWN } from '../../ui/clock'
import type { Phrase } from '../../ui/words'
import type { Attention, Description, Fact } from '../topic'
import { CATEGORY } from './category-words'
import { type IncidentsData, overdueUrgency, waitingMs } from './data'
import { TOPIC } from './layer'
import { PRECISION, SEVERITY, STAGE, sourceWords } from './words'

const same = (text: string): Phrase => ({ zh: text, en: text })
const both = (a: Phrase, b: Phrase): Phrase => ({
  zh: `${a.zh} · ${b.zh}`,
  en: `${a.en} · ${b.en}`,
})

export function describe(data: IncidentsData, id: string): Description | null {
  const live = data.live.get(id)
  if (live) return describeLive(live, data)
  const found = data.bulk?.analysis?.parts?.describeFound(data, id)
  if (found) return found
  const past = data.set && findPast(data.set, id)
  return past ? describePast(past, data.areas) : null
}

/** Our word, and the source's own where it has one. */
export function titleOf({ label, category }: Incident): Phrase {
  return label ? both(CATEGORY[category], same(label)) : CATEGORY[category]
}

export function placeOf({ place, areaCode }: Incident, areas: AreaNames): Phrase {
  const area = areaPhrase(areas, areaCode)
  if (!place) return area
  // Most sources begin a place with its county.
  return {
    zh: place.startsWith(area.zh) ? place : `${area.zh} ${place}`,
    en: `${area.en} · ${place}`,
  }
}

function describeLive(incident: Incident, { asOf, quality, areas }: IncidentsData): Description {
  const { severity, stage, precision } = incident
  const now = asOf ?? incident.observedAt
  const facts: Fact[] = [
    stageFact({ zh: '发生', en: 'Occurred' }, incident.occurredAt, null),
    stageFact({ zh: '接报', en: 'Received' }, incident.receivedAt, null),
    stageFact({ zh: '派出', en: 'Dispatched' }, incident.dispatchedAt, incident.receivedAt),
    stageFact({ zh: '到场', en: 'Arrived' }, incident.arrivedAt, incident.receivedAt),
    stageFact({ zh: '结案', en: 'Closed' }, incident.closedAt, incident.receivedAt),
  ]
  if (isOpen(incident) && incident.arrivedAt === null)
    facts.push(waitingFact(waitOf(incident, now)))
  facts.push({
    label: { zh: '定位', en: 'Position' },
    value: incident.position
      ? `${incident.position[0].toFixed(4)}, ${incident.position[1].toFixed(4)}`
      : UNKNOWN,
    note: incident.position
      ? PRECISION[precision]
      : { zh: '来源未给出位置，不在图上。', en: 'The source gave no position: not on the map.' },
  })
  return {
    title: titleOf(incident),
    subtitle: both(placeOf(incident, areas), both(sourceWords(incident), same(incident.id))),
    state: both(SEVERITY[severity], STAGE[stage]),
    // As its alarm; a lost feed does not know.
    urgency: quality === 'lost' ? null : overdueUrgency(incident, now),
    facts,
    position: incident.position,
    observedAt: incident.observedAt,
  }
}

function stageFact(label: Phrase, at: number | null, since: number | null): Fact {
  const fact = { label, value: formatStamp(at) }
  if (at === null || since === null || at < since) return fact
  const took = at - since
  return {
    ...fact,
    note: {
      zh: `接报后 ${formatAge(took, 'zh')}`,
      en: `${formatAge(took, 'en')} after receiving`,
    },
  }
}

/** "Suburb target 10 min": which target it is, of the area that the incident lies in. */
export function targetPhrase({ area, targetMs }: Pick<Wait, 'area' | 'targetMs'>): Phrase {
  const minutes = targetMs / MINUTE_MS
  return area === 'town'
    ? { zh: `城区目标 ${minutes} 分钟`, en: `Town target ${minutes} min` }
    : { zh: `郊区目标 ${minutes} 分钟`, en: `Suburb target ${minutes} min` }
}

/** Whole minutes, begun ones left out. */
export function leftPhrase({ isOver, leftMs }: Pick<Wait, 'isOver' | 'leftMs'>): Phrase {
  const { zh, en } = agePhrase(Math.abs(leftMs))
  return isOver ? { zh: `已超 ${zh}`, en: `over by ${en}` } : { zh: `余 ${zh}`, en: `${en} left` }
}

function waitingFact(wait: Wait): Fact {
  const [target, left] = [targetPhrase(wait), leftPhrase(wait)]
  return {
    label: { zh: '等候到场', en: 'Waiting for arrival' },
    value: agePhrase(wait.waitedMs),
    note: { zh: `${target.zh}，${left.zh}`, en: `${target.en}, ${left.en}` },
  }
}

function describePast(row: IncidentRow, areas: AreaNames): Description {
  return {
    title: CATEGORY[row.category],
    subtitle: both(areaPhrase(areas, row.areaCode), sourceWords(row)),
    state: SEVERITY[row.severity],
    urgency: null,
    facts: [
      { label: { zh: '发生', en: 'Occurred' }, value: formatStamp(row.occurredAt) },
      {
        label: { zh: '定位', en: 'Position' },
        value: row.position
          ? `${row.position[0].toFixed(4)}, ${row.position[1].toFixed(4)}`
          : UNKNOWN,
        note: {
          zh: '历史记录：只存时间、位置、类别、等级、来源和区划。',
          en: 'From the history, which keeps time, position, kind, severity, source and area.',
        },
      },
    ],
    position: row.position,
    observedAt: row.occurredAt,
  }
}

/** What the rules would ring for: open and urgent, and nobody sent or nobody there in time. */
export function attention(data: IncidentsData): readonly Attention[] {
  const { asOf, open, quality, areas } = data
  if (asOf === null || quality === 'lost') return []
  return open.flatMap((incident): Attention[] => {
    const urgency = overdueUrgency(incident, asOf)
    const waiting = waitingMs(incident, asOf)
    if (!urgency || waiting === null) return []
    const isUnassigned = incident.dispatchedAt === null
    const ago = agoPhrase(waiting)
    return [
      {
        topic: TOPIC,
        id: incident.id,
        urgency,
        title: titleOf(incident),
        place: placeOf(incident, areas),
        state: isUnassigned
          ? { zh: `待派 · 接报 ${ago.zh}`, en: `Not dispatched · received ${ago.en}` }
          : unattended(waitOf(incident, asOf)),
        since: incident.receivedAt,
      },
    ]
  })
}

/** It rings later than any target is. */
function unattended(wait: Wait): Phrase {
  const [target, left] = [targetPhrase(wait), leftPhrase(wait)]
  return { zh: `未到场 · ${target.zh} · ${left.zh}`, en: `Not arrived · ${target.en} · ${left.en}` }
}
