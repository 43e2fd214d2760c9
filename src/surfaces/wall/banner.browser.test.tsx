import { createRoot } from 'react-dom/client'
import { afterAll, describe, expect, it } from 'vitest'
import '../../ui/kit.css'
import './wall.css'
import './banner.css'
import { cutWords } from '../../../tests/browser/cut-words'
import { wallLayout } from '../../domain/wall-layout'
import { NOTO_HEIGHTS, wallType } from '../../domain/wall-profile'
import type { Attention } from '../../topics/topic'
import { faceHeights } from '../../ui/face-heights'
import { MannerProvider } from '../../ui/lang'
import type { Lang } from '../../ui/words'
import { Banner } from './banner'

/** Width and farthest seat in m, the pixels' proportion, displays. */
const WALLS: readonly (readonly [string, number, number, number, number, number, number])[] = [
  ['2 m read from 4 m', 2, 4, 1920, 1080, 1, 1],
  ['6 m read from 10 m', 6, 10, 1920, 1080, 1, 1],
  ['6 m of 5 x 5 displays', 6, 10, 1920, 1080, 5, 5],
  ['12 m read from 15 m', 12, 15, 1920, 1080, 1, 1],
  ['6656 x 1792', 10, 12, 6656, 1792, 1, 1],
  ['98 inches', 2.17, 4, 1920, 1080, 1, 1],
  ['P1.5 LED', 4.8, 8, 3200, 1800, 1, 1],
]

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

const host = document.body.appendChild(document.createElement('div'))
const root = createRoot(host)
afterAll(() => root.unmount())

interface Shown {
  readonly lang: Lang
  readonly wall: (typeof WALLS)[number]
  readonly first?: Partial<Attention>
  readonly unanswered?: number
  readonly isBlind?: boolean
}

async function show({ lang, wall, first, unanswered = 5, isBlind = false }: Shown) {
  const [, widthM, seatM, width, height, cols, rows] = wall
  const displays = [cols, rows] as const
  const profile = { widthM, seatM, pixels: [width, height] as const, displays }
  const type = wallType(profile, width, faceHeights(NOTO_HEIGHTS))
  const layout = wallLayout({ width, height, body: type.body, displays })
  if (typeof layout === 'string') throw new Error(layout)
  const key = JSON.stringify([lang, wall, first, unanswered, isBlind])
  root.render(
    <MannerProvider lang={lang} flavour="night">
      <div
        key={key}
        data-case={key}
        lang={lang}
        className="wall-face"
        ref={(face) => {
          face?.style.setProperty('--u', `${type.body}px`)
          face?.style.setProperty('--critical', `${type.critical}px`)
        }}
      >
        <Banner
          slots={layout.sceneBanner}
          region="Guizhou"
          counts={{ p1: 31, p2: 4, p3: 24, p4: 0 }}
          isBlind={isBlind}
          unanswered={unanswered}
          first={{ ...FIRST, ...first }}
          type={type}
          now={NOW}
          notices={null}
          stamp={null}
        />
      </div>
    </MannerProvider>,
  )
  await expect.poll(() => host.querySelector<HTMLElement>('.wall-face')?.dataset.case).toBe(key)
  const face = host.querySelector<HTMLElement>('.wall-face') as HTMLElement
  const lines = [...face.querySelectorAll('.wall-first > *')].map((line) => line.textContent)
  return { lines, cut: cutWords('.wall-face', '.wall-slot') }
}

describe.each(WALLS)('%s', (...wall) => {
  it.each(['zh', 'en'] as const)(
    'tells in full how many of how many wait for an answer (%s)',
    async (lang) => {
      const word = { zh: '未确认', en: 'unanswered' }[lang]
      const { lines, cut } = await show({ lang, wall })
      expect(lines.at(-1)).toContain(`${word} 5/31`)
      expect(cut).toEqual([])
      // What is told of an old reading is a lower bound.
      const blind = await show({ lang, wall, isBlind: true })
      expect(blind.lines.at(-1)).toContain(`${word} ≥5/31`)
      expect(blind.cut).toEqual([])
    },
  )
})

it('says its state where everything of the first priority is answered', async () => {
  const first = { state: { zh: '已确认', en: 'acknowledged' } }
  const { lines } = await show({
    lang: 'zh',
    wall: WALLS[1] as (typeof WALLS)[number],
    first,
    unanswered: 0,
  })
  expect(lines.at(-1)).toBe('36 分 · 已确认')
})
