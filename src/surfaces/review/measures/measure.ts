import type { MeasureId } from '../../../domain/measure'
import type { Phrase } from '../../../ui/words'

/**
 * One thing that review counts, with all that its definition card (口径) says and all that a chart needs to know of it.
 * `count`: events, held against days. `rate`: events among something. `share`: hits among cases.
 */
export interface Measure {
  readonly id: MeasureId
  readonly kind: 'count' | 'rate' | 'share'
  readonly title: Phrase
  /** Of the count: 起. */
  readonly unit: Phrase
  /** What a chart of rates shows: so many of `base`, in words. Counts: by day. Shares: per cent. */
  readonly rate: { readonly per: number; readonly unit: Phrase }
  readonly definition: Phrase
  readonly numerator: Phrase
  readonly denominator: Phrase
  /** What is not counted. */
  readonly excluded: Phrase
  /** How interval and comparison are reckoned. */
  readonly method: Phrase
  readonly parts: Readonly<Record<string, Phrase>>
  /** Parts that are told for whole counties and larger areas only, never with points, and small counts as "<5" everywhere. */
  readonly sensitive: ReadonlySet<string>
}

export const NO_PARTS = {}
export const NONE: ReadonlySet<string> = new Set()

export const BY_DAY = { per: 1, unit: { zh: '每日', en: 'per day' } } as const
export const PER_CENT = { per: 100, unit: { zh: '%', en: '%' } } as const

export const COUNT_METHOD = {
  zh: '95 % 区间按泊松精确法（Garwood）；比较用 z = √2(√今 − √昔)，计数不足 50 用条件精确检验；离散超出泊松时按离散系数放宽；|z| > 3 为信号',
  en: '95 % interval exact for a Poisson count (Garwood); change by z = √2(√now − √then), exact under 50; widened by dispersion; a signal beyond |z| = 3',
} as const

export const SHARE_METHOD = {
  zh: '95 % 区间按 Wilson；比较用两比例 z，小样本用 Fisher 精确检验；离散超出二项时两者按离散系数放宽；|z| > 3 为信号',
  en: 'Wilson 95 %; change by the z of two shares, Fisher where few; both widened by dispersion; a signal beyond |z| = 3',
} as const
