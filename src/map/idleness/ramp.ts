import { type Flavour, type Hex, TOKENS } from '../../ui/tokens'

/** Up to 50 %, 100 % and 200 % of the interval, and beyond. Null: nothing is painted. */
export type IdlenessRamp = readonly [
  fresh: Hex | null,
  due: Hex | null,
  overdue: Hex | null,
  beyond: Hex | null,
]

/** From nothing over greys to ink: the longer nobody came, the more a cell stands out from its ground. */
export function idlenessRamp(flavour: Flavour): IdlenessRamp {
  const { control, ink3, ink1, ringTrack } = TOKENS[flavour]
  return flavour === 'night' ? [null, ringTrack, ink3, ink1] : [null, ringTrack, control, ink1]
}
