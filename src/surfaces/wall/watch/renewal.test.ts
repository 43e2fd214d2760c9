import { expect, test } from 'vitest'
import { mayGo, noticed, readTried, SPREAD_MS, withTried, writeTried } from './renewal'

const CALM = { unansweredP1: 0, isServed: true }

function memory(fails = false) {
  let kept: string | null = null
  return {
    getItem: () => kept,
    setItem: (_: string, value: string) => {
      if (fails) throw new Error('full')
      kept = value
    },
  }
}

test('another build is noticed, and gone to after a part of ten minutes of its own', () => {
  expect(noticed(null, 'a', 'a', [], 0, 0.5)).toBeNull()
  const renewal = noticed(null, 'b', 'a', [], 1_000, 0.5)!
  expect(renewal).toEqual({ build: 'b', dueAt: 1_000 + SPREAD_MS / 2 })
  // Asked again, the draw stands.
  expect(noticed(renewal, 'b', 'a', [], 60_000, 0.1)).toBe(renewal)
  expect(mayGo(renewal, renewal.dueAt - 1, CALM)).toBe(false)
  expect(mayGo(renewal, renewal.dueAt, CALM)).toBe(true)
  // A still newer one takes its place; the one that runs ends it.
  expect(noticed(renewal, 'c', 'a', [], 60_000, 0)?.build).toBe('c')
  expect(noticed(renewal, 'a', 'a', [], 60_000, 0)).toBeNull()
})

test('never away from an alarm that waits, from alarms that nobody knows of, or from a dead server', () => {
  const renewal = { build: 'b', dueAt: 0 }
  expect(mayGo(renewal, 1, { ...CALM, unansweredP1: 1 })).toBe(false)
  expect(mayGo(renewal, 1, { ...CALM, unansweredP1: null })).toBe(false)
  expect(mayGo(renewal, 1, { ...CALM, isServed: false })).toBe(false)
})

test('a build is gone to once, even where the old page keeps coming back', () => {
  const store = memory()
  let reloads = 0
  // Each turn is a page that loads, sees b served, runs a for ever, and goes when it may.
  for (let turn = 0; turn < 50; turn++) {
    const renewal = noticed(null, 'b', 'a', readTried(store), turn, 0)
    if (renewal && mayGo(renewal, turn, CALM)) {
      expect(writeTried(store, withTried(readTried(store), renewal.build))).toBe(true)
      reloads++
    }
  }
  expect(reloads).toBe(1)
  expect(noticed(null, 'c', 'a', readTried(store), 0, 0)?.build).toBe('c')
})

test('who cannot remember does not go', () => {
  expect(writeTried(memory(true), ['b'])).toBe(false)
  expect(readTried({ getItem: () => '{broken', setItem: () => {} })).toEqual([])
})
