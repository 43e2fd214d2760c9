import { expect, test } from 'vitest'
import { pointerAt } from './edge-pointer'

const BOX = { width: 1000, height: 600 }

test('what is in the picture needs no pointer', () => {
  expect(pointerAt([0, 0], BOX)).toBeNull()
  expect(pointerAt([1000, 600], BOX)).toBeNull()
  expect(pointerAt([500, 300], BOX)).toBeNull()
})

test.each([
  ['above', [500, -50], [500, 34], 0],
  ['to the right', [5000, 300], [966, 300], 90],
  ['below', [500, 900], [500, 566], 180],
  ['to the left', [-1, 300], [34, 300], -90],
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
  expect(y).toBeCloseTo(566)
})
