import type { AreaState, ZoneState } from '../../domain/crowd-occupancy'
import { agePhrase, UNKNOWN } from '../../ui/clock'
import { formatCount, formatPercent, formatTenth } from '../../ui/numbers'
import type { Phrase } from '../../ui/words'
import type { Attention, Description } from '../topic'
import { areaId, type CrowdData, DANGER_URGENCY, MANAGEMENT_URGENCY } from './data'
import { DANGER, MANAGEMENT, WORDS } from './messages'

export function areaName({ area }: AreaState): Phrase {
  return { zh: area.name, en: area.nameEn ?? area.name }
}

export function zoneName({ zone }: ZoneState): Phrase {
  return { zh: zone.name, en: zone.nameEn ?? zone.name }
}

/** “16,263” or, while a gate is down, “16,263（15,900–16,640）”. */
export function occupancyText({ occupancy, low, high }: AreaState): string {
  if (occupancy === null) return UNKNOWN
  return low === high
    ? formatCount(occupancy)
    : `${formatCount(occupancy)} (${formatCount(low)}–${formatCount(high)})`
}

export function minutesPhrase(minutes: number | null): Phrase {
  return agePhrase(minutes === null ? null : Math.ceil(minutes) * 60_000)
}

const join = (a: Phrase, b: Phrase): Phrase => ({ zh: `${a.zh}，${b.zh}`, en: `${a.en}, ${b.en}` })

export function describe(data: CrowdData, id: string): Description | null {
  const one = data.areas?.find((area) => areaId(area) === id)
  if (!one) return null
  const { area, level, worstDanger } = one
  const capacity = {
    zh: `瞬时承载量 ${formatCount(area.instantCapacity)}`,
    en: `of ${formatCount(area.instantCapacity)} at once`,
  }
  const management = MANAGEMENT_URGENCY[level]
  const danger = worstDanger && DANGER_URGENCY[worstDanger]
  return {
    title: areaName(one),
    subtitle: {
      zh: `${area.areaCode} · ${WORDS.positionNote.zh} ${area.positionGrade}`,
      en: `${area.areaCode} · ${WORDS.positionNote.en} ${area.positionGrade}`,
    },
    state: MANAGEMENT[level],
    urgency: danger && (!management || danger < management) ? danger : management,
    facts: [
      {
        label: WORDS.occupancy,
        value: occupancyText(one),
        note: one.isDrifted
          ? WORDS.drifted
          : area.fictitious
            ? join(capacity, WORDS.fictitious)
            : capacity,
      },
      {
        label: WORDS.share,
        value: formatPercent(one.share),
        urgency: management,
        note: WORDS.method,
      },
      { label: WORDS.to80, value: minutesPhrase(one.minutesTo80), note: WORDS.to80How },
      { label: WORDS.net, value: formatTenth(one.netPerMin) },
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

/** Both ladders, each on its own. Nothing is said of counts that are stale or lost: nobody knows. */
export function attention(data: CrowdData): readonly Attention[] {
  if (data.quality === 'stale' || data.quality === 'lost') return []
  return (data.areas ?? []).flatMap((one) => [...managed(one), ...dangerous(one)])
}

function managed(one: AreaState): Attention[] {
  const urgency = MANAGEMENT_URGENCY[one.level]
  if (!urgency || one.share === null) return []
  const share = `${formatCount(one.share * 100)} %`
  return [
    {
      topic: 'crowds',
      id: areaId(one),
      urgency,
      title: { zh: `客流达承载量 ${share}`, en: `Crowd at ${share} of capacity` },
      place: areaName(one),
      state: MANAGEMENT[one.level],
      since: one.observedAt ?? one.area.observedAt,
    },
  ]
}

function dangerous(one: AreaState): Attention[] {
  const tight = one.zones
    .filter(({ danger }) => danger && DANGER_URGENCY[danger])
    .toSorted((a, b) => (b.perM2 ?? 0) - (a.perM2 ?? 0))
  const [worst] = tight
  if (!worst?.danger) return []
  const urgency = DANGER_URGENCY[worst.danger]
  if (!urgency) return []
  const density = formatTenth(worst.perM2)
  return [
    {
      topic: 'crowds',
      id: areaId(one),
      urgency,
      title: { zh: `分区密度 ${density} 人/m²`, en: `Zone at ${density} persons/m²` },
      place: {
        zh: `${areaName(one).zh} · ${zoneName(worst).zh}`,
        en: `${areaName(one).en} · ${zoneName(worst).en}`,
      },
      state: DANGER[worst.danger],
      since: one.observedAt ?? one.area.observedAt,
    },
  ]
}
