import type { MeasureId } from '../../domain/measure'
import { type RunFinding, sentencesOf } from '../../domain/review/sentence'
import type { Control } from './control'
import type { Figure } from './figure'
import { findingKey, findingOf, runFindings } from './findings'
import { MEASURE_BY_ID } from './measures'
import { areaSentence, figureSentence, SENTENCES_WANTED, wholenessSentence } from './more-sentences'
import { type Sentence, sentenceOf } from './sentence-words'
import type { Facts } from './use-facts'

/** An area within the one that the page is about. */
export interface Inner {
  readonly code: string
  readonly figure: Figure
  /** Null: its days are not looked at one by one. */
  readonly control: Control | null
}

interface Opening {
  readonly tiles: Facts['tiles']
  /** Of what the charts are about, and its days. */
  readonly figure: Figure | null
  readonly control: Control | null
  readonly inner: readonly Inner[]
  readonly measureId: MeasureId
  readonly part: string
  readonly lastDay: number
  readonly area: string
  readonly nameOf: (code: string) => string
}

/** What the page opens with: of its own area and of what lies within it, and of nothing outside. */
export function openingOf(page: Opening): readonly Sentence[] {
  const { tiles, figure, control, inner, measureId, part, lastDay, area, nameOf } = page
  const own = tiles.flatMap(({ figure: one }) => (one.is === 'here' ? [one.value] : []))
  const others = tiles.flatMap(({ id, figure: one }) =>
    one.is === 'here' ? [] : [{ measure: MEASURE_BY_ID[id], is: one.is }],
  )
  const findings = [
    // What a part is chosen for is told first.
    ...(part && figure ? [findingOf(figure, -1, true, part)] : []),
    ...tiles.flatMap(({ figure: one }, i) =>
      one.is === 'here' ? [findingOf(one.value, i, true)] : [],
    ),
    ...inner.map(({ figure: one }, i) => findingOf(one, 10 + i, false, part)),
  ]
  const key = findingKey(measureId, part)
  // Where the areas within have no days of their own here, those of the whole are looked at.
  const charted = inner.flatMap(({ code, control: one }) => (one ? [{ code, control: one }] : []))
  const looked = charted.length > 0 || !control ? charted : [{ code: area, control }]
  const runs: readonly RunFinding[] = looked.flatMap(({ code, control: one }, i) =>
    runFindings(one, key, code, i, lastDay),
  )
  const naming = { area, areaName: nameOf }
  const told = sentencesOf(findings, runs).map((fact) => sentenceOf(fact, naming))
  const more = [
    areaSentence(inner, part, naming),
    own.length > 0 ? wholenessSentence(own, others) : null,
    figure ? figureSentence(figure, part) : null,
  ]
  return [...told, ...more.filter((one) => one !== null)].slice(0, SENTENCES_WANTED)
}
