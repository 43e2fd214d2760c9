import { expect, it } from 'vitest'
import { changed, redone, undoable, undone } from './undo'

it('takes back and brings back, step by step', () => {
  let history = undoable('a')
  for (const next of ['b', 'c']) history = changed(history, next)
  history = undone(undone(history))
  expect(history.now).toBe('a')
  expect(undone(history)).toEqual(history)
  expect(redone(redone(history)).now).toBe('c')
})

it('forgets what was taken back once something else is done', () => {
  const history = changed(undone(changed(undoable('a'), 'b')), 'c')
  expect(redone(history).now).toBe('c')
  expect(undone(history).now).toBe('a')
})

it('takes a word back, not its letters', () => {
  let history = changed(undoable(''), 'w')
  for (const text of ['wa', 'wal', 'wall']) history = changed(history, text, true)
  expect(undone(history).now).toBe('')
})
