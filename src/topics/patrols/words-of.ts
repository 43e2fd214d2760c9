import type { PlaceIdleness } from '../../domain/patrol-idleness'
import { UNIT_HEARTBEAT_MS } from '../../domain/patrol-motion'
import type { EpochMs } from '../../domain/time'
import { type AreaNames, areaPhrase } from '../../ui/area-names'
import { agePhrase, agoPhrase, formatAge, formatStamp, UNKNOWN } from '../../ui/clock'
import { formatCount } from '../../ui/numbers'
import type { Phrase } from '../../ui/words'
import type { Attention, Description } from '../topic'
import { urgencyOfRule } from '../topic'
import { isCurrent, type PatrolData, placeId, placePosition, type UnitNow, unitId } from './data'
import { KIND, LEVEL, MOTION, STATUS, WORDS } from './messages'

const both = (text: string): Phrase => ({ zh: text, en: text })

export function idlePhrase({ idleMs, isAtLeast, isVisited }: PlaceIdleness): Phrase {
  if (isVisited) return WORDS.visited
  const age = agePhrase(idleMs)
  return isAtLeast ? { zh: `至少 ${age.zh}`, en: `at least ${age.en}` } : age
}

const SILENT = urgencyOfRule('unit-silent')
const OVERDUE = urgencyOfRule('place-overdue')

export function placeName({ place }: PlaceIdleness): Phrase {
  return { zh: place.name, en: place.nameEn ?? place.name }
}

export function describe(data: PatrolData, id: string): Description | null {
  const unit = data.units?.find((one) => unitId(one) === id)
  if (unit) return describeUnit(unit, data)
  const place = data.places?.find((one) => placeId(one) === id)
  return place ? describePlace(place, data.areas) : null
}

function describeUnit({ unit, motion }: UnitNow, { now, areas, jobs }: PatrolData): Description {
  const job = jobs.get(unit.id)
  const area = areaPhrase(areas, unit.areaCode)
  return {
    title: both(unit.callSign),
    subtitle: {
      zh: `${KIND[unit.kind].zh} · ${area.zh}`,
      en: `${KIND[unit.kind].en} · ${area.en}`,
    },
    state: MOTION[motion],
    urgency: motion === 'silent' ? SILENT : null,
    facts: [
      { label: WORDS.status, value: STATUS[unit.status] },
      ...(job
        ? [
            {
              label: WORDS.job,
              value: { zh: job.target.place, en: job.target.placeEn ?? job.target.place },
              note: both(formatStamp(job.decidedAt)),
            },
          ]
        : []),
      { label: WORDS.speed, value: unit.speedKmh === null ? UNKNOWN : formatCount(unit.speedKmh) },
      {
        label: WORDS.heading,
        value: unit.headingDeg === null ? UNKNOWN : `${Math.round(unit.headingDeg)}°`,
      },
      {
        label: WORDS.observed,
        value: formatStamp(unit.observedAt),
        note:
          unit.observedAt > now + UNIT_HEARTBEAT_MS
            ? WORDS.clockAhead
            : agoPhrase(now - unit.observedAt),
        urgency: motion === 'silent' ? SILENT : null,
      },
    ],
    position: unit.position,
    observedAt: unit.observedAt,
  }
}

function describePlace(one: PlaceIdleness, areas: AreaNames): Description {
  const { place, level, everyMs, ratio, lastVisitAt } = one
  const area = areaPhrase(areas, place.areaCode)
  return {
    title: placeName(one),
    subtitle: {
      zh: `${WORDS.place.zh} · ${area.zh}`,
      en: `${WORDS.place.en} · ${area.en}`,
    },
    state: LEVEL[level],
    urgency: level === 'long-overdue' ? OVERDUE : null,
    facts: [
      {
        label: WORDS.idle,
        value: idlePhrase(one),
        ...(one.isAtLeast && !one.isVisited && { note: WORDS.noVisit }),
        urgency: level === 'long-overdue' ? OVERDUE : null,
      },
      {
        label: WORDS.interval,
        value: agePhrase(everyMs),
        ...(everyMs === null && { note: LEVEL.idle }),
      },
      {
        label: WORDS.ratio,
        value: ratio === null ? UNKNOWN : `${one.isAtLeast ? '≥ ' : ''}${formatCount(ratio * 100)}`,
        ...(ratio !== null && {
          note: both(`${formatAge(one.idleMs, 'en')} / ${formatAge(everyMs, 'en')}`),
        }),
      },
      { label: WORDS.lastVisit, value: formatStamp(lastVisitAt) },
      { label: WORDS.dose, value: agePhrase(place.plannedDoseMin * 60_000) },
    ],
    position: placePosition(one),
    observedAt: place.observedAt,
  }
}

/**
 * Places idle for over twice their interval, and units that fell silent, the worst first; both ask for a look, neither
 * is an alarm. While the feed of units is stale itself, silence is the feed's and not the units'.
 */
export function attention(data: PatrolData): readonly Attention[] {
  const overdue = (data.places ?? [])
    .filter(({ level }) => level === 'long-overdue')
    .toSorted((a, b) => (b.ratio ?? 0) - (a.ratio ?? 0))
  const silent = (isCurrent(data.unitsQuality) ? (data.units ?? []) : [])
    .filter(({ motion }) => motion === 'silent')
    .toSorted((a, b) => a.unit.observedAt - b.unit.observedAt)
  return [...overdue.map((one) => overduePlace(one, data.now)), ...silent.map(silentUnit)]
}

function overduePlace(one: PlaceIdleness, now: EpochMs): Attention {
  // The list itself tells the age; only a lower bound needs saying.
  const age = agePhrase(one.idleMs)
  const bound = (text: string) => (one.isAtLeast ? ` ≥ ${text}` : '')
  return {
    topic: 'patrols',
    id: placeId(one),
    urgency: OVERDUE,
    title: {
      zh: `${WORDS.overdue.zh}${bound(age.zh)}`,
      en: `${WORDS.overdue.en}${bound(age.en)}`,
    },
    place: placeName(one),
    state: {
      zh: `要求 ${formatAge(one.everyMs, 'zh')}`,
      en: `required ${formatAge(one.everyMs, 'en')}`,
    },
    since: now - one.idleMs,
  }
}

function silentUnit(one: UnitNow): Attention {
  return {
    topic: 'patrols',
    id: unitId(one),
    urgency: SILENT,
    title: {
      zh: `${WORDS.silentUnit.zh} ${one.unit.callSign}`,
      en: `${WORDS.silentUnit.en} ${one.unit.callSign}`,
    },
    place: KIND[one.unit.kind],
    state: STATUS[one.unit.status],
    since: one.unit.observedAt,
  }
}
