import { describe, expect, it } from 'vitest'
import { worldPx } from '../../map/mercator'
import { firstPriorityAt, groupByPlace } from './grouping'
import type { ShownAlarm } from './standing'

const alarm = (id: string, lng: number | null, lat = 26): ShownAlarm =>
  ({ id, alarm: id, priority: 1, position: lng === null ? null : [lng, lat] }) as ShownAlarm
const none = () => false
const told = (groups: ReturnType<typeof groupByPlace>) =>
  groups.map(({ lead, members }) => `${lead.id} ${members.length}`)

describe('alarms that lie on each other', () => {
  const three = [alarm('a', 107), alarm('b', 107.02), alarm('c', 109)]

  it('are one symbol with their number, under the one that comes first', () => {
    expect(told(groupByPlace(three, 6.5, none))).toEqual(['a 2', 'c 1'])
  })

  it('never stand so near that a number with its halo lies on another', () => {
    const many = Array.from({ length: 300 }, (_, i) =>
      alarm(`m${i}`, 104 + ((i * 37) % 500) / 100, 25 + ((i * 91) % 400) / 100),
    )
    const places = groupByPlace(many, 6.5, none).map(({ lead }) =>
      worldPx(lead.position![0], lead.position![1], 6.5),
    )
    places.forEach(([x, y], i) => {
      for (const [a, b] of places.slice(i + 1))
        expect(Math.abs(a - x) >= 76 || Math.abs(b - y) >= 40).toBe(true)
    })
  })

  it('come apart when the map comes near', () => {
    expect(told(groupByPlace(three, 13, none))).toEqual(['a 1', 'b 1', 'c 1'])
  })

  it('leave the chosen one to itself, and count none twice or without a place', () => {
    const groups = groupByPlace([...three, alarm('d', null)], 6.5, ({ id }) => id === 'a')
    expect(told(groups)).toEqual(['a 1', 'b 1', 'c 1'])
  })

  it('are all there once, however many', () => {
    const many = Array.from({ length: 300 }, (_, i) =>
      alarm(`m${i}`, 104 + ((i * 37) % 500) / 100, 25 + ((i * 91) % 400) / 100),
    )
    for (const zoom of [5, 6.5, 9]) {
      const ids = groupByPlace(many, zoom, none).flatMap(({ members }) =>
        members.map(({ id }) => id),
      )
      expect(new Set(ids).size).toBe(300)
      expect(ids).toHaveLength(300)
    }
    expect(groupByPlace(many, 6.5, none).length).toBeLessThan(150)
  })
})

describe('alarms of the first priority on the map', () => {
  const scene = { zoom: 7, selectedId: null, leadId: null }
  const as = (state: string, one: ShownAlarm) => ({ ...one, state }) as ShownAlarm

  it('stand together whether answered or not, who waits in front', () => {
    const queue = [as('acknowledged', alarm('a', 107)), as('unacknowledged', alarm('b', 107.02))]
    expect(told(firstPriorityAt(queue, scene))).toEqual(['b 2'])
    const answered = queue.map((one) => as('acknowledged', one))
    expect(told(firstPriorityAt(answered, scene))).toEqual(['a 2'])
  })

  it('the one that is told of stands in front of all', () => {
    const queue = [as('unacknowledged', alarm('a', 107)), as('unacknowledged', alarm('b', 107.02))]
    expect(told(firstPriorityAt(queue, { ...scene, leadId: 'b' }))).toEqual(['b 2'])
  })

  it('others are no business of theirs', () => {
    const minor = { ...alarm('a', 107), priority: 2 } as ShownAlarm
    expect(firstPriorityAt([minor], scene)).toEqual([])
  })
})
