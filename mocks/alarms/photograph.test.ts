import { describe, expect, it } from 'vitest'
import { createWorld } from '../world'
import { type Scene, sceneOf } from './photograph'
import { respondToAlarmRead } from './writes'

const START = Date.parse('2026-11-23T10:00:00+08:00')
const world = createWorld({ scenario: 'fire-storm', seed: 20261, scale: 1, startAt: START })
const devices = world.answer('fire-devices', START, null).items

const picture = async (placeId: string) => {
  const answer = await respondToAlarmRead(
    `photos/${encodeURIComponent(placeId)}`,
    new URLSearchParams(),
    world,
    START,
  )
  return (await answer?.text()) ?? ''
}

describe('the photograph of a place', () => {
  it.each([
    ['人民医院住院楼', 'hospital'],
    ['国际金融中心', 'high-rise'],
    ['安置房高层', 'high-rise'],
    ['第一中学', 'school'],
    ['客运站', 'hall'],
    ['购物中心', 'hall'],
    ['冷链仓库', 'works'],
    ['家属院', 'estate'],
    ['市政消火栓', 'hydrant'],
    ['新寨1组', 'village'],
  ] satisfies [string, Scene][])('of %s shows a %s', async (name, scene) => {
    const { placeId } = devices.find(({ place }) => place.includes(name)) ?? { placeId: '' }
    expect(await picture(placeId)).toContain(`data-scene="${scene}"`)
  })

  it('shows villages as villages and hydrants as hydrants, whatever their county is called', () => {
    for (const { placeId, place } of devices) {
      const scene = sceneOf(place)
      expect(scene === 'village', place).toBe(placeId.startsWith('fv-'))
      expect(scene === 'hydrant', place).toBe(placeId.startsWith('fs-'))
    }
  })

  it('says in both languages that it is none, also of a place that nobody knows', async () => {
    for (const place of [devices[0]?.placeId ?? '', 'nowhere'])
      expect(await picture(place)).toMatch(/模拟 SIMULATED.*非现场照片 · no photograph/)
  })
})
