import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { fireDeviceWire } from '../src/api/feeds/fire-devices'
import { inspectionsWire, verificationsWire } from '../src/api/fire-records'
import { inspectionFunnel } from '../src/domain/fire-inspection'
import { maintenanceList } from '../src/domain/fire-maintenance'
import { readRulePack } from '../src/domain/fire-rule-pack'
import { fireVillages } from '../src/domain/fire-village'
import { DAY_MS } from '../src/domain/time'
import type { FireOffice } from './fire-records'
import { createWorld } from './world'

const START = Date.parse('2026-11-23T10:00:00+08:00')
const office = () =>
  createWorld({ scenario: 'calm', seed: 20261, scale: 1, startAt: START }).fire as FireOffice

describe('what the fire service keeps', () => {
  it('holds half a year of verdicts, most of them false, some devices again and again', () => {
    const { since, items } = z.parse(verificationsWire, office().verifications(START))
    expect(START - since).toBeGreaterThan(179 * DAY_MS)
    const of = (verdict: string) =>
      items.filter(({ decisions }) => decisions[0]?.verdict === verdict)
    expect(of('false').length).toBeGreaterThan(of('true').length)
    expect(of('true').length).toBeGreaterThan(50)
    expect(maintenanceList(items, { from: since, to: START }, 2).length).toBeGreaterThan(3)
    expect(new Set(items.map(({ occurrenceId }) => occurrenceId)).size).toBe(items.length)
  })

  it('keeps what nobody has verified, so that the village where it stands is told to wait', () => {
    const world = createWorld({ scenario: 'fire-storm', seed: 20261, scale: 1, startAt: START })
    const standing = world.alarms?.pictureAt(START).filter(({ kind }) => kind === 'fire') ?? []
    const { since, items } = z.parse(
      verificationsWire,
      (world.fire as FireOffice).verifications(START),
    )
    const waiting = items.filter(({ decisions }) => decisions.length === 0)
    expect(standing.length).toBeGreaterThan(5)
    expect(waiting.map(({ occurrenceId }) => occurrenceId)).toEqual(standing.map(({ id }) => id))
    const devices = z
      .parse(z.array(fireDeviceWire), world.answer('fire-devices', START, null).items)
      .map((one) => ({ ...one, placeEn: null, woodenHouses: one.woodenHouses ?? null }))
    const { villages } = fireVillages(devices, { verifications: items, since }, START)
    expect(villages.reduce((sum, one) => sum + one.waiting, 0)).toBeGreaterThan(5)
  })

  it('reports of every county, near the figures of 2016 for so much of the year', () => {
    const { items } = z.parse(inspectionsWire, office().inspections(START))
    const funnel = inspectionFunnel(
      items.map(({ from, to, ...report }) => ({ ...report, period: { from, to } })),
    )
    expect(items.length).toBe(88)
    const share = (START - Date.parse('2026-01-01T00:00:00+08:00')) / (365 * DAY_MS)
    expect((funnel.inspections ?? 0) / share).toBeGreaterThan(110_000)
    expect((funnel.inspections ?? 0) / share).toBeLessThan(130_000)
    expect(funnel.backlog.isAtLeast).toBe(false)
    expect(funnel.backlog.open).toBeGreaterThan(0)
  })

  it('adopts a pack of another version, and refuses a wrong one or the same version again', () => {
    const one = office()
    const { text } = one.pack()
    expect(readRulePack(text).ok).toBe(true)
    expect(one.adopt(text, '席位 1', START)).toBeNull()
    expect(
      one.adopt(text.replace('0.14', '"x"').replace('2014.1', '2'), '席位 1', START),
    ).toBeNull()
    expect(one.pack().rev).toBe(1)
    expect(one.adopt(text.replace('2014.1', '2014.2'), '席位 1', START)).toMatchObject({ rev: 2 })
  })

  it('keeps the packs that were in use before, the latest first, and takes one of them again', () => {
    const one = office()
    const { text } = one.pack()
    expect(one.earlierPacks()).toEqual([])
    for (const version of ['2014.2', '2014.3'])
      one.adopt(text.replace('2014.1', version), '席位 1', START)
    expect(one.earlierPacks().map(({ rev }) => rev)).toEqual([2, 1])
    expect(one.adopt(one.earlierPacks()[1]?.text ?? '', '席位 1', START)).toMatchObject({
      rev: 4,
      text,
    })
    expect(one.earlierPacks().map(({ rev }) => rev)).toEqual([3, 2, 1])
  })

  it('raises alarms by the pack in use: a pressure that no pump reaches rings at every street hydrant', () => {
    const world = createWorld({ scenario: 'calm', seed: 20261, scale: 1, startAt: START })
    const water = (at: number) =>
      world.alarms?.pictureAt(at).filter(({ kind }) => kind === 'fire-supply').length ?? 0
    const before = water(START)
    const { text } = (world.fire as FireOffice).pack()
    const higher = text.replace('2014.1', '2014.2').replaceAll('"limit":0.14', '"limit":9')
    expect((world.fire as FireOffice).adopt(higher, '席位 1', START)).not.toBeNull()
    const soon = water(START + 10_000)
    let later = soon
    for (let s = 20; s <= 300; s += 10) later = water(START + s * 1000)
    // One reading alone never rings: the line's delay of 60 s comes first.
    expect(soon).toBeLessThan(before + 5)
    expect(later).toBeGreaterThan(before + 300)
  })
})
