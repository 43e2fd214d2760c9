import type { Painted } from '../../../map/paint'
import { type SymbolItem, SymbolLayer } from '../../../map/symbols'
import { type Flavour, TOKENS } from '../../../ui/tokens'
import type { Placed } from './what-if'

/** Where a hand has put units: a pin, which no unit is drawn as, since nobody has been sent there. */
export function ghosts(
  placed: Placed,
  flavour: Flavour,
  callSignOf: (unitId: string) => string | undefined,
): readonly Painted[] {
  const tokens = TOKENS[flavour]
  const items = [...placed].map(
    ([id, position]): SymbolItem => ({
      id: `ghost:${id}`,
      position,
      spec: {
        shape: 'pin',
        fill: tokens.ink1,
        casing: tokens.labelHalo,
        sizePx: 22,
      },
      label: {
        text: callSignOf(id) ?? '—',
        priority: 90,
        colour: tokens.ink1,
        halo: tokens.labelHalo,
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
