import { useMemo } from 'react'
import type { ReviewView } from '../../view/review'
import { type Control, controlOf } from './control'
import { daysByArea } from './counts'
import { type Figure, figureOf } from './figure'
import { MEASURE_BY_ID } from './measures'
import type { Measure } from './measures/measure'
import type { Multiple } from './multiples'
import { type Inner, openingOf } from './opening-sentences'
import type { Sentence } from './sentence-words'
import { type Facts, useSeries } from './use-facts'

/** A sensitive part of a single county: its days are too few to be shown one by one. */
export function isTooSmall(
  { level }: Pick<Facts, 'level'>,
  { measure, part }: ReviewView,
): boolean {
  return level === 'county' && MEASURE_BY_ID[measure].sensitive.has(part)
}

/** What the charts of the page and their twins are drawn from: the same objects for both. */
export interface BoardFacts {
  readonly measure: Measure
  readonly control: Control | null
  readonly figure: Figure | null
  readonly multiples: readonly Multiple[]
  readonly figures: ReadonlyMap<string, Figure>
  readonly sentences: readonly Sentence[]
}

export function useBoard(
  facts: Facts,
  view: ReviewView,
  nameOf: (code: string) => string,
): BoardFacts {
  const { days, prefectures, card, period, area, region, tiles } = facts
  const { against, measure: measureId, part } = view
  const measure = MEASURE_BY_ID[measureId]
  const control = useMemo(
    () => (days.is === 'here' && card ? controlOf(measure, card, days.value, period) : null),
    [days, card, measure, period],
  )
  const figure = useMemo(
    () =>
      days.is === 'here' && card ? figureOf(measure, card, days.value, period, against) : null,
    [days, card, measure, period, against],
  )
  const multiples = useMemo(
    () =>
      prefectures.is === 'here' && card
        ? prefectures.value
            .filter(({ areaCode }) => areaCode !== region)
            .map((own) => ({
              code: own.areaCode,
              figure: figureOf(measure, card, own, period, against),
              control: controlOf(measure, card, own, period),
            }))
        : [],
    [prefectures, card, measure, period, against, region],
  )
  const figures = useMemo(
    () => new Map(multiples.map(({ code, figure: own }) => [code, own])),
    [multiples],
  )
  // Days of a county's sensitive part are told nowhere.
  const telling = isTooSmall(facts, view) ? null : control
  const inner = useInner(facts, view, multiples)
  const sentences = useMemo(
    () =>
      openingOf({
        tiles,
        figure,
        control: telling,
        inner,
        measureId,
        part,
        lastDay: period.to,
        area,
        nameOf,
      }),
    [tiles, inner, figure, telling, measureId, part, period.to, area, nameOf],
  )
  return { measure, control, figure, multiples, figures, sentences }
}

const NONE: readonly Inner[] = []

/** What lies within the area that the page is about: prefectures of the region, counties of a prefecture. */
function useInner(
  { cards, card, area, level, period }: Facts,
  { measure: measureId, part, against }: ReviewView,
  multiples: readonly Multiple[],
): readonly Inner[] {
  const wanted = useMemo(() => [{ measure: measureId, part }], [measureId, part])
  const counties = useSeries(level === 'prefecture' ? cards : NO_CARDS, wanted, 'county')[0]
  return useMemo(() => {
    if (level === 'province') return multiples
    if (level === 'county' || counties?.is !== 'here' || !card) return NONE
    return [...daysByArea(counties.value).values()]
      .filter(({ areaCode }) => areaCode !== area && areaCode.startsWith(area.slice(0, 4)))
      .map((days) => ({
        code: days.areaCode,
        figure: figureOf(MEASURE_BY_ID[measureId], card, days, period, against),
        control: null,
      }))
  }, [level, multiples, counties, card, area, measureId, period, against])
}

const NO_CARDS: Facts['cards'] = new Map()
