import { afterAll, expect, it } from 'vitest'
import { cutWords } from '../../../tests/browser/cut-words'
import { hung, WALLS } from '../../../tests/browser/hung-walls'
import { openWallFace } from '../../../tests/browser/on-wall'
import '../../ui/kit.css'
import type { Urgent } from '../../topics/topic'
import './banner.css'
import { TakeOverBanner } from './take-over-banner'
import './wall.css'

const { show, close } = openWallFace()
afterAll(close)

const NOW = Date.UTC(2026, 10, 22, 8)
const FOCUS = {
  area: { zh: '镇宁县', en: 'Zhenning' },
  since: NOW - 12_000,
  dueMs: 60_000,
}
const TOLD = [
  ['火警', 'Fire alarm', '肇兴侗寨', 'Zhaoxing', '待核实', 'to be verified'],
  [
    '分区密度 ≥ 5 人/m²',
    'Zone at 5 persons/m²',
    '黄果树瀑布 · 观景台',
    'Huangguoshu Waterfall · Viewing terrace',
    '未确认',
    'unacknowledged',
  ],
  [
    '重大警情待派',
    'Urgent incident not dispatched',
    '丙安古镇',
    'Bing’an Old Town',
    '已恢复，未确认',
    'returned, unacknowledged',
  ],
] as const

it.each(WALLS)(
  '%s: what it is, where and how far it is dealt with are read to their end',
  (...wall) => {
    const { type, layout } = hung(wall)
    for (const lang of ['zh', 'en'] as const)
      for (const unanswered of [1, 31])
        for (const [title, titleEn, place, placeEn, state, stateEn] of TOLD) {
          const key = `${lang} ${unanswered} ${titleEn}`
          const focus = {
            ...FOCUS,
            title: { zh: title, en: titleEn },
            place: { zh: place, en: placeEn },
            state: { zh: state, en: stateEn },
          } as unknown as Urgent
          show(
            { key, lang, type },
            <TakeOverBanner
              slots={layout.banner}
              focus={focus}
              unanswered={unanswered}
              type={type}
              now={NOW}
              notices={null}
              stamp={<b className="wall-stamp">{lang === 'zh' ? '模拟数据' : 'Simulated data'}</b>}
            />,
          )
          expect(cutWords('.wall-face', '.wall-slot'), key).toEqual([])
        }
  },
)
