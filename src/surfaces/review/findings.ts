import type { MeasureId } from '../../domain/measure'
import type { Finding, RunFinding } from '../../domain/review/sentence'
import type { Lang } from '../../ui/words'
import type { Control } from './control'
import type { Figure } from './figure'
import { MEASURE_BY_ID } from './measures'
import { pairedDays, titleWith } from './told'

/** A part is another measure to the rules: its cases explain no change of the whole. */
export function findingKey(measureId: string, part: string): string {
  return part ? `${measureId}/${part}` : measureId
}

export const measureOf = (key: string) => MEASURE_BY_ID[key.split('/')[0] as MeasureId]

export const titleOf = (key: string, lang: Lang) => {
  const measure = measureOf(key)
  return measure ? titleWith(measure, key.split('/')[1] ?? '', lang) : key
}

/** A figure as the rules of sentences see it. */
export function findingOf(figure: Figure, order: number, isWhole: boolean, part = ''): Finding {
  return {
    measureId: findingKey(figure.measure.id, part),
    areaCode: figure.areaCode,
    order,
    isWhole,
    now: figure.heldValue,
    past: figure.pastValue,
    change: figure.change,
    by: figure.same?.by ?? 'date',
    pairedDays: pairedDays(figure),
    brokenParts: figure.brokenParts,
  }
}

export function runFindings(
  control: Control,
  measureId: string,
  areaCode: string,
  order: number,
  lastDay: number,
): readonly RunFinding[] {
  return control.runs.map(({ fromDay, toDay, signal }) => ({
    measureId,
    areaCode,
    order,
    days: { from: fromDay, to: toDay },
    signal,
    isOngoing: toDay >= lastDay,
  }))
}
