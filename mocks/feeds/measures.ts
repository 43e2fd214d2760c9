import { FEED_IDS } from '../../src/api/feeds'
import { DAY_MS, type EpochMs, HOUR_MS } from '../../src/domain/time'
import { dayNumber, dayStart, iso, springFestivalOffset } from '../calendar'
import { COLD_WAVE, PATROL_PLAN } from '../happenings'
import { KINDS } from '../incident-kinds'
import type { Ground, Records, WireOf } from './feed'
import { RECORD_DAYS } from './incidents'

type Card = WireOf<'measures'>
type Mark = Card['marks'][number]

/** Upper ends of the classes that times to arrive are counted in, minutes; the last is open. */
export const MINUTE_PARTS = ['2', '4', '5', '6', '8', '10', '12', '15', '20', '30', '60', 'more']
export const LADDER_PARTS = ['80', '90', '100']

/** Where a source of the simulated world fails, and how; days from the world's start. */
export const TROUBLES = {
  /** Anshun's calls did not arrive. */
  gap: { areaCode: '520400', fromDay: -9, days: 2 },
  /** Qianxinan booked calls in late: its published figures were lower. */
  revision: { areaCode: '522300', fromDay: -6, days: 2, revisedDay: -3, missing: 0.35 },
  /** From then on Bijie counts mediation by telephone among its disputes. */
  definition: { areaCode: '520500', fromDay: -150, part: 'dispute', more: 0.6 },
  /** Liupanshui booked a correction as a negative count. */
  negative: { areaCode: '520200', intoDay: -12, count: -4 },
} as const

interface Draft {
  readonly measure: Card['measure']
  readonly levels: Card['levels']
  readonly parts?: readonly string[]
  readonly source: readonly [zh: string, en: string]
  readonly marks?: readonly string[]
}

const CALLS = ['110 接处警系统（模拟）', '110 call handling (simulated)'] as const
const BOTH = [
  '110 接处警；移动警务定位（模拟）',
  '110 call handling; positions of units (simulated)',
] as const
const SENSORS = ['消防物联网平台（模拟）', 'Fire sensor platform (simulated)'] as const
const DUTY = ['勤务考核平台（模拟）', 'Patrol duty platform (simulated)'] as const
const TICKETS = [
  '各景区票务与闸机（模拟，承载量虚构）',
  'Tickets and gates (simulated, capacities fictitious)',
] as const
const ALL = ['province', 'prefecture', 'county'] as const
const TWO = ['province', 'prefecture'] as const

const DRAFTS: readonly Draft[] = [
  {
    measure: 'incidents',
    levels: ALL as never,
    parts: KINDS.map(({ category }) => category),
    source: CALLS,
  },
  { measure: 'response', levels: ALL as never, source: BOTH },
  { measure: 'response-time', levels: ALL as never, parts: MINUTE_PARTS, source: BOTH },
  { measure: 'fire-confirmed', levels: TWO as never, source: SENSORS },
  { measure: 'village-fires', levels: TWO as never, source: CALLS },
  { measure: 'false-alarms', levels: TWO as never, source: SENSORS },
  { measure: 'fire-readiness', levels: TWO as never, source: SENSORS },
  {
    measure: 'inspections',
    levels: ALL as never,
    source: ['消防监督检查（模拟）', 'Fire inspections (simulated)'],
  },
  {
    measure: 'hazards',
    levels: ALL as never,
    source: ['消防监督检查（模拟）', 'Fire inspections (simulated)'],
  },
  { measure: 'crowd-hours', levels: TWO as never, parts: LADDER_PARTS, source: TICKETS },
  { measure: 'crowd-peaks', levels: TWO as never, source: TICKETS },
  { measure: 'dose', levels: ALL as never, source: DUTY },
  { measure: 'coverage', levels: ALL as never, source: DUTY },
  {
    measure: 'alarm-load',
    levels: TWO as never,
    source: ['鼓楼告警服务（模拟）', 'Drumtower alarm service (simulated)'],
  },
  {
    measure: 'feed-completeness',
    levels: ['province'],
    parts: FEED_IDS,
    source: ['鼓楼数据源登记（模拟）', 'Drumtower register of sources (simulated)'],
  },
]

/** The catalogue of what review counts. It changes once a day, when a day is complete, and when figures are revised. */
export function measureSource(ground: Ground): Records<'measures'> {
  const kept = new Map<number, readonly Card[]>()
  return (at) => {
    const day = dayNumber(at)
    const known = kept.get(day)
    if (known) return known
    const cards = DRAFTS.map((draft) => cardOf(ground, draft, day))
    kept.set(day, cards)
    return cards
  }
}

