import { describe, expect, test } from 'vitest'
import { respond } from '../../mocks/respond'
import { SCENARIO_IDS } from '../../mocks/scenarios'
import { decodeAnswer } from '../../src/api/decode'
import { FEED_IDS, FEEDS } from '../../src/api/feeds'
import { SECOND_MS } from '../../src/domain/time'
import { AT, decodedOf, worldOf } from './worlds'

describe.each(SCENARIO_IDS)('the world of %s', async (scenario) => {
  const world = await worldOf(scenario)

  test('says only what the schemas say', () => {
    const decoded = decodedOf(world)
    expect(decoded.map(({ id }) => id)).toEqual(FEED_IDS)
    for (const { id, sent, answer } of decoded) {
      if (!answer.ok) throw new Error(`${id}: ${answer.cause} ${answer.detail}`)
      expect(answer.rejected, id).toEqual([])
      expect(answer.items, id).toHaveLength(sent)
      expect(answer.droppedPersonal, id).toBe(0)
    }
    expect(decoded.reduce((sum, { sent }) => sum + sent, 0)).toBeGreaterThan(1)
  })

  test('is not the same a minute later, and the same when asked again', () => {
    const moving = scenario === 'columbia' ? 'incidents' : 'units'
    const before = world.answer(moving, AT, null)
    const after = world.answer(moving, AT + 60 * SECOND_MS, null)
    expect(world.answer(moving, AT, null)).toEqual(before)
    expect(after.generatedAt).not.toBe(before.generatedAt)
    if (moving === 'units') expect(after.items).not.toEqual(before.items)
  })
})

test('whatever garbage sends is taken, set aside or refused, at every moment of its round', async () => {
  const world = await worldOf('garbage')
  const causes = new Set<string>()
  let setAside = 0
  for (let at = AT; at < AT + 360 * SECOND_MS; at += 10 * SECOND_MS)
    for (const feed of FEED_IDS) {
      if (FEEDS[feed].everyMs > 60 * SECOND_MS && at > AT) continue
      const { response } = respond(feed, new URLSearchParams(), new Headers(), world, at)
      if (!response) throw new Error('garbage always answers')
      const bytes = new Uint8Array(await response.arrayBuffer())
      const answer = decodeAnswer(feed, bytes, response.headers.get('content-type'))
      if (!answer.ok) causes.add(answer.cause)
      else {
        setAside += answer.rejected.length
        const all = answer.items.length + answer.rejected.length
        if (all > 0) expect(answer.rejected.length / all).toBeLessThanOrEqual(0.2)
      }
    }
  expect([...causes].sort()).toEqual(
    ['content-type', 'crs', 'encoding', 'json', 'login-page', 'schema', 'too-many-rejected'].sort(),
  )
  expect(setAside).toBeGreaterThan(0)
}, 60_000)
