import { expect, it } from 'vitest'
import type { Decision } from '../../api/outbox/decisions'
import type { Readings } from '../../api/reading'
import { emptyReading } from '../../api/reading-of'
import { byPhrase } from '../order-words'
import { awaited, decisionRows, feedLines, ofInterval, refusedLines } from './lines'

const decision: Decision = {
  key: 'k',
  at: Date.parse('2026-11-26T15:00:45+08:00'),
  by: 'duty-officer · 席位 1',
  what: 'refused',
  unit: '凯-03',
  target: '盗窃 · 凯里市',
  advice: '4.2 min, +0.3 % / −0.1 %',
  reason: '道路不通',
  position: { quality: 'stale', ageMs: 48_000 },
}

const known = (decisions: readonly Decision[]) => ({ decisions, entries: [], allocations: [] })

it('the log of decisions is in the language of the page, at the time of the order', () => {
  const [head, row] = decisionRows(known([decision]), 'zh')
  expect(head).toEqual([
    '时间',
    '席位',
    '决定',
    '单元',
    '目标',
    '建议（分钟，得 / 失）',
    '理由',
    '决定时位置',
    '结果',
  ])
  expect(row?.slice(0, 4)).toEqual([
    '2026-11-26 15:00:45 UTC+8',
    '值班员 · 席位 1',
    '不采纳',
    '凯-03',
  ])
  expect(decisionRows(known([decision]), 'en')[1]?.slice(1, 3)).toEqual([
    'duty officer · seat 1',
    'refused',
  ])
})

it('the log and the brief speak the language of the page, whoever decided in which', () => {
  const both: Decision = {
    ...decision,
    target: { zh: '群众求助 · 都匀市 民族路', en: 'Assistance · Duyun' },
    advice: { zh: '1.5 分钟，+3.0 % / −1.0 %', en: '1.5 min, +3.0 % / −1.0 %' },
  }
  const inFull = (lang: 'zh' | 'en') => decisionRows(known([both]), lang)[1]?.slice(4, 6)
  expect(inFull('en')).toEqual(['Assistance · Duyun', '1.5 min, +3.0 % / −1.0 %'])
  expect(inFull('zh')).toEqual(['群众求助 · 都匀市 民族路', '1.5 分钟，+3.0 % / −1.0 %'])
  const refused = (lang: 'zh' | 'en') => refusedLines({ decisions: [both], entries: [] }, lang)?.[0]
  expect(refused('en')).toMatchObject({ item: '凯-03 → Assistance · Duyun' })
  expect(refused('en')?.detail).toContain('1.5 min')
  expect(refused('zh')?.detail).toContain('1.5 分钟')
})

it('a source that has not been asked yet is awaited, not lost', () => {
  const unasked = { ...emptyReading('visits') }
  const failed = { ...emptyReading('units'), cause: 'timeout' as const }
  const told = { ...emptyReading('incidents'), quality: 'live' as const }
  const snapshot = { items: [], observedAt: 0, rejected: [], rejectedCount: 0 }
  const readings = {
    visits: unasked,
    units: failed,
    incidents: { ...told, snapshot },
  } as unknown as Readings
  expect(awaited(readings)).toEqual(['visits'])
  expect(feedLines({ readings }, 'en').map(({ state }) => state)).toEqual([
    'not yet answered',
    'lost',
  ])
})

it('an order by an old position says so in the log, and one of an older version says nothing', () => {
  expect(decisionRows(known([decision]), 'zh')[1]?.[7]).toBe('陈旧 · 48 s')
  expect(decisionRows(known([decision]), 'en')[1]?.[7]).toBe('stale · 48 s')
  const { position: _, ...older } = decision
  expect(decisionRows(known([older]), 'zh')[1]?.[7]).toBe('')
})

it('who gave an order is named as people name them, and another system’s word stays', () => {
  expect(byPhrase('previous-shift').zh).toBe('上一班')
  expect(byPhrase('shift-lead · 席位 12').en).toBe('shift lead · seat 12')
  expect(byPhrase('seat 2')).toEqual({ zh: 'seat 2', en: 'seat 2' })
})

it('an overdue place says of which interval, and where the figure is a bound', () => {
  const place = { ratio: 8, everyMs: 3 * 3_600_000, isAtLeast: true }
  expect(ofInterval(place)).toEqual({ zh: '要求间隔 3 h 00 的 ≥ 800 %', en: '≥ 800 % of 3 h 00' })
  expect(ofInterval({ ...place, isAtLeast: false }).en).toBe('800 % of 3 h 00')
})
