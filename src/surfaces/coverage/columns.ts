import type { PlaceDose } from '../../domain/patrol-dose'
import type { PlaceClock, UnitOrder } from '../../domain/patrol-order'
import type { AreaCoverage } from '../../domain/patrol-shift'
import { MINUTE_MS } from '../../domain/time'
import { type AreaNames, areaPhrase } from '../../ui/area-names'
import { formatAge, UNKNOWN } from '../../ui/clock'
import type { DataColumn } from '../../ui/data-table'
import { formatCount, formatPercent, formatShare } from '../../ui/numbers'
import { ORDER, WORDS } from './words'

const minutes = (ms: number) => Math.round(ms / MINUTE_MS)

export function areaColumns(areas: AreaNames): readonly DataColumn<AreaCoverage>[] {
  return [
    {
      id: 'area',
      header: WORDS.area,
      grow: 1.5,
      text: ({ areaCode }, lang) => areaPhrase(areas, areaCode.padEnd(6, '0'))[lang],
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
      text: ({ time: { share, withinMs, askedMs, unknownMs } }) =>
        share === null
          ? UNKNOWN
          : `${formatPercent(share)}（${formatCount(Math.round(withinMs / 3_600_000))} / ${formatCount(Math.round((askedMs - unknownMs) / 3_600_000))} h）`,
      sort: ({ time: { share } }) => share,
    },
    {
      id: 'mean',
      header: WORDS.mean,
      align: 'end',
      text: ({ coverage: { meanMs } }, lang) => formatAge(meanMs, lang),
      sort: ({ coverage: { meanMs } }) => meanMs,
    },
    {
      id: 'p90',
      header: WORDS.p90,
      align: 'end',
      text: ({ coverage: { p90Ms } }, lang) => formatAge(p90Ms, lang),
      sort: ({ coverage: { p90Ms } }) => p90Ms,
    },
    {
      id: 'worst',
      header: WORDS.worst,
      grow: 2,
      text: ({ coverage: { worst } }, lang) =>
        worst
          ? `${formatAge(worst.idleMs, lang)} · ${lang === 'en' ? (worst.place.nameEn ?? worst.place.name) : worst.place.name}`
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
      text: ({ counts }) => `${counts.short} / ${counts.dose} / ${counts.over}`,
      sort: ({ counts }) => counts.over,
    },
    {
      id: 'delivered',
      header: WORDS.delivered,
      align: 'end',
      text: ({ deliveredMs }) => `${formatCount(minutes(deliveredMs))} min`,
      sort: ({ deliveredMs }) => deliveredMs,
    },
    {
      id: 'planned',
      header: WORDS.planned,
      align: 'end',
      text: ({ plannedSoFarMs }) => `${formatCount(minutes(plannedSoFarMs))} min`,
      sort: ({ plannedSoFarMs }) => plannedSoFarMs,
    },
    {
      id: 'share',
      header: WORDS.share,
      align: 'end',
      text: ({ share }) => (share === null ? UNKNOWN : formatPercent(share)),
      sort: ({ share }) => share,
    },
    {
      id: 'gap',
      header: WORDS.gap,
      align: 'end',
      grow: 1.4,
      text: ({ longestGapMs, isGapAtLeast, isGapOver }, lang) =>
        longestGapMs === null
          ? UNKNOWN
          : `${isGapAtLeast ? '≥ ' : ''}${formatAge(longestGapMs, lang)}${isGapOver ? ` · ${WORDS.gapOver[lang]}` : ''}`,
      sort: ({ longestGapMs }) => longestGapMs,
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
      text: ({ state }, lang) => ORDER[state][lang],
      sort: ({ state }) => state,
    },
  ]
}
