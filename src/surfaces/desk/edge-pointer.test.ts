import { expect, test } from 'vitest'
import { flashingOf, pointerAt, pointersTo } from './edge-pointer'

const BOX = { width: 1000, height: 600 }

test('what is in the picture needs no pointer', () => {
  expect(pointerAt([0, 0], BOX)).toBeNull()
  expect(pointerAt([1000, 600], BOX)).toBeNull()
  expect(pointerAt([500, 300], BOX)).toBeNull()
})

test.each([
  ['above', [500, -50], [500, 44], 0],
  ['to the right', [5000, 300], [956, 300], 90],
  ['below', [500, 900], [500, 556], 180],
  ['to the left', [-1, 300], [44, 300], -90],
] as const)('%s it stands at the edge and points there', (_, at, edge, angleDeg) => {
  const pointer = pointerAt(at, BOX)
  expect(pointer?.at[0]).toBeCloseTo(edge[0])
  expect(pointer?.at[1]).toBeCloseTo(edge[1])
  expect(pointer?.angleDeg).toBeCloseTo(angleDeg)
})

test('a corner keeps the direction from the middle', () => {
  const pointer = pointerAt([1500, 1300], BOX)
  const [x = 0, y = 0] = pointer?.at ?? []
  expect((x - 500) / (y - 300)).toBeCloseTo(1)
  expect(y).toBeCloseTo(556)
})

test('many outside in one direction are one pointer with their number, under the most urgent', () => {
  const places = [
    [500, 300],
    [1400, -400],
    [1500, -500],
    [1401, -399],
    [-50, 300],
  ] as const
  const groups = pointersTo(places, BOX)
  expect(groups.map(({ first, count }) => [first, count])).toEqual([
    [1, 3],
    [4, 1],
  ])
  expect(groups[0]?.angleDeg).toBeGreaterThan(0)
})

test('no pointer lies under the tools of the map, on any screen', () => {
  for (const [box, remPx] of [
    [{ width: 1216, height: 896 }, 16],
    [{ width: 2432, height: 1792 }, 32],
  ] as const) {
    const tools = {
      left: box.width - 9 * remPx,
      top: 0.6 * remPx,
      right: box.width - remPx,
      bottom: 7 * remPx,
    }
    for (let deg = 0; deg < 360; deg += 1) {
      const a = (deg * Math.PI) / 180
      const place = [box.width / 2 + 9e3 * Math.sin(a), box.height / 2 - 9e3 * Math.cos(a)] as const
      const [x = 0, y = 0] = pointersTo([place], box, remPx, tools)[0]?.at ?? []
      const isUnder = x > tools.left && x < tools.right && y > tools.top && y < tools.bottom
      expect(isUnder, `${deg}°`).toBe(false)
      expect(x).toBeGreaterThan(2 * remPx)
      expect(x).toBeLessThan(box.width - 2 * remPx)
    }
  }
})

test('the most urgent in view flash, at most three, and never two where one ring would do', () => {
  const places = [
    [-900, 100],
    [4000, 100],
    [500, 900],
    [100, 100],
    [110, 100],
    [400, 100],
    [700, 100],
    [900, 100],
  ] as const
  expect(flashingOf(places, BOX, 72)).toEqual([3, 5, 6])
})

test('what the map may show by the symbol of a more urgent one does not flash', () => {
  // The third is far from the one that flashes, and near the second, which does not.
  expect(
    flashingOf(
      [
        [300, 300],
        [360, 300],
        [420, 300],
        [800, 300],
      ],
      BOX,
      72,
    ),
  ).toEqual([0, 3])
})

test('no pointer covers an alarm that is in the picture', () => {
  for (let y = 60; y < 560; y += 10) {
    const [pointer] = pointersTo(
      [
        [5000, y],
        [956, 300],
      ],
      BOX,
    )
    const [px = 0, py = 0] = pointer?.at ?? []
    expect(Math.abs(px - 956) >= 60 || Math.abs(py - 300) >= 40, `${y}`).toBe(true)
    expect(px).toBeLessThanOrEqual(1000)
    expect(py).toBeGreaterThanOrEqual(0)
  }
})
