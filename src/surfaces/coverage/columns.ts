import type { PlaceDose } from '../../domain/patrol-dose'
import { VISITS_HELD_MS } from '../../domain/patrol-idleness'
import type { PlaceClock, UnitOrder } from '../../domain/patrol-order'
import type { AreaCoverage } from '../../domain/patrol-shift'
import { HOUR_MS, MINUTE_MS } from '../../domain/time'
import { type AreaNames, areaPhrase } from '../../ui/area-names'
import { formatAge, UNKNOWN } from '../../ui/clock'
import type { DataColumn } from '../../ui/data-table'
import { formatCount, formatPercent, formatShare, formatTenth } from '../../ui/numbers'
import { type Lang, type Phrase, say } from '../../ui/words'
import { ORDER, STOP, WORDS } from './words'

const minutes = (ms: number, lang: Lang) =>
  `${formatCount(Math.round(ms / MINUTE_MS))} ${say(WORDS.minutes, lang)}`

/** What no visit on record has ended is longer than the record. */
const atLeast = (ms: number | null, isBound: boolean, lang: Lang) =>
  `${ms !== null && isBound ? '≥ ' : ''}${formatAge(ms, lang)}`

/** From twice on as a multiple: nobody reads 960 %. */
const MULTIPLE_FROM = 2
/** Of the stops that are due; before one is, there is nothing to be a share of. */
function shareOfDue({ verdict, due, deliveredMs, place }: PlaceDose): number | null {
  if (verdict === null || due === 0) return null
  return deliveredMs / (due * place.plannedDoseMin * MINUTE_MS)
}
function shareText(one: PlaceDose, lang: Lang) {
  const share = shareOfDue(one)
  if (share !== null)
    return share < MULTIPLE_FROM ? formatPercent(share) : `${formatTenth(share)} ×`
  if (one.verdict !== 'early') return UNKNOWN
  return say(one.plannedMs > one.plannedSoFarMs ? WORDS.early : WORDS.noneDue, lang)
}
const dueText = ({ verdict, due, place }: PlaceDose, lang: Lang) =>
  verdict === null ? UNKNOWN : `${due} × ${place.plannedDoseMin} ${say(WORDS.minutes, lang)}`

/** "1 / 2 / 0", and who is there still. */
const stopsText = ({ counts }: PlaceDose, lang: Lang) =>
  `${counts.short} / ${counts.dose} / ${counts.over}${
    counts['under-way'] > 0 ? ` · +${counts['under-way']} ${say(STOP['under-way'], lang)}` : ''
  }`

/** What is out of the plan, the worst first: nobody there too long, too little, too much, stops beyond the dose. */
export function marksOf({ isGapOver, verdict, isOftenOver, counts }: PlaceDose): readonly Phrase[] {
  const marks: Phrase[] = []
  if (isGapOver) marks.push(WORDS.gapOver)
  if (verdict === 'under') marks.push(WORDS.under)
  if (verdict === 'above') marks.push(WORDS.tooMuch)
  if (isOftenOver)
    marks.push({
      zh: `${WORDS.overDose.zh} ${counts.over}`,
      en: `${WORDS.overDose.en} ${counts.over}`,
    })
  return marks
}

export function areaColumns(areas: AreaNames): readonly DataColumn<AreaCoverage>[] {
  return [
    {
      id: 'area',
      header: WORDS.area,
      grow: 1.5,
      text: ({ areaCode }, lang) =>
        areaCode.length === 2
          ? WORDS.allAreas[lang]
          : areaPhrase(areas, areaCode.padEnd(6, '0'))[lang],
      sort: ({ areaCode }) => areaCode,
    },
    {
      id: 'places',
      header: WORDS.places,
      align: 'end',
      text: ({ places }) => formatCount(places),
      sort: ({ places }) => places,
    },
    {
      id: 'within',
      header: WORDS.within,
      align: 'end',
      grow: 1.5,
      text: ({ coverage: { within, asked } }, lang) => formatShare(within, asked, lang),
      sort: ({ coverage: { within, asked } }) => (asked === 0 ? null : within / asked),
    },
    {
      id: 'time',
      header: WORDS.timeWithin,
      align: 'end',
      grow: 1.5,
      text: ({ time: { share, withinMs, askedMs, unknownMs } }, lang) => {
        if (share === null) return UNKNOWN
        const hours = (ms: number) => formatCount(Math.round(ms / HOUR_MS))
        const counts = `${hours(withinMs)} / ${hours(askedMs - unknownMs)} h`
        return `${formatPercent(share)}${lang === 'zh' ? `（${counts}）` : ` (${counts})`}`
      },
      sort: ({ time: { share } }) => share,
    },
    {
      id: 'mean',
      header: WORDS.mean,
      align: 'end',
      text: ({ coverage: { meanMs, unrecorded } }, lang) => atLeast(meanMs, unrecorded > 0, lang),
      sort: ({ coverage: { meanMs } }) => meanMs,
    },
    {
      id: 'p90',
      header: WORDS.p90,
      align: 'end',
      text: ({ coverage: { p90Ms } }, lang) => atLeast(p90Ms, p90Ms === VISITS_HELD_MS, lang),
      sort: ({ coverage: { p90Ms } }) => p90Ms,
    },
    {
      id: 'worst',
      header: WORDS.worst,
      grow: 2,
      text: ({ coverage: { worst } }, lang) =>
        worst
          ? `${atLeast(worst.idleMs, worst.isAtLeast, lang)} · ${lang === 'en' ? (worst.place.nameEn ?? worst.place.name) : worst.place.name}`
          : UNKNOWN,
      sort: ({ coverage: { worst } }) => worst?.idleMs ?? null,
    },
  ]
}

