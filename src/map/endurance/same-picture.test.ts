import { expect, test } from 'vitest'
import { SymbolLayer } from '../symbols'
import { drawsTheSame, sameValue } from './same-picture'

test('values are the same by what they say', () => {
  const made = () => ({
    list: [1, { a: 'x', b: [null, Number.NaN] }],
    column: Float32Array.of(1, 2),
    map: new Map([['k', { at: 1 }]]),
  })
  expect(sameValue(made(), made())).toBe(true)
  for (const other of [
    { ...made(), list: [1, { a: 'x', b: [null, 0] }] },
    { ...made(), column: Float32Array.of(1, 3) },
    { ...made(), column: Float64Array.of(1, 2) },
    { ...made(), map: new Map([['k', { at: 2 }]]) },
    { ...made(), more: undefined },
    null,
  ])
    expect(sameValue(made(), other)).toBe(false)
  expect(sameValue(new Date(0), new Date(0))).toBe(false)
})

test('a layer made anew from the same data draws the same', () => {
  const item = (lng: number) => ({
    position: [lng, 26] as const,
    spec: { shape: 'circle', fill: '#ffffff', size: 12 },
  })
  const layer = (lng: number, id = 'a') =>
    new SymbolLayer({ id, data: [item(106), item(lng)] } as never)
  expect(drawsTheSame(layer(107), layer(107))).toBe(true)
  expect(drawsTheSame(layer(107), layer(108))).toBe(false)
  expect(drawsTheSame(layer(107), layer(107, 'b'))).toBe(false)
})
