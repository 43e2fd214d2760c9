import { describe, expect, it } from 'vitest'
import { readingsOf } from '../../mocks/readings'
import { createWorld } from '../../mocks/world'
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../domain/time'
import type { Readings } from './reading'
import { createRecorder } from './recorder'
import { replayReadings } from './replay-readings'

const T0 = Date.parse('2026-10-03T07:00:00Z')
const NOW = readingsOf(createWorld({ scenario: 'calm', seed: 7, scale: 1, startAt: T0 }), T0)

/** The same picture, made by its source at another moment. */
const readingsAt = (at: number) =>
  Object.fromEntries(
    Object.entries(NOW).map(([id, reading]) => [
      id,
      { ...reading, snapshot: { ...reading.snapshot, observedAt: at } },
    ]),
  ) as unknown as Readings

describe('the recorder', () => {
  it('keeps a picture every half minute, and gives the one that stood at a moment', () => {
    const recorder = createRecorder()
    expect(recorder.since()).toBeNull()
    for (let s = 0; s <= 120; s += 5) recorder.take(readingsAt(T0 + s * SECOND_MS))
    expect(recorder.since()).toBe(T0)
    const then = recorder.at('units', T0 + 65 * SECOND_MS)
    expect(then?.observedAt).toBe(T0 + 60 * SECOND_MS)
    expect(then?.items.length).toBeGreaterThan(0)
    expect(recorder.at('units', T0 - 1)).toBeNull()
  })

  it('knows nothing of a stretch in which nobody looked', () => {
    const recorder = createRecorder()
    recorder.take(readingsAt(T0))
    recorder.take(readingsAt(T0 + HOUR_MS))
    expect(recorder.at('units', T0 + 20 * SECOND_MS)).not.toBeNull()
    expect(recorder.at('units', T0 + 30 * MINUTE_MS)).toBeNull()
  })

  it('lets the oldest go when it holds too much', () => {
    const first = readingsAt(T0)
    const records = first.units.snapshot?.items.length ?? 0
    const recorder = createRecorder(3 * records)
    for (let i = 0; i < 6; i++) recorder.take(readingsAt(T0 + i * MINUTE_MS))
    expect(recorder.at('units', T0 + 2 * MINUTE_MS)).toBeNull()
    expect(recorder.at('units', T0 + 4 * MINUTE_MS)).not.toBeNull()
  })
})

describe('readings of an earlier moment', () => {
  it('tell incidents and visits by their own times, and registers as they are', () => {
    const at = T0 - 3 * HOUR_MS
    const then = replayReadings(NOW, createRecorder(), at)
    const incidents = then.incidents.snapshot?.items ?? []
    expect(incidents.length).toBeGreaterThan(0)
    expect(incidents.length).toBeLessThan(NOW.incidents.snapshot?.items.length ?? 0)
    for (const one of incidents) expect(one.receivedAt).toBeLessThanOrEqual(at)
    for (const one of then.visits.snapshot?.items ?? [])
      expect(one.enteredAt).toBeLessThanOrEqual(at)
    expect(then.incidents).toMatchObject({ quality: 'live', flags: ['replay'] })
    expect(then['fire-devices']).toBe(NOW['fire-devices'])
  })

  it('are lost where nobody recorded, and never what stands now', () => {
    const then = replayReadings(NOW, createRecorder(), T0 - 30 * HOUR_MS)
    for (const id of ['units', 'crowd', 'fire-readings', 'alarms', 'incidents', 'visits'] as const)
      expect(then[id]).toMatchObject({
        quality: 'lost',
        flags: ['replay'],
        snapshot: { items: [] },
      })
  })

  it('keep their identity while the clock stands', () => {
    const [a, b] = [0, 1].map(() => replayReadings(NOW, createRecorder(), T0 - HOUR_MS))
    for (const id of ['incidents', 'visits', 'units'] as const)
      expect(a?.[id].snapshot).toBe(b?.[id].snapshot)
  })
})
