import type { RunFinding } from '../../domain/review/sentence'
import type { Lang } from '../../ui/words'
import { titleOf } from './findings'
import type { Naming } from './sentence-words'
import { dayText } from './told'

/** Days in a row beyond a limit. */
export function run(
  { measureId, areaCode, days, signal, isOngoing }: RunFinding,
  naming: Naming,
  lang: Lang,
) {
  const length = days.to - days.from
  const where = naming.areaName(areaCode, lang)
  const title = titleOf(measureId, lang)
  if (lang === 'zh')
    return `${where}${title}自 ${dayText(days.from)} 起${length > 1 ? `连续 ${length} 天` : ''}${signal === 'above' ? '高于控制上限' : '低于控制下限'}${isOngoing ? '，仍在继续' : ''}。`
  const side = signal === 'above' ? 'above the upper limit' : 'below the lower limit'
  return `${where}, ${title.toLowerCase()}: ${length > 1 ? `${length} days ` : ''}${side} from ${dayText(days.from)}${isOngoing ? ', and still' : ''}.`
}

export function runCounts({ days, isOngoing }: RunFinding, others: number, lang: Lang): string {
  const more =
    others === 0 ? '' : lang === 'zh' ? `另有 ${others} 段；` : `${others} more such runs. `
  if (lang === 'zh')
    return isOngoing
      ? `${more}前后发生的事见批注，先后不等于因果。`
      : `${more}${dayText(days.to)} 回到限内；前后发生的事见批注，先后不等于因果。`
  return isOngoing
    ? `${more}What happened meanwhile is in the marks; after is not because of.`
    : `${more}Within limits again on ${dayText(days.to)}; after is not because of.`
}
