import type { DangerLevel, ManagementLevel } from '../../domain/crowd-occupancy'
import type { Phrase } from '../../ui/words'

export const MANAGEMENT: Record<ManagementLevel, Phrase> = {
  'below-80': { zh: '低于 80 %', en: 'under 80 %' },
  'over-80': { zh: '达 80 %', en: 'at 80 %' },
  'over-90': { zh: '达 90 %', en: 'at 90 %' },
  'over-100': { zh: '达最大承载量', en: 'at capacity' },
  unknown: { zh: '占比未知', en: 'share unknown' },
}

export const DANGER: Record<DangerLevel, Phrase> = {
  'under-2': { zh: '低于 2 人/m²', en: 'under 2 persons/m²' },
  'over-2': { zh: '2 人/m² 以上', en: '≥ 2 persons/m²' },
  'over-3': { zh: '3 人/m² 以上', en: '≥ 3 persons/m²' },
  'over-4': { zh: '4 人/m² 以上', en: '≥ 4 persons/m²' },
  'over-5': { zh: '5 人/m² 以上', en: '≥ 5 persons/m²' },
}

export const WORDS = {
  name: { zh: '景区', en: 'Scenic areas' },
  carrying: { zh: '景区承载', en: 'Fullest scenic area' },
  places: { zh: '处', en: 'areas' },
  ofCapacity: { zh: '占最大承载量 %', en: '% of capacity' },
  managementLines: { zh: '管理线 80 · 90 · 100', en: 'Management 80 · 90 · 100' },
  dangerLadder: { zh: '危险阶梯', en: 'Danger ladder' },
  perM2: { zh: '人/m²', en: 'persons/m²' },
  over80: { zh: '达 80 %', en: 'At 80 % or more' },
  inside: { zh: '在园人数', en: 'Visitors now' },
  soonest: { zh: '最快达 80 %', en: 'Next to reach 80 %' },
  fictitious: {
    zh: '承载量系虚构，非核定',
    en: 'capacities are fictitious, not approved figures',
  },
  fictitiousMark: { zh: '（虚构）', en: ' (fictitious)' },
  positionNote: { zh: '位置近似，等级', en: 'approximate position, grade' },
  area: { zh: '景区', en: 'Scenic area' },
  occupancy: { zh: '在园', en: 'Inside' },
  capacity: { zh: '瞬时承载量', en: 'Capacity at once' },
  share: { zh: '占比 %', en: 'Share %' },
  danger: { zh: '危险阶梯', en: 'Danger ladder' },
  net: { zh: '净流入 人/分', en: 'Net inflow per min' },
  to80: { zh: '按现时流速距 80 %', en: 'To 80 % at the present rate' },
  exit: { zh: '疏散时间', en: 'Exit time' },
  exitHow: {
    zh: '按每米门宽 60 人/分，全部门区',
    en: 'through all gates at 60 persons per minute per metre',
  },
  exitAlone: {
    zh: '仅本分区，按每米门宽 60 人/分，全部门区',
    en: 'this zone alone, through all gates at 60 persons per minute per metre',
  },
  to80How: {
    zh: '按最近 5 分钟净流入，不含区间；区间见下方预测',
    en: 'at the net inflow of the last 5 min, without an interval: the forecast below has one',
  },
  gatesCounting: { zh: '计数中的门区', en: 'Gates counting' },
  gateMissing: {
    zh: '缺门区计数，在园人数未知',
    en: 'a gate is missing from the count: occupancy unknown',
  },
  uncounted: { zh: '计数陈旧或缺失', en: 'Counts old or missing' },
  stale: { zh: '计数陈旧', en: 'count is old' },
  density: { zh: '密度', en: 'Density' },
  densityUnknown: { zh: '密度未知', en: 'density unknown' },
  inArea: { zh: '所在景区', en: 'In' },
  drifted: { zh: '出多于进，计数已漂移', en: 'more exits than entries: counters have drifted' },
  method: {
    zh: '进园减出园；瞬时承载量按 LB/T 034-2014',
    en: 'entries less exits; capacity by LB/T 034-2014',
  },
} as const satisfies Record<string, Phrase>
