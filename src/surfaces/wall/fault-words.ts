import type { Lang } from '../../ui/words'
import type { ScriptFault } from '../../view/wall-script'
import { FAULT } from './words'

/** Where: “第 12 行 scenes[2].dwellS”; empty where it is no place of a text. */
export function faultPlace({ path, line }: ScriptFault, lang: Lang): string {
  return [line > 0 && (lang === 'zh' ? `第 ${line} 行` : `line ${line}`), path]
    .filter(Boolean)
    .join(' ')
}

/** Why: “超出范围 5–3600”. */
export function faultReason({ code, detail }: ScriptFault, lang: Lang): string {
  return [FAULT[code][lang], detail].filter(Boolean).join(' ')
}

/** “第 12 行 scenes[2].dwellS：超出范围 5–3600” */
export function faultText(fault: ScriptFault, lang: Lang): string {
  const place = faultPlace(fault, lang)
  const why = faultReason(fault, lang)
  if (!place) return why
  return lang === 'zh' ? `${place}：${why}` : `${place}: ${why}`
}
