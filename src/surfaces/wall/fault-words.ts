import type { Lang } from '../../ui/words'
import type { ScriptFault } from '../../view/wall-script'
import { FAULT } from './words'

/** “第 12 行 scenes[2].dwellS：超出范围 5–3600” */
export function faultText({ path, line, code, detail }: ScriptFault, lang: Lang): string {
  const place = [line > 0 && (lang === 'zh' ? `第 ${line} 行` : `line ${line}`), path]
    .filter(Boolean)
    .join(' ')
  const why = [FAULT[code][lang], detail].filter(Boolean).join(' ')
  if (!place) return why
  return lang === 'zh' ? `${place}：${why}` : `${place}: ${why}`
}
