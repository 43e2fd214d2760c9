import type { Painted } from '../../../map/paint'
import { type SymbolItem, SymbolLayer } from '../../../map/symbols'
import { type Flavour, TOKENS } from '../../../ui/tokens'
import type { Placed } from './what-if'

/** Where a hand has put units, hollow: nobody has been sent there. */
export function ghosts(placed: Placed, flavour: Flavour): readonly Painted[] {
  if (placed.size === 0) return []
  const tokens = TOKENS[flavour]
  const items = [...placed].map(
    ([id, position]): SymbolItem => ({
      id: `ghost:${id}`,
      position,
      spec: {
        shape: 'silent',
        fill: tokens.ink1,
        casing: tokens.labelHalo,
        sizePx: 22,
        halo: tokens.ink1,
      },
    }),
  )
  const id = 'dispatch-ghosts'
  return [
    {
      id,
      topic: 'patrols',
      band: 'alert',
      drawn: items.length,
      layer: new SymbolLayer({ id, data: items }),
    },
  ]
}
