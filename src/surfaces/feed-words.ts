import type { FeedId } from '../api/feeds'
import type { Quality } from '../domain/quality'
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
}

export const QUALITY_NAME: Record<Quality, Phrase> = {
  live: { zh: '正常', en: 'live' },
  late: { zh: '迟到', en: 'late' },
  stale: { zh: '陈旧', en: 'stale' },
  lost: { zh: '中断', en: 'lost' },
}
