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
  return <NumberField label={{ zh: '停留', en: 'Stays' }} value={value} onChange={setValue} />
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
