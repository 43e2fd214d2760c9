import { useState } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { NumberField } from './fields'

let unmount: () => void
let held = 45

function Held() {
  const [value, setValue] = useState(45)
  held = value
  const fault = { path: 'scenes[0].dwellS', line: 1, code: 'not-a-number', detail: '' } as const
  return (
    <NumberField
      label={{ zh: '停留', en: 'Stays' }}
      value={value}
      fault={Number.isNaN(value) ? fault : undefined}
      onChange={setValue}
    />
  )
}

beforeEach(async () => {
  const place = document.body.appendChild(document.createElement('div'))
  const root = createRoot(place)
  unmount = () => {
    root.unmount()
    place.remove()
  }
  root.render(<Held />)
  await expect.poll(field).toBeTruthy()
})
afterEach(() => unmount())

const field = () => document.querySelector<HTMLInputElement>('.wall-field input')

it.each([
  ['-5', -5],
  ['1.5', 1.5],
  ['', Number.NaN],
  ['5 s', Number.NaN],
])('shows %j as it was typed, and tells %d', async (typed, value) => {
  await userEvent.clear(field()!)
  if (typed) await userEvent.type(field()!, typed)
  await expect.poll(() => field()?.value).toBe(typed)
  expect(held).toBe(value)
})

it('says under the field what is wrong with it, as long as it is', async () => {
  await userEvent.clear(field()!)
  await expect.poll(() => field()?.getAttribute('aria-invalid')).toBe('true')
  expect(document.querySelector('.wall-field')?.textContent).toContain('应为数')
  await userEvent.type(field()!, '30')
  await expect.poll(() => field()?.getAttribute('aria-invalid')).toBe('false')
  expect(document.querySelector('.wall-field')?.textContent).not.toContain('应为数')
})
