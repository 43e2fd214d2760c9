import type { Phrase } from '../../../ui/words'
import type { NoReach } from './reach-figures'

export const REACH = {
  title: { zh: '可达', en: 'Reach' },
  within: { zh: '分钟内', en: 'min' },
  demand: { zh: '需求', en: 'Demand' },
  places: { zh: '守望点', en: 'Watch places' },
  how: {
    zh: '由末次位置，直线 ×1.4；按目的地：城区 30、郊区 50、步行 4.5 km/h。需求：时间窗内群众报警每起计 1，另加超时守望点与客流的权重；括号内为可达 / 全省。',
    en: 'From the last position, straight line ×1.4; by where it leads: town 30, country 50, on foot 4.5 km/h. Demand: 1 for each public report of the window, and weights of overdue places and crowds; in brackets within reach / whole province.',
  },
  noIncidents: { zh: '警情无应答', en: 'no answer from incidents' },
  arrival: { zh: '预计到场', en: 'Expected there' },
  about: { zh: '约', en: 'about' },
  by: { zh: '派出者', en: 'sent by' },
  arrivalHow: {
    zh: '预计：由单元现在位置，直线 ×1.4；目的地在城区 30、郊区 50、步行 4.5 km/h',
    en: 'Expected: from where the unit is now, straight line ×1.4; to town 30, country 50, on foot 4.5 km/h',
  },
  arrivalUnknown: {
    zh: '— 分钟：位置陈旧或目的地无坐标',
    en: '— min: position old, or the place has none',
  },
} as const satisfies Record<string, Phrase>

export const NO_REACH: Readonly<Record<NoReach, Phrase>> = {
  'no-positions': { zh: '—：单元位置无应答', en: '—: no answer about positions' },
  'position-old': { zh: '—：位置陈旧，不知现在何处', en: '—: position old, whereabouts not known' },
  'not-by-land': {
    zh: '—：不走陆路，或类型未知',
    en: '—: not by land, or of unknown kind',
  },
}
