import type { Lang, Phrase } from '../../ui/words'
import type { Counting } from './measure-release'
import type { Measure } from './measures/measure'
import { WORDS } from './words'

/**
 * How a column leaves the building. `count` and `pastCount`: as far as they are released. `derived`: what is reckoned from the
 * row's count, where that is told; `past` from its past one; `change` from both. `running`: what many rows make, where all of
 * them are told: the next day's mean tells this day's count, and a rank tells who lies between two others.
 */
export type ColumnKind = 'label' | 'count' | 'pastCount' | 'derived' | 'past' | 'change' | 'running'

export interface TwinColumn {
  readonly id: string
  readonly header: Phrase
  readonly kind: ColumnKind
  /** What its numbers are in; where each row has its own, none. */
  readonly unit?: Phrase
}

export interface TwinRow {
  readonly id: string
  readonly cells: readonly (string | number | null)[]
  /** What the counts of this row are of. Null: told by the row's own name (`Releases.hours`). */
  readonly of: Counting | null
  readonly ofPast?: Counting | null
  /** What the change is reckoned from, if not from these two. */
  readonly ofChange?: readonly Counting[]
  /** Of another measure than the page. */
  readonly measure?: Measure['id']
}

export interface TwinTable {
  readonly columns: readonly TwinColumn[]
  readonly rows: readonly TwinRow[]
  /** What `running` columns are made of besides the rows. */
  readonly basis?: Counting
  /** What it is of, a line each, where that is not the period of the page. */
  readonly about?: readonly string[]
}

const columnOf =
  (kind: ColumnKind) =>
  (id: string, header: Phrase): TwinColumn => ({ id, header, kind })

export const label = columnOf('label')
export const count = columnOf('count')
export const pastCount = columnOf('pastCount')
export const derived = columnOf('derived')
export const past = columnOf('past')
export const change = columnOf('change')
export const running = columnOf('running')

export const inUnit = (column: TwinColumn, unit: Phrase): TwinColumn => ({ ...column, unit })

/** A count and its denominator, each in what the measure's card says of it; what stands in brackets there stays there. */
export const countIn = (measure: Measure) => inUnit(count('count', WORDS.numerator), measure.unit)
export function baseIn({ kind, denominator }: Measure): TwinColumn {
  const short = { zh: denominator.zh.split('（')[0] ?? '', en: denominator.en.split(' (')[0] ?? '' }
  return inUnit(derived('base', WORDS.denominator), kind === 'count' ? DAYS : short)
}
const DAYS: Phrase = { zh: '天', en: 'days' }

/** The head of a column in a file, which has no page round it to say what its numbers are in. */
export function headText({ header, unit }: TwinColumn, lang: Lang): string {
  if (!unit || unit[lang] === '') return header[lang]
  return lang === 'zh' ? `${header.zh}（${unit.zh}）` : `${header.en} (${unit.en})`
}

export const AREA = label('area', WORDS.area)

export const round = (value: number | null | undefined) =>
  value === null || value === undefined ? null : Number(value.toPrecision(4))
