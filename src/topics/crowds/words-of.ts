import type { AreaState, ZoneState } from '../../domain/crowd-occupancy'
import { centreOf } from '../../domain/geo'
import { type AreaNames, areaPhrase } from '../../ui/area-names'
import { agePhrase, UNKNOWN } from '../../ui/clock'
import { formatCount, formatPercent, formatTenth } from '../../ui/numbers'
import type { Phrase } from '../../ui/words'
import type { Attention, Description, Fact } from '../topic'
import {
  areaId,
  areaOf,
  type CrowdData,
  DANGER_URGENCY,
  isCurrent,
  MANAGEMENT_URGENCY,
  type ZoneIn,
  zoneId,
  zonesOf,
} from './data'
import { DANGER, MANAGEMENT, WORDS } from './messages'

export function areaName({ area }: AreaState): Phrase {
  return { zh: area.name, en: area.nameEn ?? area.name }
}

export function zoneName({ zone }: ZoneState): Phrase {
  return { zh: zone.name, en: zone.nameEn ?? zone.name }
}

/** “16,263” or, while a gate is down, “16,263 (15,900–16,640)”. */
export function occupancyText({ occupancy, low, high }: AreaState): string {
  if (occupancy === null) return UNKNOWN
  return low === high
    ? formatCount(occupancy)
    : `${formatCount(occupancy)} (${formatCount(low)}–${formatCount(high)})`
}

export function minutesPhrase(minutes: number | null): Phrase {
  return agePhrase(minutes === null ? null : Math.ceil(minutes) * 60_000)
}

export function densityPhrase(perM2: number | null): Phrase {
  const density = formatTenth(perM2)
  return { zh: `${density} 人/m²`, en: `${density}/m²` }
}

/** “16,263 / 21,800（虚构）”: what a share is of, and whether that figure is approved. */
function countsPhrase({ occupancy, area }: AreaState): Phrase {
  const counts = `${formatCount(occupancy)} / ${formatCount(area.instantCapacity)}`
  return {
    zh: `${counts}${area.fictitious ? WORDS.fictitiousMark.zh : ''}`,
    en: `${counts}${area.fictitious ? WORDS.fictitiousMark.en : ''}`,
  }
}

function list(...phrases: readonly (Phrase | false | null)[]): Phrase {
  const said = phrases.filter((phrase) => phrase !== false && phrase !== null)
  return {
    zh: said.map(({ zh }) => zh).join('；'),
    en: said.map(({ en }) => en).join('; '),
  }
}

export function describe(data: CrowdData, id: string): Description | null {
  const one = areaOf(data, id)
  if (!one) return null
  if (areaId(one) === id) return describeArea(one, data.areaNames)
  const state = one.zones.find((zone) => zoneId(one.area, zone) === id)
  return state ? describeZone({ one, state }) : null
}

function describeArea(one: AreaState, areas: AreaNames): Description {
  const { area, level, worstDanger } = one
  const county = areaPhrase(areas, area.areaCode)
  const management = isCurrent(one) ? MANAGEMENT_URGENCY[level] : null
  const danger = isCurrent(one) && worstDanger ? DANGER_URGENCY[worstDanger] : null
  const lacksGate = one.quality !== 'lost' && one.gates.some(({ count }) => count === null)
  return {
    title: areaName(one),
    subtitle: {
      zh: `${county.zh} · ${WORDS.positionNote.zh} ${area.positionGrade}`,
      en: `${county.en} · ${WORDS.positionNote.en} ${area.positionGrade}`,
    },
    // Both ladders are named where both matter: the mark alone would not tell whose it is.
    state: list(
      MANAGEMENT[level],
      danger && worstDanger ? DANGER[worstDanger] : null,
      one.quality === 'stale' && WORDS.stale,
    ),
    urgency: danger && (!management || danger < management) ? danger : management,
    facts: [
      {
        label: WORDS.occupancy,
        value: occupancyText(one),
        note: list(
          {
            zh: `${WORDS.capacity.zh} ${formatCount(area.instantCapacity)}`,
            en: `of ${formatCount(area.instantCapacity)} at once`,
          },
          area.fictitious && WORDS.fictitious,
          one.isDrifted && WORDS.drifted,
          lacksGate && WORDS.gateMissing,
        ),
      },
      {
        label: WORDS.share,
        value: formatPercent(one.share),
        urgency: management,
        note: list(countsPhrase(one), WORDS.method),
      },
      { label: WORDS.to80, value: minutesPhrase(one.minutesTo80), note: WORDS.to80How },
      {
        label: WORDS.net,
        value: formatTenth(one.netPerMin),
        note: gatesCounting(one),
      },
      {
        label: WORDS.danger,
        value: worstDanger ? DANGER[worstDanger] : UNKNOWN,
        urgency: danger,
      },
      { label: WORDS.exit, value: minutesPhrase(one.exitMinutes), note: WORDS.exitHow },
    ],
    position: area.position,
    observedAt: one.observedAt ?? area.observedAt,
  }
}

