import type { Phrase } from '../../ui/words'

/** Where the area is told beside it, a place goes without the area's name before it: “龙洞1组” of “威宁县龙洞1组”. */
export function shortPlace(place: Phrase, area: Phrase): Phrase {
  const short = (text: string, before: string) =>
    before && text.startsWith(before) ? text.slice(before.length).trim() || text : text
  return { zh: short(place.zh, area.zh), en: short(place.en, area.en) }
}
