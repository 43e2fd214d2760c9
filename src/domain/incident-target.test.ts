import { expect, it } from 'vitest'
import type { Incident } from './incident'
import { isTown, queueOf, waitOf } from './incident-target'
import { MINUTE_MS } from './time'

const NOW = Date.parse('2026-11-23T13:00:00Z')
const incident = (id: string, minutes: number, over: Partial<Incident> = {}): Incident =>
  ({
    id,
    severity: 'minor',
    stage: 'received',
    areaCode: '520103',
    receivedAt: NOW - minutes * MINUTE_MS,
    dispatchedAt: null,
    arrivedAt: null,
    closedAt: null,
    ...over,
  }) as Incident

it.each([
  ['520103', true],
  ['520120', true],
  ['520121', false],
  ['520181', true],
  ['522634', false],
  ['us-mo', false],
])('area %s is a town: %s', (code, town) => expect(isTown(code)).toBe(town))

it('counts against the target of its area, until somebody arrived', () => {
  expect(waitOf(incident('a', 4), NOW)).toMatchObject({ leftMs: MINUTE_MS, isOver: false })
  expect(waitOf(incident('a', 4, { areaCode: '522634' }), NOW).leftMs).toBe(6 * MINUTE_MS)
  const attended = incident('a', 30, { arrivedAt: NOW - 26 * MINUTE_MS })
  expect(waitOf(attended, NOW)).toMatchObject({ waitedMs: 4 * MINUTE_MS, isOver: false })
  expect(waitOf(incident('a', -1), NOW).waitedMs).toBe(0)
})

it('puts first whom nobody was sent to, then the severe, then who has waited worst for their target', () => {
  const queue = queueOf(
    [
      incident('attended', 9, { arrivedAt: NOW }),
      incident('closed', 9, { closedAt: NOW }),
      incident('on the way', 9, { severity: 'extreme', dispatchedAt: NOW }),
      incident('country', 8, { areaCode: '522634' }),
      incident('town', 6),
      incident('severe', 1, { severity: 'severe' }),
    ],
    NOW,
  )
  expect(queue.map(({ id }) => id)).toEqual(['severe', 'town', 'country', 'on the way'])
})
