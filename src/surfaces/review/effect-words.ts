import type { Caution, Effect } from '../../domain/review/did-it-help'
import type { Displacement } from '../../domain/review/displacement'
import { SIGNAL_Z } from '../../domain/review/verdict'
import type { Phrase } from '../../ui/words'
import { percent } from './effects'

/**
 * What is known, and no more: a difference against areas where nothing was done, never that one thing caused another.
 * `share`: what the share is now, in per cent; null: cases are counted.
 */
export function effectWords(effect: Effect, share: number | null): Phrase {
  if (share !== null) {
    const told = shareWords(effect, share)
    if (told) return told
  }
  const { verdict, ratio, low, high, z, cases } = effect
  const change = percent(ratio === null ? null : ratio - 1)
  const ends = low === null || high === null ? '' : `${percent(low - 1)} ~ ${percent(high - 1)}`
  const zhEnds = ends && `（99.7 % 区间 ${ends}）`
  const enEnds = ends && ` (99.7 % ${ends})`
  // The threshold that was used stands beside what it decided.
  const limit = zWords(z)
  const zhCases =
    cases === null ? '' : `，约${cases > 0 ? '多' : '少'} ${Math.abs(Math.round(cases))} 起`
  const enCases =
    cases === null ? '' : `, some ${Math.abs(Math.round(cases))} ${cases > 0 ? 'more' : 'fewer'}`
  switch (verdict) {
    case 'less-than-comparison':
      return {
        zh: `比参照地区的走势低 ${change.replace('−', '')}${zhEnds}${zhCases}，超出随机波动（${limit.zh}）。`,
        en: `${change.replace('−', '')} below where the comparison would have it${enEnds}${enCases}; beyond chance (${limit.en}).`,
      }
    case 'more-than-comparison':
      return {
        zh: `比参照地区的走势高 ${change.replace('+', '')}${zhEnds}${zhCases}，超出随机波动（${limit.zh}）。`,
        en: `${change.replace('+', '')} above where the comparison would have it${enEnds}${enCases}; beyond chance (${limit.en}).`,
      }
    case 'no-clear-difference':
      return {
        zh: `与参照地区的走势没有分明的差别：${change}${zhEnds}，${limit.zh}。不能说有用，也不能说没用。`,
        en: `No clear difference from the comparison: ${change}${enEnds}, ${limit.en}. Neither that it helped nor that it did not.`,
      }
    case 'not-comparable':
      return {
        zh: `措施之前两边走势已不同，无法相比；数字之差 ${change}${zhEnds} 可能只是回归。`,
        en: `The two moved apart before anything was done: ${change}${enEnds} may be the way back.`,
      }
    case 'too-few':
      return {
        zh: '起数太少，说明不了普通大小的变化。',
        en: 'Too few cases to tell an effect of ordinary size.',
      }
    case 'unknown':
      return { zh: '缺数，无从比较。', en: 'Data are missing: nothing to compare.' }
  }
}

/**
 * Of shares the test compares odds, which nobody thinks in: told is what the share would be, had it moved as the comparison
 * did. Null where that cannot be said.
 */
function shareWords({ verdict, ratio, low, high, z }: Effect, share: number): Phrase | null {
  if (verdict === 'too-few' || verdict === 'unknown' || !ratio || !(share > 0 && share < 100))
    return null
  const expected = shareWithout(share, ratio)
  const points = Math.abs(share - expected).toFixed(1)
  const side = share < expected ? { zh: '低', en: 'lower' } : { zh: '高', en: 'higher' }
  const ends =
    low && high
      ? `${shareWithout(share, high).toFixed(1)}–${shareWithout(share, low).toFixed(1)} %`
      : ''
  const limit = zWords(z)
  const zh = `措施地区现为 ${share.toFixed(1)} %；若与参照地区同步变化，应约为 ${expected.toFixed(1)} %${ends && `（99.7 % 区间 ${ends}）`}`
  const en = `${share.toFixed(1)} % where it was done; had it moved as the comparison did, some ${expected.toFixed(1)} %${ends && ` (99.7 % ${ends})`}`
  switch (verdict) {
    case 'less-than-comparison':
    case 'more-than-comparison':
      return {
        zh: `${zh}。实际${side.zh} ${points} 点，超出随机波动（${limit.zh}）。`,
        en: `${en}. It is ${points} points ${side.en}, beyond chance (${limit.en}).`,
      }
    case 'no-clear-difference':
      return {
        zh: `${zh}。差别不分明（${limit.zh}）：不能说有用，也不能说没用。`,
        en: `${en}. No clear difference (${limit.en}): neither that it helped nor that it did not.`,
      }
    case 'not-comparable':
      return {
        zh: `措施之前两边走势已不同，无法相比。${zh}，差别可能只是回归。`,
        en: `The two moved apart before anything was done. ${en}; the difference may be the way back.`,
      }
  }
}

