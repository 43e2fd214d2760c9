import { describe, expect, it } from 'vitest'
import { chosen, opening, restored, settledBy, stepped } from './choice'

const IDS = ['a', 'b', 'c']

describe('what Enter would send', () => {
  it('is nothing after a send, until somebody chooses', () => {
    const after = settledBy(opening('a'), 'a', 'sent')
    expect(after.framed).toBeNull()
    expect(stepped(after, IDS).framed).toBe('b')
    expect(chosen(after, 'c').framed).toBe('c')
  })

  it('is never what was just refused, though a hand may choose it', () => {
    let choice = stepped(settledBy(opening('a'), 'a', 'sent'), IDS)
    choice = settledBy(choice, 'b', 'sent')
    choice = stepped(choice, IDS)
    expect(choice.framed).toBe('c')
    expect(stepped(choice, IDS).framed).toBe('c')
    expect(chosen(choice, 'a').framed).toBe('a')
  })

  it('is nothing where all are settled, and nothing of an empty list', () => {
    const all = IDS.reduce((choice, id) => settledBy(choice, id, 'sent'), opening('a'))
    expect(stepped(all, IDS).framed).toBeNull()
    expect(stepped(opening(null), []).framed).toBeNull()
  })

  it('goes round both ways', () => {
    expect(stepped(opening('c'), IDS).framed).toBe('a')
    expect(stepped(opening('a'), IDS, -1).framed).toBe('c')
    expect(stepped(opening(null), IDS).framed).toBe('a')
  })

  it('is the same one again where the machine could not keep the order', () => {
    const choice = restored(settledBy(opening('a'), 'a', 'sent'), 'a')
    expect(choice.framed).toBe('a')
    expect(choice.settled.size).toBe(0)
    expect(restored(chosen(settledBy(opening('a'), 'a', 'sent'), 'b'), 'a').framed).toBe('b')
  })
})
