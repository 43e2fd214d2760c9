import type { UnitKind, UnitStatus } from '../../domain/patrol'
import type { IdlenessLevel } from '../../domain/patrol-idleness'
import type { Motion } from '../../domain/patrol-motion'
import type { Phrase } from '../../ui/words'

export const MOTION: Record<Motion, Phrase> = {
  moving: { zh: '行进', en: 'moving' },
  stopped: { zh: '停留', en: 'stopped' },
  silent: { zh: '失联', en: 'silent' },
}

/** Where three of them stand in a row with their counts. */
export const MOTION_SHORT: Record<Motion, Phrase> = {
  ...MOTION,
  moving: { zh: '行进', en: 'move' },
  stopped: { zh: '停留', en: 'stop' },
}

export const LEVEL: Record<IdlenessLevel, Phrase> = {
  fresh: { zh: '间隔过半之前', en: 'first half of its interval' },
  due: { zh: '间隔之内', en: 'within its interval' },
  overdue: { zh: '超过间隔', en: 'over its interval' },
  'long-overdue': { zh: '超过间隔两倍', en: 'over twice its interval' },
  unknown: { zh: '24 小时内无记录，间隔更长', en: 'no visit in 24 h, interval is longer' },
  idle: { zh: '此时段无要求', en: 'nothing asked at this hour' },
}

export const KIND: Record<UnitKind, Phrase> = {
  car: { zh: '巡逻车', en: 'patrol car' },
  motorcycle: { zh: '摩托车', en: 'motorcycle' },
  foot: { zh: '步巡', en: 'foot patrol' },
  traffic: { zh: '交警', en: 'traffic patrol' },
  'fire-engine': { zh: '消防车', en: 'fire engine' },
  boat: { zh: '巡逻艇', en: 'boat' },
  unknown: { zh: '未知类型', en: 'unknown kind' },
}

export const STATUS: Record<UnitStatus, Phrase> = {
  available: { zh: '待命', en: 'available' },
  assigned: { zh: '已派', en: 'assigned' },
  'en-route': { zh: '赶赴', en: 'en route' },
  'on-scene': { zh: '现场', en: 'on scene' },
  'off-duty': { zh: '下勤', en: 'off duty' },
  unknown: { zh: '未知状态', en: 'unknown status' },
}

export const WORDS = {
  name: { zh: '巡防', en: 'Patrols' },
  units: { zh: '单元', en: 'units' },
  surface: { zh: '空闲面', en: 'Surface of idleness' },
  hollow: { zh: '空心：位置已旧', en: 'Hollow: where they were' },
  job: { zh: '任务', en: 'Sent to' },
  status: { zh: '状态', en: 'Status' },
  speed: { zh: '时速 km/h', en: 'Speed km/h' },
  heading: { zh: '航向', en: 'Heading' },
  observed: { zh: '末次位置', en: 'Last seen' },
  place: { zh: '守望点', en: 'Watch place' },
  lastVisit: { zh: '末次到访', en: 'Last visit' },
  idle: { zh: '空闲', en: 'Idle' },
  interval: { zh: '要求间隔', en: 'Required interval' },
  ratio: { zh: '占要求间隔 %', en: '% of required' },
  dose: { zh: '每次计划停留', en: 'Planned stay' },
  visited: { zh: '有单元在场', en: 'a unit is there' },
  idleness: { zh: '守望点空闲', en: 'Watch-place idleness' },
  ofRequired: { zh: '占要求间隔 %', en: '% of required' },
  within: { zh: '间隔内', en: 'Within interval' },
  mean: { zh: '均值', en: 'Mean' },
  worst: { zh: '最差', en: 'Worst' },
  overdue: { zh: '守望点超时', en: 'Watch place overdue' },
  silentUnit: { zh: '单元失联', en: 'Unit silent' },
  noVisit: { zh: '24 小时内无到访记录', en: 'no visit on record in 24 h' },
  clockAhead: { zh: '时间超前', en: 'clock ahead' },
  p90How: {
    zh: '只计此时段有要求的守望点；P90 取最近秩；24 h 内无到访记录的按 24 h 计',
    en: 'Places asked for at this hour only; P90 by nearest rank; those without a visit in 24 h count as 24 h',
  },
} as const satisfies Record<string, Phrase>
