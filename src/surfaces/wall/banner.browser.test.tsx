import { afterAll, describe, expect, it } from 'vitest'
import '../../ui/kit.css'
import './wall.css'
import './banner.css'
import { cutWords } from '../../../tests/browser/cut-words'
import { type HungWall, hung, WALLS } from '../../../tests/browser/hung-walls'
import { openWallFace } from '../../../tests/browser/on-wall'
import type { Attention } from '../../topics/topic'
import type { Lang } from '../../ui/words'
import { Banner } from './banner'

const NOW = Date.UTC(2026, 10, 22, 8)
const FIRST: Attention = {
  topic: 'alarms',
  id: 'fire.one',
  urgency: 'p1',
  title: { zh: '火警', en: 'Fire alarm' },
  place: { zh: '肇兴侗寨', en: 'Zhaoxing' },
  state: { zh: '首警 · 未确认', en: 'first · unacknowledged' },
  since: NOW - 36 * 60_000,
}

const { host, show: mount, close } = openWallFace()
afterAll(close)

interface Shown {
  readonly lang: Lang
  readonly wall: HungWall
  readonly first?: Partial<Attention>
  readonly unanswered?: number
  readonly isBlind?: boolean
}

function show({ lang, wall, first, unanswered = 5, isBlind = false }: Shown) {
  const { type, layout } = hung(wall)
  const key = JSON.stringify([lang, wall, first, unanswered, isBlind])
  mount(
    { key, lang, type },
    <Banner
      slots={layout.sceneBanner}
      region="Weng’an"
      counts={{ p1: 31, p2: 4, p3: 24, p4: 0 }}
      isBlind={isBlind}
      unanswered={unanswered}
      first={{ ...FIRST, ...first }}
      type={type}
      now={NOW}
      notices={null}
      stamp={null}
    />,
  )
  const face = host.querySelector<HTMLElement>('.wall-face') as HTMLElement
  const lines = [...face.querySelectorAll('.wall-first > *')].map((line) => line.textContent)
  return { lines, cut: cutWords('.wall-face', '.wall-slot') }
}

describe.each(WALLS)('%s', (...wall) => {
  it.each(['zh', 'en'] as const)(
    'tells in full how many of how many wait for an answer (%s)',
    (lang) => {
      const word = { zh: '未确认', en: 'unanswered' }[lang]
      const { lines, cut } = show({ lang, wall })
      expect(lines.at(-1)).toContain(`${word} 5/31`)
      expect(cut).toEqual([])
      // What is told of an old reading is a lower bound.
      const blind = show({ lang, wall, isBlind: true })
      expect(blind.lines.at(-1)).toContain(`${word} ≥5/31`)
      expect(blind.cut).toEqual([])
    },
  )
})

const LONG = [
  ['Fire water outside its clause', 'Huaxi Resettlement Towers 4', 'acknowledged'],
  ['Urgent incident not dispatched', 'Bing’an Old Town', 'first · unacknowledged'],
  ['Zone at 4 persons/m²', 'Huangguoshu Waterfall · Viewing terrace', 'returned, unacknowledged'],
  ['Urgent incident not dispatched', 'Huangguoshu Waterfall · Viewing terrace', 'acknowledged'],
] as const

it.each(WALLS)('%s: no English word is cut, however long title and place are', (...wall) => {
  for (const [title, place, state] of LONG) {
    const first = {
      title: { zh: title, en: title },
      place: { zh: place, en: place },
      state: { zh: state, en: state },
    }
    const { lines, cut } = show({ lang: 'en', wall, first, unanswered: 0 })
    expect(cut, lines.join(' | ')).toEqual([])
    expect(lines[0]).toBe(title)
    expect(lines[1]).toBe(place.replace(' · ', ', ').replace('’', "'"))
  }
})

it('an apostrophe in an English name is as narrow as a letter, also where it comes as a curly one', () => {
  show({ lang: 'en', wall: WALLS[1] as HungWall, first: { place: { zh: '', en: 'Bing’an' } } })
  const region = host.querySelector('.wall-brand span')?.firstChild as Text
  const range = document.createRange()
  range.setStart(region, 4)
  range.setEnd(region, 5)
  expect(range.toString()).toBe('’')
  const em = Number.parseFloat(getComputedStyle(region.parentElement as Element).fontSize)
  expect(range.getBoundingClientRect().width / em).toBeLessThan(0.5)
  expect(host.querySelector('.wall-first')?.textContent).toContain("Bing'an")
})

it('says its state where everything of the first priority is answered', () => {
  const first = { state: { zh: '已确认', en: 'acknowledged' } }
  const { lines } = show({
    lang: 'zh',
    wall: WALLS[1] as HungWall,
    first,
    unanswered: 0,
  })
  expect(lines.at(-1)).toBe('36 分 · 已确认')
})
