import { useMemo } from 'react'
import { type RunFinding, sentencesOf } from '../../domain/review/sentence'
import type { ReviewView } from '../../view/review'
import { type Control, controlOf } from './control'
import { type Figure, figureOf } from './figure'
import { findingKey, findingOf, runFindings } from './findings'
import { MEASURE_BY_ID } from './measures'
import type { Measure } from './measures/measure'
import { areaSentence, SENTENCES_WANTED, wholenessSentence } from './more-sentences'
import type { Multiple } from './multiples'
import { type Sentence, sentenceOf } from './sentence-words'
import type { Facts } from './use-facts'

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
  const sentences = useMemo(() => {
    const findings = [
      // What a part is chosen for is told first.
      ...(part && figure ? [findingOf(figure, -1, true, part)] : []),
      ...tiles.flatMap(({ figure: own }, i) =>
        own.is === 'here' ? [findingOf(own.value, i, true)] : [],
      ),
      ...multiples.map(({ figure: own }, i) => findingOf(own, 10 + i, false, part)),
    ]
    const runs: readonly RunFinding[] = multiples.flatMap(({ code, control: own }, i) =>
      runFindings(own, findingKey(measureId, part), code, i, period.to),
    )
    const naming = { area, areaName: nameOf }
    const told = sentencesOf(findings, runs).map((fact) => sentenceOf(fact, naming))
    const own = tiles.flatMap(({ figure: one }) => (one.is === 'here' ? [one.value] : []))
    const more = [
      areaSentence(multiples, part, naming),
      own.length > 0 ? wholenessSentence(own) : null,
    ]
    return [...told, ...more.filter((one) => one !== null)].slice(0, SENTENCES_WANTED)
  }, [tiles, multiples, figure, measureId, part, period.to, area, nameOf])
  return { measure, control, figure, multiples, figures, sentences }
}
