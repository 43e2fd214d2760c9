import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { cdp } from 'vitest/browser'
import { DataTable, PRINTED_ROWS } from './data-table'
import './kit.css'
import './tokens.css'
import { TOKENS } from './tokens'

const rows = Array.from({ length: PRINTED_ROWS + 200 }, (_, n) => ({ id: `r${n}`, n }))
let unmount: () => void

interface Protocol {
  readonly send: (method: string, of: object) => Promise<unknown>
}
const showOn = (media: 'print' | '') =>
  (cdp() as unknown as Protocol).send('Emulation.setEmulatedMedia', { media })
const shown = () => [...document.querySelectorAll<HTMLElement>('.data-table-body-row')]
const groundOf = (element: Element) => getComputedStyle(element).getPropertyValue('--ground').trim()

beforeEach(() => {
  document.documentElement.dataset.flavour = 'night'
  const place = document.body.appendChild(document.createElement('div'))
  place.style.height = '20rem'
  const root = createRoot(place)
  unmount = () => {
    root.unmount()
    place.remove()
  }
  root.render(
    <DataTable
      id="t"
      title={{ zh: '表', en: 'Table' }}
      columns={[
        { id: 'n', header: { zh: '数', en: 'n' }, text: ({ n }) => `${n}`, sort: ({ n }) => n },
      ]}
      rows={rows}
      rowId={({ id }) => id}
      placed={null}
      filter=""
      onFilter={() => {}}
    />,
  )
})
afterEach(async () => {
  unmount()
  await showOn('')
})

it('puts all rows on paper up to its limit, one under the other, and says what is left out', async () => {
  await expect.poll(() => shown().length).toBeGreaterThan(0)
  expect(shown().length).toBeLessThan(100)
  await showOn('print')
  await expect.poll(() => shown().length).toBe(PRINTED_ROWS)
  const tops = shown().map((row) => row.getBoundingClientRect().top)
  expect(tops).toEqual(tops.toSorted((a, b) => a - b))
  expect(new Set(tops).size).toBe(PRINTED_ROWS)
  expect(document.querySelector('.data-table-cut')?.textContent).toContain('1,200')
  await showOn('')
  await expect.poll(() => shown().length).toBeLessThan(100)
})

it('has them there before the browser lays the sheets out', async () => {
  await expect.poll(() => shown().length).toBeGreaterThan(0)
  window.dispatchEvent(new Event('beforeprint'))
  expect(shown().length).toBe(PRINTED_ROWS)
  window.dispatchEvent(new Event('afterprint'))
})

it.each(['night', 'day'] as const)('is white on paper after a %s screen', async (flavour) => {
  document.documentElement.dataset.flavour = flavour
  expect(groundOf(document.documentElement)).toBe(TOKENS[flavour].ground.toLowerCase())
  await showOn('print')
  expect(groundOf(document.documentElement)).toBe('#ffffff')
  expect(getComputedStyle(document.body).backgroundColor).toBe('rgb(255, 255, 255)')
})
