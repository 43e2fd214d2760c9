import type { Hex } from '../../ui/tokens'

/** `share` of `over` laid on `under`, per channel in sRGB. */
export function mixed(under: Hex, over: Hex, share: number): Hex {
  const channel = (hex: Hex, at: number) => Number.parseInt(hex.slice(at, at + 2), 16)
  const mix = [1, 3, 5].map((at) =>
    Math.round(channel(under, at) * (1 - share) + channel(over, at) * share)
      .toString(16)
      .padStart(2, '0'),
  )
  return `#${mix.join('')}`
}
