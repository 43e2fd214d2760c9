import { describe, expect, it } from 'vitest'
import { DEFAULT_SEED, optionsFrom } from './options'

const NOW = Date.parse('2026-11-23T08:00:00Z')

describe('optionsFrom', () => {
  it('has a default for everything', () => {
    expect(optionsFrom('', NOW)).toEqual({
      scenario: 'calm',
      seed: DEFAULT_SEED,
      scale: 1,
      startAt: NOW,
    })
  })

  it('begins a festival at its hour, unless told another', () => {
    const at = (search: string) => optionsFrom(search, NOW).startAt
    expect(at('?scenario=festival')).toBe(Date.parse('2026-10-03T14:45:00+08:00'))
    expect(at('?scenario=festival&now=rubbish')).toBe(at('?scenario=festival'))
    expect(at('?scenario=festival&now=2026-10-01T09:00:00Z')).toBe(
      Date.parse('2026-10-01T09:00:00Z'),
    )
  })

  it('takes what is in bounds', () => {
    const search = '?scenario=late&seed=7&scale=2.5&now=2026-02-17T12:00:00%2B08:00&lang=en'
    expect(optionsFrom(search, NOW)).toEqual({
      scenario: 'late',
      seed: 7,
      scale: 2.5,
      startAt: Date.parse('2026-02-17T04:00:00Z'),
    })
  })

  it.each([
    'scenario=constructor',
    'seed=-1',
    'seed=1e99',
    'seed=NaN',
    'scale=0',
    'scale=51',
    'scale=Infinity',
    'scale=',
    'now=yesterday',
    'now=1900-01-01T00:00:00Z',
    'now=',
  ])('falls to the default on %s', (search) => {
    expect(optionsFrom(`?${search}`, NOW)).toEqual(optionsFrom('', NOW))
  })
})
