import type { IncidentSource, IncidentStage, Precision, Severity } from '../../domain/incident'
import type { Phrase } from '../../ui/words'

export const SEVERITY: Record<Severity, Phrase> = {
  extreme: { zh: '特别重大', en: 'Extreme' },
  severe: { zh: '重大', en: 'Severe' },
  moderate: { zh: '较大', en: 'Moderate' },
  minor: { zh: '一般', en: 'Minor' },
  unknown: { zh: '等级不明', en: 'Unknown severity' },
}

export const STAGE: Record<IncidentStage, Phrase> = {
  received: { zh: '待派', en: 'Received' },
  dispatched: { zh: '已派出', en: 'Dispatched' },
  arrived: { zh: '已到场', en: 'Arrived' },
  closed: { zh: '已结案', en: 'Closed' },
  unknown: { zh: '环节不明', en: 'Unknown stage' },
}

export const SOURCE: Record<IncidentSource, Phrase> = {
  'public-report': { zh: '群众报警', en: 'Public report' },
  patrol: { zh: '巡查发现', en: 'Found by patrol' },
  sensor: { zh: '传感器', en: 'Sensor' },
  unknown: { zh: '来源不明', en: 'Unknown source' },
}

/** The source's own code where this build does not know it. */
export function sourceWords({
  source,
  sourceCode,
}: {
  readonly source: IncidentSource
  readonly sourceCode?: string
}): Phrase {
  if (sourceCode === undefined) return SOURCE[source]
  return { zh: `未知(${sourceCode})`, en: `Unknown (${sourceCode})` }
}

export const PRECISION: Record<Precision, Phrase> = {
  point: { zh: '点位', en: 'Point' },
  street: { zh: '街道级', en: 'Street' },
  grid: { zh: '网格级', en: 'Grid cell' },
  county: { zh: '县级', en: 'County' },
  unknown: { zh: '精度不明', en: 'Unknown precision' },
}

export const WORDS = {
  name: { zh: '警情', en: 'Incidents' },
  unit: { zh: '起', en: 'incidents' },
  density: { zh: '密度', en: 'Density' },
  insetGo: { zh: '定位到最密处', en: 'Go to the densest place' },
  densityUnit: { zh: '起/km²·周', en: 'per km² per week' },
  perKm2: { zh: '起/km²', en: 'per km²' },
  kernel: { zh: '四次核 · 带宽 2 km', en: 'Quartic kernel · bandwidth 2 km' },
  asOf: { zh: '截至', en: 'As of' },
  noTimes: { zh: '文件没有时间', en: 'The file tells no times' },
  fixed: { zh: '色阶固定', en: 'fixed classes' },
  inDensity: { zh: '计入密度', en: 'In the density' },
  unplaced: { zh: '无位置', en: 'No position' },
  outside: { zh: '区域外', en: 'Outside the region' },
  farOff: { zh: '远在其他点之外', en: 'Far from the others' },
  apart: { zh: '其他来源另计', en: 'Other sources, apart' },
  open: { zh: '未结', en: 'Open' },
  waiting: { zh: '历史警情载入中', en: 'Loading past incidents' },
  computeFailed: { zh: '密度未能算出。', en: 'The density could not be computed.' },
  reload: { zh: '请刷新页面重试。', en: 'Reload the page.' },
  historyFailed: { zh: '历史警情查询失败。', en: 'Past incidents did not arrive.' },
} as const satisfies Record<string, Phrase>
