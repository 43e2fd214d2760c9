import type { MeasureCard } from '../../src/domain/measure'
import { type Period, startOf } from '../../src/domain/review/calendar'
import { sentencesOf } from '../../src/domain/review/sentence'
import { controlOf } from '../../src/surfaces/review/control'
import { type Days, together } from '../../src/surfaces/review/counts'
import { figureOf } from '../../src/surfaces/review/figure'
import { findingOf, runFindings } from '../../src/surfaces/review/findings'
import type { Measure } from '../../src/surfaces/review/measures/measure'
import { areaSentence } from '../../src/surfaces/review/more-sentences'
import { seasonOf } from '../../src/surfaces/review/season'
import { sentenceOf } from '../../src/surfaces/review/sentence-words'
import type { Against } from '../../src/view/review'

const WHOLE = 'whole'

/** What review makes of recorded days, the way its page does: figure, chart and sentences of the whole and of each area. */
export function pageOf(measure: Measure, areas: readonly Days[], period: Period, against: Against) {
  const first = areas[0] as Days
  const card: MeasureCard = {
    id: measure.id,
    measure: measure.id,
    levels: ['prefecture'],
    parts: [],
    from: startOf(first.first),
    cutOff: startOf(period.to),
    lateMs: 0,
    source: 'recorded',
    sourceEn: null,
    versions: [],
    revisions: [],
    marks: [],
    observedAt: startOf(period.to),
  }
  const whole = together(WHOLE, areas)
  const figure = figureOf(measure, card, whole, period, against)
  const multiples = areas.map((days) => ({
    code: days.areaCode,
    figure: figureOf(measure, card, days, period, against),
    control: controlOf(measure, card, days, period),
  }))
  const findings = [
    findingOf(figure, 0, true),
    ...multiples.map((own, i) => findingOf(own.figure, 10 + i, false)),
  ]
  const runs = multiples.flatMap(({ code, control }, i) =>
    runFindings(control, measure.id, code, i, period.to),
  )
  const naming = { area: WHOLE, areaName: (code: string) => code }
  const sentences = [
    ...sentencesOf(findings, runs).map((fact) => sentenceOf(fact, naming)),
    areaSentence(multiples, '', naming),
  ].flatMap((one) => (one ? [`${one.says.zh}${one.counts.zh}`] : []))
  return {
    figure,
    control: controlOf(measure, card, whole, period),
    seasonal: seasonOf(measure, whole, period),
    multiples,
    sentences,
  }
}
