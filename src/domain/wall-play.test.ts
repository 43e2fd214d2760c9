import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { advance, type Play, START, sceneAt, TAKE_OVER_MS, takenOverBy } from './wall-play'

const run = (
  seconds: number,
  waitingAt: (second: number) => readonly string[],
  from: Play = START,
  startS = 0,
) => {
  const steps: { second: number; play: Play; waiting: readonly string[] }[] = []
  let play = from
  for (let second = startS; second <= startS + seconds; second++) {
    const waiting = waitingAt(second)
    play = advance(play, second * 1_000, waiting)
    steps.push({ second, play, waiting })
  }
  return steps
}

describe('the rotation', () => {
  it('shows each scene for as long as it says, and begins again', () => {
    const dwell = [10_000, 5_000, 20_000]
    const at = (ms: number) => sceneAt(dwell, ms).index
    expect([0, 9_999, 10_000, 14_999, 15_000, 34_999, 35_000].map(at)).toEqual([
      0, 0, 1, 1, 2, 2, 0,
    ])
    expect(sceneAt(dwell, 36_000).leftMs).toBe(9_000)
  })

  it('gives every scene its share of time, whatever the script', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 8 }),
        (seconds) => {
          const dwell = seconds.map((s) => s * 1_000)
          const seen = seconds.map(() => 0)
          const whole = seconds.reduce((sum, s) => sum + s, 0)
          for (let s = 0; s < whole * 2; s++) {
            const { index } = sceneAt(dwell, s * 1_000)
            seen[index] = (seen[index] ?? 0) + 1
          }
          expect(seen).toEqual(seconds.map((s) => s * 2))
        },
      ),
      { numRuns: 50 },
    )
  })

  it('stands on the first scene of a script without length', () => {
    expect(sceneAt([], 5_000).index).toBe(0)
  })
})

describe('a take-over', () => {
  it('begins with the step that hears of it, and ends with the one that hears of the answer', () => {
    const steps = run(60, (s) => (s >= 20 && s < 40 ? ['a'] : []))
    const taken = steps.filter(({ play, waiting }) => takenOverBy(play, waiting).length > 0)
    expect(taken.map(({ second }) => second)).toEqual(Array.from({ length: 20 }, (_, i) => 20 + i))
  })

  it('stops the script, which goes on where it was', () => {
    const last = run(100, (s) => (s >= 20 && s < 50 ? ['a'] : [])).at(-1)
    expect(last?.play.playedMs).toBe(70_000)
  })

  it('gives the wall back after its time though nobody answers', () => {
    const steps = run(300, (s) => (s >= 10 ? ['a'] : []))
    const taken = steps.filter(({ play, waiting }) => takenOverBy(play, waiting).length > 0)
    expect(taken.length).toBe(TAKE_OVER_MS / 1_000)
    expect(steps.at(-1)?.play.playedMs).toBe(300_000 - TAKE_OVER_MS)
  })

  it('comes anew with another occurrence, not with the same one', () => {
    const steps = run(600, (s) => (s < 10 ? [] : s < 300 ? ['a~1'] : ['a~2']))
    const taken = steps.filter(({ play, waiting }) => takenOverBy(play, waiting).length > 0)
    expect(taken.length).toBe((2 * TAKE_OVER_MS) / 1_000)
  })

  it('is not played through while the page slept in it', () => {
    const before = run(20, (s) => (s >= 20 ? ['a'] : [])).at(-1)?.play as Play
    const after = advance(before, 3_620_000, [])
    expect(after.playedMs).toBe(20_000 + 3_600_000 - TAKE_OVER_MS)
  })

  it('ignores a clock that goes back', () => {
    const play = advance(advance(START, 50_000, []), 10_000, ['a'])
    expect(play).toMatchObject({ playedMs: 50_000, at: 50_000 })
    expect(takenOverBy(play, ['a'])).toEqual(['a'])
  })
})

/** Alarms that come and are answered at any second. */
const storm = fc.array(
  fc.record({
    comes: fc.integer({ min: 0, max: 400 }),
    waits: fc.integer({ min: 1, max: 400 }),
  }),
  { maxLength: 12 },
)

it('hides none that waits: each holds the wall from its first second, for its whole time or until it is answered', () => {
  fc.assert(
    fc.property(storm, (alarms) => {
      const waitingAt = (s: number) =>
        alarms.flatMap(({ comes, waits }, i) => (s >= comes && s < comes + waits ? [`${i}`] : []))
      const steps = run(500, waitingAt)
      let playedMs = 0
      for (const [i, { second, play, waiting }] of steps.entries()) {
        const taken = takenOverBy(play, waiting)
        for (const key of waiting) {
          const { comes } = alarms[Number(key)] as { comes: number }
          expect(taken.includes(key), `alarm ${key} at ${second} s`).toBe(
            (second - comes) * 1_000 < TAKE_OVER_MS,
          )
        }
        // The script moves only through seconds that began without a take-over.
        const before = steps[i - 1]
        const wasTaken = before && takenOverBy(before.play, before.waiting).length > 0
        if (before) playedMs += wasTaken ? 0 : 1_000
        expect(play.playedMs).toBe(playedMs)
      }
    }),
    { numRuns: 20 },
  )
})