/** |z| = 2.4，不过 3: what was judged, and by which limit. */
function zWords(z: number | null): Phrase {
  if (z === null) return { zh: 'z 不明', en: 'z unknown' }
  const text = Math.abs(z).toFixed(2)
  const isBeyond = Math.abs(z) > SIGNAL_Z
  return {
    zh: `|z| = ${text}，${isBeyond ? '超过' : '未超过'} 3`,
    en: `|z| = ${text}, ${isBeyond ? 'over' : 'not over'} 3`,
  }
}

/** The share, were its odds not `ratio` times what the comparison would have them. */
function shareWithout(share: number, ratio: number): number {
  const odds = share / (100 - share) / ratio
  return (odds / (1 + odds)) * 100
}

export const CAUTION_WORDS: Readonly<Record<Caution, Phrase>> = {
  'one-comparison': {
    zh: '参照地区只有一个',
    en: 'one comparison area only',
  },
  'rose-before': {
    zh: '措施之前已高于参照走势，回落可能自然发生',
    en: 'it had risen against the comparison before',
  },
  'fell-before': {
    zh: '措施之前已低于参照走势',
    en: 'it had fallen against the comparison before',
  },
  'unchecked-before': {
    zh: '未能核对措施之前的走势',
    en: 'how it moved before could not be checked',
  },
  short: { zh: '一侧不足 28 天', en: 'under 28 days on a side' },
  'unequal-seasons': { zh: '前后天数不等', en: 'before and after differ in length' },
}

export function displacementWords({ verdict, quotient, netCases }: Displacement): Phrase {
  const zhNet =
    netCases === null
      ? ''
      : `；两处合计 ${netCases > 0 ? '多' : '少'}约 ${Math.abs(Math.round(netCases))} 起`
  const enNet =
    netCases === null
      ? ''
      : `; both together some ${Math.abs(Math.round(netCases))} ${netCases > 0 ? 'more' : 'fewer'}`
  const wdq = quotient === null ? '' : `WDQ ${quotient.toFixed(2).replace('-', '−')}`
  const q = wdq && `（${wdq}）`
  const enQ = wdq && ` (${wdq})`
  switch (verdict) {
    case 'more-in-ring':
      return {
        zh: `周边高于参照走势${q}${zhNet}：可能有转移。`,
        en: `Round about it lies above the comparison${enQ}${enNet}: some may have shifted.`,
      }
    case 'less-in-ring':
      return {
        zh: `周边也低于参照走势${q}${zhNet}：没有转移的迹象。`,
        en: `Round about it lies below too${enQ}${enNet}: no sign of a shift.`,
      }
    case 'no-clear-shift':
      return {
        zh: `周边与参照走势没有分明的差别${q}${zhNet}。`,
        en: `Round about no clear difference${enQ}${enNet}.`,
      }
    case 'no-fall-to-shift':
      return {
        zh: '措施地区未见超出随机波动（|z| > 3）的下降，是否转移不作判断。',
        en: 'No fall beyond chance (|z| > 3) where it was done: whether any shifted is not judged.',
      }
    case 'too-few':
      return { zh: '周边起数太少。', en: 'Too few cases round about.' }
    case 'unknown':
      return { zh: '周边缺数。', en: 'Data round about are missing.' }
  }
}