function gatesCounting({ gates }: AreaState): Phrase {
  const counting = gates.filter(({ count }) => count?.downSince === null).length
  const counts = `${formatCount(counting)} / ${formatCount(gates.length)}`
  return { zh: `${WORDS.gatesCounting.zh} ${counts}`, en: `${WORDS.gatesCounting.en} ${counts}` }
}

function describeZone({ one, state }: ZoneIn): Description {
  const { zone, persons, perM2, danger } = state
  const urgency = danger && isCurrent(one) ? DANGER_URGENCY[danger] : null
  const facts: readonly Fact[] = [
    {
      label: WORDS.density,
      value: densityPhrase(perM2),
      urgency,
      note: {
        zh: `${formatCount(persons)} 人 / ${formatCount(zone.usableM2)} m²`,
        en: `${formatCount(persons)} persons / ${formatCount(zone.usableM2)} m²`,
      },
    },
    {
      label: WORDS.exit,
      value: minutesPhrase(state.exitMinutes),
      note: WORDS.exitAlone,
    },
    { label: WORDS.inArea, value: areaName(one), note: MANAGEMENT[one.level] },
  ]
  return {
    title: zoneName(state),
    subtitle: areaName(one),
    state: list(
      danger ? DANGER[danger] : WORDS.densityUnknown,
      one.quality === 'stale' && WORDS.stale,
    ),
    urgency,
    facts,
    position: zone.ring.length > 0 ? centreOf(zone.ring) : null,
    observedAt: one.observedAt ?? one.area.observedAt,
  }
}

/**
 * Both ladders, each on its own, the worst first: an area from 80 % of its capacity, a zone from 3 persons/m².
 * Nothing is said of counts that are stale or lost: nobody knows.
 */
export function attention(data: CrowdData): readonly Attention[] {
  const tight = zonesOf(data).toSorted((a, b) => (b.state.perM2 ?? 0) - (a.state.perM2 ?? 0))
  const full = (data.areas ?? []).toSorted((a, b) => (b.share ?? 0) - (a.share ?? 0))
  return [...tight.flatMap(dangerous), ...full.flatMap(managed)].sort((a, b) =>
    a.urgency.localeCompare(b.urgency),
  )
}

function managed(one: AreaState): Attention[] {
  const urgency = MANAGEMENT_URGENCY[one.level]
  if (!urgency || !isCurrent(one)) return []
  const share = formatPercent(one.share)
  return [
    {
      topic: 'crowds',
      id: areaId(one),
      urgency,
      title: { zh: `客流达承载量 ${share}`, en: `${share} of capacity` },
      place: areaName(one),
      state: countsPhrase(one),
      since: null,
    },
  ]
}

function dangerous({ one, state }: ZoneIn): Attention[] {
  const urgency = state.danger && DANGER_URGENCY[state.danger]
  if (!urgency || !isCurrent(one)) return []
  const density = densityPhrase(state.perM2)
  return [
    {
      topic: 'crowds',
      id: zoneId(one.area, state),
      urgency,
      title: { zh: `分区密度 ${density.zh}`, en: `Zone at ${density.en}` },
      place: {
        zh: `${areaName(one).zh} · ${zoneName(state).zh}`,
        en: `${areaName(one).en} · ${zoneName(state).en}`,
      },
      state: {
        zh: `${formatCount(state.persons)} 人 / ${formatCount(state.zone.usableM2)} m²`,
        en: `${formatCount(state.persons)} / ${formatCount(state.zone.usableM2)} m²`,
      },
      since: null,
    },
  ]
}