export function doseColumns(
  areas: AreaNames,
  clocks: ReadonlyMap<string, PlaceClock>,
): readonly DataColumn<PlaceDose>[] {
  return [
    {
      id: 'place',
      header: WORDS.place,
      grow: 1.8,
      text: ({ place }, lang) => (lang === 'en' ? (place.nameEn ?? place.name) : place.name),
      sort: ({ place }) => place.name,
    },
    {
      id: 'area',
      header: WORDS.area,
      grow: 1.2,
      text: ({ place }, lang) => areaPhrase(areas, place.areaCode)[lang],
      sort: ({ place }) => place.areaCode,
    },
    {
      id: 'stops',
      header: WORDS.kinds,
      align: 'end',
      grow: 1.3,
      text: stopsText,
      sort: ({ counts }) => counts.over,
    },
    {
      id: 'delivered',
      header: WORDS.delivered,
      align: 'end',
      text: ({ deliveredMs }, lang) => minutes(deliveredMs, lang),
      sort: ({ deliveredMs }) => deliveredMs,
    },
    {
      id: 'planned',
      header: WORDS.planned,
      align: 'end',
      text: dueText,
      sort: ({ due, place }) => due * place.plannedDoseMin,
    },
    {
      id: 'share',
      header: WORDS.share,
      align: 'end',
      text: shareText,
      sort: shareOfDue,
    },
    {
      id: 'gap',
      header: WORDS.gap,
      align: 'end',
      grow: 1.4,
      text: ({ longestGapMs, isGapAtLeast }, lang) =>
        longestGapMs === null ? UNKNOWN : atLeast(longestGapMs, isGapAtLeast, lang),
      sort: ({ longestGapMs }) => longestGapMs,
    },
    {
      id: 'marks',
      header: WORDS.marks,
      grow: 2.4,
      text: (one, lang) =>
        marksOf(one)
          .map((mark) => mark[lang])
          .join(' · '),
      sort: (one) => -marksOf(one).length,
    },
    {
      id: 'clock',
      header: WORDS.clock,
      grow: 1.2,
      text: ({ place }, lang) => ORDER[clocks.get(place.id)?.state ?? 'too-few'][lang],
      sort: ({ place }) => clocks.get(place.id)?.cv ?? null,
    },
  ]
}

export function orderColumns(
  callSigns: ReadonlyMap<string, string>,
): readonly DataColumn<UnitOrder>[] {
  return [
    {
      id: 'unit',
      header: WORDS.unit,
      text: ({ unitId }) => callSigns.get(unitId) ?? unitId,
      sort: ({ unitId }) => callSigns.get(unitId) ?? unitId,
    },
    {
      id: 'moves',
      header: WORDS.moves,
      align: 'end',
      text: ({ moves }) => formatCount(moves),
      sort: ({ moves }) => moves,
    },
    {
      id: 'places',
      header: WORDS.places,
      align: 'end',
      text: ({ places }) => formatCount(places),
      sort: ({ places }) => places,
    },
    {
      id: 'openness',
      header: WORDS.openness,
      align: 'end',
      text: ({ openness }) => (openness === null ? UNKNOWN : openness.toFixed(2)),
      sort: ({ openness }) => openness,
    },
    {
      id: 'p',
      header: WORDS.chance,
      align: 'end',
      text: ({ p }) => (p === null ? UNKNOWN : p < 0.001 ? '< 0.001' : p.toFixed(3)),
      sort: ({ p }) => p,
    },
    {
      id: 'state',
      header: WORDS.state,
      grow: 1.5,
      text: ({ state, places }, lang) =>
        (state === 'too-few' && places < 3 ? WORDS.twoPlaces : ORDER[state])[lang],
      sort: ({ state }) => state,
    },
  ]
}
