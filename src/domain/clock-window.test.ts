import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  CALENDAR,
  hoursOf,
  MAX_SPAN_HOURS,
  ROLLING,
  type Span,
  spanOf,
  stepFrom,
  windowAt,
} from './clock-window'
import { dateOf, dayOf, startOf } from './review/calendar'
import { springFestivalOf } from './review/spring-festival'
import { DAY_MS, HOUR_MS, hourOfDay, MINUTE_MS } from './time'

const at = (text: string) => Date.parse(`${text}+08:00`)
const shown = (ms: number) => new Date(ms + 8 * HOUR_MS).toISOString().slice(0, 16)

const moment = fc
  .integer({ min: at('2016-02-09T00:00') / MINUTE_MS, max: at('2030-12-31T00:00') / MINUTE_MS })
  .map((minute) => minute * MINUTE_MS)
const calendar = fc.constantFrom(...CALENDAR)

describe('windows of the clock', () => {
  it.each([
    // A day that is over ends with its midnight; a minute later the next one has begun.
    ['day', '2026-11-26T00:00', '2026-11-25T00:00'],
    ['day', '2026-11-26T03:00', '2026-11-26T00:00'],
    ['month', '2026-12-01T00:00', '2026-11-01T00:00'],
    ['month', '2028-02-29T12:00', '2028-02-01T00:00'],
    ['month', '2028-03-01T05:00', '2028-03-01T00:00'],
    ['28d', '2028-03-01T00:00', '2028-02-02T00:00'],
    ['28d', '2027-03-01T00:00', '2027-02-01T00:00'],
    // New Year's Eve belongs to the year of the snake, the next noon to the year of the horse.
    ['lunar-year', '2026-02-16T23:00', '2025-01-29T00:00'],
    ['lunar-year', '2026-02-17T12:00', '2026-02-17T00:00'],
    ['lunar-year', '2026-01-01T12:00', '2025-01-29T00:00'],
    ['shift', '2026-11-26T03:00', '2026-11-25T22:00'],
    ['shift', '2026-11-26T14:00', '2026-11-26T06:00'],
    ['36h', '2026-11-26T12:00', '2026-11-25T00:00'],
  ] as const)('%s at %s begins %s', (span, now, begins) => {
    expect(shown(windowAt(span, at(now)).from)).toBe(begins)
    expect(windowAt(span, at(now)).to).toBe(at(now))
  })

  it('a rolling window has its length always, leap days and New Years or not', () => {
    fc.assert(
      fc.property(moment, fc.constantFrom(...ROLLING), (now, span) => {
        const { from, to } = windowAt(span, now)
        expect(to - from).toBe((hoursOf(span) as number) * HOUR_MS)
      }),
    )
  })

  it('a calendar window begins at a boundary of its own, and none lies within it', () => {
    fc.assert(
      fc.property(moment, calendar, (now, span) => {
        const { from, to } = windowAt(span, now)
        // Cut to an hour at least, it may begin a little before.
        fc.pre(to - from > HOUR_MS)
        const isBoundary = (day: number) =>
          span === 'day' ||
          (span === 'month' && dateOf(day).date === 1) ||
          (span === 'lunar-year' && springFestivalOf(dateOf(day).year) === day)
        if (span === 'shift') {
          expect([6, 14, 22]).toContain(hourOfDay(from))
          expect(to - from).toBeLessThanOrEqual(8 * HOUR_MS)
          return
        }
        const first = dayOf(from)
        expect(startOf(first)).toBe(from)
        expect(isBoundary(first)).toBe(true)
        for (let day = first + 1; startOf(day) < to; day++) expect(isBoundary(day)).toBe(false)
      }),
    )
  })

  it('the beginning never goes back while the clock goes on, and rolls exactly when a new one begins', () => {
    fc.assert(
      fc.property(moment, calendar, fc.integer({ min: 1, max: 400 * 24 }), (now, span, hours) => {
        const later = now + hours * HOUR_MS
        expect(windowAt(span, later).from).toBeGreaterThanOrEqual(windowAt(span, now).from)
      }),
    )
  })

  it('pinned, it begins where it was pinned and only grows; a pin in the future is none', () => {
    const pin = at('2026-11-20T08:00')
    expect(windowAt('7d', at('2026-11-26T08:00'), pin)).toEqual({
      from: pin,
      to: at('2026-11-26T08:00'),
    })
    expect(windowAt('24h', at('2026-11-19T08:00'), pin).from).toBe(at('2026-11-18T08:00'))
  })

  it('is never empty', () => {
    fc.assert(
      fc.property(moment, calendar, fc.option(moment), (now, span, since) => {
        const { from, to } = windowAt(span, now, since)
        expect(to - from).toBeGreaterThanOrEqual(HOUR_MS)
      }),
    )
  })

  it('a length has its usual name, and stays in bounds', () => {
    expect([24, 168, 672, 36, 0.2, 1e9].map(spanOf)).toEqual([
      '24h',
      '7d',
      '28d',
      '36h',
      '1h',
      `${MAX_SPAN_HOURS}h`,
    ] satisfies Span[])
  })
})

describe('steps of the clock', () => {
  it('by shift it stops at every change of shift, and comes back the same way', () => {
    fc.assert(
      fc.property(moment, (now) => {
        const next = stepFrom(now, 'shift', 1)
        expect([6, 14, 22]).toContain(hourOfDay(next))
        expect(next % HOUR_MS).toBe(0)
        expect(next - now).toBeGreaterThan(0)
        expect(next - now).toBeLessThanOrEqual(8 * HOUR_MS)
        expect(stepFrom(stepFrom(next, 'shift', 1), 'shift', -1)).toBe(next)
      }),
    )
  })

  it('by minutes it goes so far', () => {
    expect(stepFrom(0, 15, -1)).toBe(-15 * MINUTE_MS)
    expect(stepFrom(DAY_MS, 1440, 1)).toBe(2 * DAY_MS)
  })
})
