import { type KnoxCell, LEAST_NEAR, LEAST_RATIO, type NearRepeat } from '../../domain/near-repeat'
import { formatDay, formatMinute } from '../../ui/clock'
import { formatCount, formatTenth } from '../../ui/numbers'
import type { Phrase } from '../../ui/words'
import { CATEGORY } from './category-words'
import type { NearRun } from './near-run'

/** At the end of the switch's line. */
export function nearState(near: NearRun): Phrase {
  if (near.state === 'waiting') return { zh: '等历史', en: 'waiting' }
  if (near.state === 'computing') {
    const share = near.runs > 0 ? Math.round((100 * near.done) / near.runs) : 0
    return { zh: `计算 ${share} %`, en: `${share} %` }
  }
  if (near.state !== 'ready')
    return near.state === 'stopped'
      ? { zh: '已停止', en: 'stopped' }
      : { zh: '未算出', en: 'failed' }
  if (!near.result.ok) return { zh: '不足以判断', en: 'too little' }
  if (!near.result.isClustered) return { zh: '未超偶然', en: 'chance' }
  return {
    zh: `${formatCount(near.cells.length)} 格`,
    en: `${formatCount(near.cells.length)} cells`,
  }
}

export const REFUSED: Readonly<Record<Exclude<NearRepeat, { ok: true }>['why'], Phrase>> = {
  'too-few': {
    zh: `不足 ${LEAST_NEAR} 起，不作判断`,
    en: `fewer than ${LEAST_NEAR}: nothing is said`,
  },
  'too-short': {
    zh: '记录不足 14 天，不作判断',
    en: 'a record of less than 14 days: nothing is said',
  },
  'too-many': {
    zh: '相近的对数太多，请缩小范围',
    en: 'too many near pairs: ask for less',
  },
}

/** The cell of the table that watch cells rest on: not the same place, within the first distance and the first week. */
export function nearCell(result: NearRepeat): KnoxCell | null {
  return result.ok ? (result.table[1]?.[0] ?? null) : null
}

/** What was found, in one line, with its counts. */
export function nearFinding(near: NearRun): Phrase {
  const kind = CATEGORY[near.kind]
  if (near.state !== 'ready') return kind
  const { result } = near
  const count = formatCount(result.count)
  const at = `${formatDay(near.asOf)} ${formatMinute(near.asOf)}`
  const asOf = { zh: ` · 截至 ${at}`, en: ` · as of ${at}` }
  if (!result.ok)
    return {
      zh: `${kind.zh} ${count} 起：${REFUSED[result.why].zh}${asOf.zh}`,
      en: `${kind.en}, ${count}: ${REFUSED[result.why].en}${asOf.en}`,
    }
  const cell = nearCell(result)
  if (!cell) return kind
  const pairs = formatCount(cell.observed)
  const chance = formatTenth(cell.expected)
  const p = cell.p.toFixed(3)
  return {
    zh: `${kind.zh} ${count} 起：${pairs} 对，偶然 ${chance}，p ${p}${asOf.zh}`,
    en: `${kind.en} ${count}: ${pairs} pairs, chance ${chance}, p ${p}${asOf.en}`,
  }
}

export const RATIO_RULE: Phrase = {
  zh: `p ≤ 0.05 且不少于偶然的 ${LEAST_RATIO} 倍`,
  en: `p ≤ 0.05 and at least ${LEAST_RATIO} times chance`,
}
