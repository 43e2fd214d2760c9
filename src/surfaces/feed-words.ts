import type { FeedId } from '../api/feeds'
import type { Provenance } from '../domain/meta'
import type { Flag, Quality } from '../domain/quality'
import type { Phrase } from '../ui/words'

export const FEED_NAME: Record<FeedId, Phrase> = {
  meta: { zh: '系统', en: 'System' },
  incidents: { zh: '警情', en: 'Incidents' },
  units: { zh: '巡防单元', en: 'Units' },
  visits: { zh: '到访', en: 'Visits' },
  'watch-places': { zh: '守望点', en: 'Watch places' },
  'scenic-areas': { zh: '景区', en: 'Scenic areas' },
  crowd: { zh: '客流', en: 'Crowd counts' },
  'fire-devices': { zh: '消防设备', en: 'Fire devices' },
  'fire-readings': { zh: '消防读数', en: 'Fire readings' },
  alarms: { zh: '告警', en: 'Alarms' },
  allocations: { zh: '调派', en: 'Allocations' },
  measures: { zh: '统计', en: 'Measures' },
}

export const QUALITY_NAME: Record<Quality, Phrase> = {
  live: { zh: '正常', en: 'live' },
  late: { zh: '迟到', en: 'late' },
  stale: { zh: '陈旧', en: 'stale' },
  lost: { zh: '中断', en: 'lost' },
}

export const FLAG_NAME: Record<Flag, Phrase> = {
  partial: { zh: '不完整', en: 'partial' },
  clock: { zh: '时钟可疑', en: 'clock suspect' },
  schema: { zh: '格式版本不符', en: 'schema' },
  auth: { zh: '无权访问', en: 'not authorised' },
  malformed: { zh: '应答有误', en: 'malformed' },
  unreachable: { zh: '无法连接', en: 'unreachable' },
  replay: { zh: '回放', en: 'replay' },
}

/** Stamped on every screen that shows anything but live data. */
export const PROVENANCE_NAME: Record<Exclude<Provenance, 'live'>, Phrase> = {
  simulated: { zh: '模拟数据', en: 'Simulated data' },
  recorded: { zh: '录制数据', en: 'Recorded data' },
}
