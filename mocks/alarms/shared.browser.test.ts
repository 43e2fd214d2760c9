import { expect, it } from 'vitest'
import { optionsFrom } from '../options'
import { sharedAlarms } from './shared'
import type { AlarmWire } from './wire'

const options = optionsFrom('?scenario=festival', Date.now())
let at = options.startAt + 60_000
const run = `test-${Math.random()}`

type Tab = ReturnType<typeof sharedAlarms>

async function ask(tab: Tab, method: string, path: string, more: object = {}): Promise<Response> {
  const plain = { method, path, query: new URLSearchParams(), headers: new Headers(), body: null }
  // An answer is kept for its time.
  const reply = await tab({ ...plain, ...more }, at++)
  if (!reply?.response) throw new Error('nobody answers')
  return reply.response
}

async function firstUnanswered(tab: Tab): Promise<AlarmWire | undefined> {
  const { items } = (await (await ask(tab, 'GET', 'alarms')).json()) as { items: AlarmWire[] }
  return items.find(({ priority, state }) => priority === 1 && state === 'unacknowledged')
}

it('what one tab acknowledges is acknowledged in another of its run, and in no other run', async () => {
  const desk = sharedAlarms(options, run)
  const wall = sharedAlarms(options, run)
  const elsewhere = sharedAlarms(options, `${run}-later`)
  const alarm = await firstUnanswered(wall)
  expect(alarm).toBeDefined()
  const headers = new Headers({ 'idempotency-key': 'k1', 'if-match': `"${alarm?.rev}"` })
  const path = `alarms/${encodeURIComponent(alarm?.id ?? '')}/acknowledge`
  expect((await ask(desk, 'POST', path, { headers, body: { by: 'seat 1' } })).status).toBe(200)
  expect((await firstUnanswered(wall))?.id).not.toBe(alarm?.id)
  expect((await firstUnanswered(elsewhere))?.id).toBe(alarm?.id)
})

it('what is no alarm is the page’s own to answer', () => {
  const tab = sharedAlarms(options, run)
  const plain = { method: 'GET', query: new URLSearchParams(), headers: new Headers(), body: null }
  for (const path of ['units', 'fire-readings', 'fire-devices', 'allocations'])
    expect(tab({ ...plain, path }, at)).toBeNull()
})
