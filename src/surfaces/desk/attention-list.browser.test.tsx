import { createRoot } from 'react-dom/client'
import { afterEach, expect, test, vi } from 'vitest'
import '../../ui/kit.css'
import type { Attention } from '../../topics/topic'
import { MannerProvider } from '../../ui/lang'
import { AttentionList } from './attention-list'
import './desk.css'

const p1 = (title: string, place: string): Attention => ({
  topic: 'alarms',
  id: title,
  urgency: 'p1',
  title: { zh: title, en: title },
  place: { zh: place, en: place },
  state: { zh: '首警 · 未确认', en: 'first · unacknowledged' },
  note: { zh: '已升级指挥长 14:59 起', en: '↑ commander 14:59' },
  since: 0,
  asks: true,
  count: 2,
})

const host = document.body.appendChild(document.createElement('div'))
// Narrower than any desk's column.
host.style.width = '340px'
const root = createRoot(host)
afterEach(() => root.render(null))

const show = (items: readonly Attention[], lang: 'zh' | 'en', recordedSince?: number) =>
  root.render(
    <MannerProvider lang={lang} flavour="night">
      <AttentionList
        whole={null}
        items={items}
        readings={{} as never}
        selected={null}
        now={240_000}
        isBlind={false}
        recordedSince={recordedSince}
        isNoneWaiting={false}
        onSelect={() => {}}
        onGo={() => {}}
      />
    </MannerProvider>,
  )

test.each(['zh', 'en'] as const)('kind and place of an alarm are never cut (%s)', async (lang) => {
  const items = [
    p1('Zone at 5 persons/m²', 'Huangguoshu Waterfall · Viewing deck'),
    p1('Area at 90 % of capacity', '威宁彝族回族苗族自治县国际金融中心写字楼9号'),
  ]
  show(items, lang)
  await vi.waitFor(() => expect(host.querySelectorAll('.attention')).toHaveLength(2))
  for (const row of host.querySelectorAll('.attention')) {
    const { right, bottom } = row.getBoundingClientRect()
    for (const words of row.querySelectorAll('strong, .attention-where > *, .attention-what > *')) {
      const box = words.getBoundingClientRect()
      expect(words.scrollWidth).toBeLessThanOrEqual(Math.ceil(box.width))
      expect(getComputedStyle(words).textOverflow).toBe('clip')
      expect(box.right).toBeLessThanOrEqual(right)
      expect(box.bottom).toBeLessThanOrEqual(bottom)
    }
  }
})

test('where alarms of the past were not recorded their number is not none', async () => {
  const count = () => host.querySelector('.desk-list-head .ink2')?.textContent
  show([], 'en', 120_000)
  await vi.waitFor(() => expect(count()).toBe('—'))
  show([], 'en')
  await vi.waitFor(() => expect(count()).toBe('0'))
})