function cardOf(ground: Ground, { measure, levels, parts = [], source }: Draft, day: number): Card {
  const startDay = dayNumber(ground.startAt)
  const dayAt = (into: number) => iso(dayStart(startDay + into))
  const { definition, revision } = TROUBLES
  const firstDay = startDay - RECORD_DAYS + 1
  const versions: Card['versions'] = [
    {
      version: 1,
      from: iso(dayStart(firstDay)),
      areaCode: null,
      isComparable: true,
      note: '首版',
      noteEn: 'First version',
    },
  ]
  if (measure === 'incidents')
    versions.push({
      version: 2,
      from: dayAt(definition.fromDay),
      areaCode: definition.areaCode,
      isComparable: false,
      note: '毕节自本日起将电话调解计入纠纷',
      noteEn: 'From this day Bijie counts mediation by telephone among disputes',
    })
  if (measure === 'false-alarms')
    versions.push({
      version: 2,
      from: dayAt(-200),
      areaCode: null,
      isComparable: true,
      note: '测试不再计入分母；此前按新口径重算',
      noteEn: 'Tests left the denominator; what came before was counted anew',
    })
  const isRevised = measure === 'incidents' && day - startDay >= revision.revisedDay
  return {
    id: measure,
    measure,
    levels: [...levels],
    parts: [...parts],
    from: iso(dayStart(firstDay)),
    cutOff: iso(dayStart(day)),
    lateMs: 7 * DAY_MS,
    source: source[0],
    sourceEn: source[1],
    versions,
    revisions: isRevised
      ? [
          {
            at: iso(dayStart(startDay + revision.revisedDay) + 9 * HOUR_MS),
            from: dayAt(revision.fromDay),
            to: dayAt(revision.fromDay + revision.days),
            areaCode: revision.areaCode,
            was: Math.round(24 * ground.scale * (1 - revision.missing)),
            now: Math.round(24 * ground.scale),
            note: '迟到记录补入',
            noteEn: 'Late records booked in',
          },
        ]
      : [],
    marks: marksOf(startDay, measure),
    observedAt: iso(dayStart(day)),
  }
}

function marksOf(startDay: number, measure: Card['measure']): Mark[] {
  const at = (into: number): string => iso(dayStart(startDay + into))
  const marks: Mark[] = []
  for (let day = startDay - RECORD_DAYS; day <= startDay; day++)
    if (springFestivalOffset(day) === 0)
      marks.push({
        id: `spring-festival-${day}`,
        from: iso(dayStart(day)),
        to: iso(dayStart(day + 7)),
        areaCode: null,
        kind: 'festival',
        label: '春节',
        labelEn: 'Spring Festival',
      })
  if (measure === 'incidents' || measure === 'response' || measure === 'response-time')
    marks.push({
      id: 'cold-wave',
      from: at(COLD_WAVE.fromDay),
      to: at(COLD_WAVE.fromDay + COLD_WAVE.days),
      areaCode: COLD_WAVE.prefecture,
      kind: 'weather',
      label: '寒潮',
      labelEn: 'Cold wave',
    })
  if (measure === 'incidents' || measure === 'dose' || measure === 'response')
    marks.push({
      id: 'patrol-plan',
      from: at(PATROL_PLAN.fromDay),
      to: null,
      areaCode: '520100',
      kind: 'plan',
      label: '新巡防方案',
      labelEn: 'New patrol plan',
    })
  return marks
}

/** True where the source has nothing to say of an area's calls on a day. */
export function isGap(areaCode: string, into: number): boolean {
  const { gap } = TROUBLES
  return (
    areaCode.slice(0, 4) === gap.areaCode.slice(0, 4) &&
    into >= gap.fromDay &&
    into < gap.fromDay + gap.days
  )
}

/** What of an area's calls of a day had arrived at a time, as a share. */
export function arrived(ground: Ground, areaCode: string, into: number, at: EpochMs): number {
  const { revision } = TROUBLES
  const isLate =
    areaCode.slice(0, 4) === revision.areaCode.slice(0, 4) &&
    into >= revision.fromDay &&
    into < revision.fromDay + revision.days
  const isBooked = dayNumber(at) - dayNumber(ground.startAt) >= revision.revisedDay
  return isLate && !isBooked ? 1 - revision.missing : 1
}
