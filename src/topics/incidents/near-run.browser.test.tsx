import { createRoot } from 'react-dom/client'
import { afterEach, expect, test, vi } from 'vitest'
import type { Held } from '../../api/incident-shelf'
import { incidentStore } from '../../api/incident-store'
import { INCIDENT_CATEGORIES } from '../../domain/incident'
import { REPORTED } from '../../domain/incident-filter'
import { DAY_MS, MINUTE_MS } from '../../domain/time'
import { type NearRun, useNearRepeat } from './near-run'
import { nearOption } from './options'

const END = 100 * DAY_MS
const ROWS = 60

/** Sixty burglaries of as many days, all over a town. */
function put(): Promise<Held> {
  const rows = Array.from({ length: ROWS }, (_, i) => i)
  return incidentStore().put(
    'near',
    {
      count: ROWS,
      lng: Float64Array.from(rows, (i) => 106.7 + ((i * 37) % 60) / 1_000),
      lat: Float64Array.from(rows, (i) => 26.5 + ((i * 17) % 60) / 1_000),
      occurredAt: Float64Array.from(rows, (i) => END - (ROWS - i) * DAY_MS),
      category: new Uint8Array(ROWS).fill(INCIDENT_CATEGORIES.indexOf('burglary')),
      severity: new Uint8Array(ROWS),
      source: new Uint8Array(ROWS),
      area: new Uint16Array(ROWS),
      areas: [''],
    },
    { from: 0, to: END },
  )
}

const root = createRoot(document.body.appendChild(document.createElement('div')))
afterEach(() => root.render(null))

let told: NearRun | null = null
function Asking({ held, to }: { readonly held: Held; readonly to: number }) {
  told = useNearRepeat({
    held,
    region: [106, 26, 107, 27],
    window: { from: to - DAY_MS, to },
    before: null,
    filter: REPORTED,
    options: [nearOption('burglary')],
  })
  return null
}
const asOf = () => (told?.state === 'ready' ? told.asOf : null)
const counted = () => (told?.state === 'ready' ? told.result.count : null)

test('near repeats say as of when they hold, and are asked anew where the end has come to rest', async () => {
  const held = await put()
  root.render(<Asking held={held} to={END} />)
  await vi.waitFor(() => expect(asOf()).toBe(END), { timeout: 10_000 })
  expect(counted()).toBe(ROWS)
  // The running minute asks for nothing.
  root.render(<Asking held={held} to={END + MINUTE_MS} />)
  // A clock that plays moves on before it is asked.
  for (let day = 1; day <= 15; day++) {
    root.render(<Asking held={held} to={END - day * DAY_MS} />)
    await new Promise((moved) => setTimeout(moved, 200))
  }
  expect(asOf()).toBe(END)
  await vi.waitFor(() => expect(asOf()).toBe(END - 15 * DAY_MS), { timeout: 10_000 })
  // Of what lay after that moment nothing is counted.
  expect(counted()).toBe(ROWS - 15)
})
