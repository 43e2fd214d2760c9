import type { Layer } from '@deck.gl/core'
import { expect, test } from 'vitest'
import { inBandOrder } from './bands'
import { BANDS, type Band, type Painted } from './paint'

const painted = (id: string, band: Band): Painted => ({
  id,
  band,
  topic: 't',
  drawn: 1,
  layer: {} as Layer,
})

test('layers lie in the order of what they mean, equals in the order given', () => {
  const mixed = [...BANDS]
    .reverse()
    .flatMap((band) => [painted(`${band}1`, band), painted(`${band}2`, band)])
  expect(inBandOrder(mixed).map(({ id }) => id)).toEqual(
    BANDS.flatMap((band) => [`${band}1`, `${band}2`]),
  )
})
