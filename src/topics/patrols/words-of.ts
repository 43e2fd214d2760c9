import type { PlaceIdleness } from '../../domain/patrol-idleness'
import { agePhrase, agoPhrase, formatAge, formatClock, UNKNOWN } from '../../ui/clock'
import { formatCount } from '../../ui/numbers'
import type { Phrase } from '../../ui/words'
import type { Attention, Description } from '../topic'
import { type PatrolData, placeId, placePosition, type UnitNow, unitId } from './data'
import { KIND, LEVEL, MOTION, STATUS, WORDS } from './messages'

const both = (text: string): Phrase => ({ zh: text, en: text })

export function idlePhrase({ idleMs, isAtLeast, isVisited }: PlaceIdleness): Phrase {
  if (isVisited) return WORDS.visited
  const age = agePhrase(idleMs)
  return isAtLeast ? { zh: `至少 ${age.zh}`, en: `at least ${age.en}` } : age
}

export function placeName({ place }: PlaceIdleness): Phrase {
  return { zh: place.name, en: place.nameEn ?? place.name }
}

export function describe(data: PatrolData, id: string): Description | null {
  const unit = data.units?.find((one) => unitId(one) === id)
  if (unit) return describeUnit(unit, data.now)
  const place = data.places?.find((one) => placeId(one) === id)
  return place ? describePlace(place) : null
}

function describeUnit({ unit, motion }: UnitNow, now: number): Description {
  return {
    title: both(unit.callSign),
    subtitle: {
      zh: `${KIND[unit.kind].zh} · ${unit.areaCode}`,
      en: `${KIND[unit.kind].en} · ${unit.areaCode}`,
    },
    state: MOTION[motion],
    urgency: motion === 'silent' ? 'p3' : null,
    facts: [
      { label: WORDS.status, value: STATUS[unit.status] },
      { label: WORDS.speed, value: unit.speedKmh === null ? UNKNOWN : formatCount(unit.speedKmh) },
      {
        label: WORDS.heading,
        value: unit.headingDeg === null ? UNKNOWN : `${Math.round(unit.headingDeg)}°`,
      },
      {
        label: WORDS.observed,
        value: formatClock(unit.observedAt),
        note: agoPhrase(now - unit.observedAt),
        urgency: motion === 'silent' ? 'p3' : null,
      },
    ],
    position: unit.position,
    observedAt: unit.observedAt,
  }
}

function describePlace(one: PlaceIdleness): Description {
  const { place, level, everyMs, ratio, lastVisitAt } = one
  return {
    title: placeName(one),
    subtitle: {
      zh: `${WORDS.place.zh} · ${place.areaCode}`,
      en: `${WORDS.place.en} · ${place.areaCode}`,
    },
    state: LEVEL[level],
    urgency: level === 'long-overdue' ? 'p3' : null,
    facts: [
      {
        label: WORDS.idle,
        value: idlePhrase(one),
        ...(one.isAtLeast && !one.isVisited && { note: WORDS.noVisit }),
        urgency: level === 'long-overdue' ? 'p3' : null,
      },
      {
        label: WORDS.interval,
        value: agePhrase(everyMs),
        ...(everyMs === null && { note: LEVEL.idle }),
      },
      { label: WORDS.ratio, value: ratio === null ? UNKNOWN : formatCount(ratio * 100) },
      { label: WORDS.lastVisit, value: formatClock(lastVisitAt) },
      { label: WORDS.dose, value: agePhrase(place.plannedDoseMin * 60_000) },
    ],
    position: placePosition(one),
    observedAt: place.observedAt,
  }
}

/** Places idle for over twice their interval, and units that fell silent; both ask for a look, neither is an alarm. */
export function attention(data: PatrolData): readonly Attention[] {
  const places = (data.places ?? [])
    .filter(({ level }) => level === 'long-overdue')
    .map(
      (one): Attention => ({
        topic: 'patrols',
        id: placeId(one),
        urgency: 'p3',
        title: {
          zh: `${WORDS.overdue.zh} ${idlePhrase(one).zh}`,
          en: `${WORDS.overdue.en} ${idlePhrase(one).en}`,
        },
        place: placeName(one),
        state: {
          zh: `要求 ${formatAge(one.everyMs, 'zh')}`,
          en: `required ${formatAge(one.everyMs, 'en')}`,
        },
        since: data.now - one.idleMs,
      }),
    )
  const silent = (data.units ?? [])
    .filter(({ motion }) => motion === 'silent')
    .map(
      (one): Attention => ({
        topic: 'patrols',
        id: unitId(one),
        urgency: 'p3',
        title: {
          zh: `${WORDS.silentUnit.zh} ${one.unit.callSign}`,
          en: `${WORDS.silentUnit.en} ${one.unit.callSign}`,
        },
        place: KIND[one.unit.kind],
        state: STATUS[one.unit.status],
        since: one.unit.observedAt,
      }),
    )
  return [...places, ...silent]
}
