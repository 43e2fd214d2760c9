/** What the colour tests measure with. References: WCAG 2.2, CIE 142-2001, Machado et al. 2009. */

type Triple = readonly [number, number, number]

const bytesOf = (hex: string): Triple => [
  Number.parseInt(hex.slice(1, 3), 16),
  Number.parseInt(hex.slice(3, 5), 16),
  Number.parseInt(hex.slice(5, 7), 16),
]

const linear = (byte: number) => {
  const c = byte / 255
  return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
}

export const linearOf = (hex: string): Triple => {
  const [r, g, b] = bytesOf(hex)
  return [linear(r), linear(g), linear(b)]
}

/** Contrast ratio by WCAG, 1 to 21. */
export function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [a, b]
    .map(linearOf)
    .map(([r, g, bl]) => 0.2126 * r + 0.7152 * g + 0.0722 * bl)
    .sort((x, y) => y - x)
  return (high + 0.05) / (low + 0.05)
}

/** Machado, Oliveira and Fernandes 2009, severity 1.0, on linear sRGB. */
export const VISIONS: Readonly<Record<string, readonly Triple[]>> = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

const clamp = (x: number) => Math.min(1, Math.max(0, x))

function labOf(rgb: Triple): Triple {
  const [r, g, b] = rgb
  const x = (0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047
  const y = 0.2126729 * r + 0.7151522 * g + 0.072175 * b
  const z = (0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883
  const f = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116)
  return [116 * f(y) - 16, 500 * (f(x) - f(y)), 200 * (f(y) - f(z))]
}

const rad = (deg: number) => (deg * Math.PI) / 180
const hue = (a: number, b: number) =>
  a === 0 && b === 0 ? 0 : (Math.atan2(b, a) / Math.PI) * 180 + (b < 0 ? 360 : 0)

/** CIEDE2000 of two colours in CIELAB (Sharma, Wu and Dalal 2005). */
export function deltaE2000([L1, a1, b1]: Triple, [L2, a2, b2]: Triple): number {
  const c7 = ((Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2) ** 7
  const g = 0.5 * (1 - Math.sqrt(c7 / (c7 + 25 ** 7)))
  const [a1g, a2g] = [a1 * (1 + g), a2 * (1 + g)]
  const [C1, C2] = [Math.hypot(a1g, b1), Math.hypot(a2g, b2)]
  const [h1, h2] = [hue(a1g, b1), hue(a2g, b2)]
  const apart = Math.abs(h1 - h2)
  const turn = C1 * C2 === 0 ? 0 : h2 - h1
  const dh = apart <= 180 ? turn : turn > 0 ? turn - 360 : turn + 360
  const dL = L2 - L1
  const dC = C2 - C1
  const dH = 2 * Math.sqrt(C1 * C2) * Math.sin(rad(dh / 2))
  const L = (L1 + L2) / 2
  const C = (C1 + C2) / 2
  const sum = h1 + h2
  const h = C1 * C2 === 0 ? sum : apart <= 180 ? sum / 2 : (sum + (sum < 360 ? 360 : -360)) / 2
  const t =
    1 -
    0.17 * Math.cos(rad(h - 30)) +
    0.24 * Math.cos(rad(2 * h)) +
    0.32 * Math.cos(rad(3 * h + 6)) -
    0.2 * Math.cos(rad(4 * h - 63))
  const sL = 1 + (0.015 * (L - 50) ** 2) / Math.sqrt(20 + (L - 50) ** 2)
  const sC = 1 + 0.045 * C
  const sH = 1 + 0.015 * C * t
  const rC = 2 * Math.sqrt(C ** 7 / (C ** 7 + 25 ** 7))
  const rT = -rC * Math.sin(rad(60 * Math.exp(-(((h - 275) / 25) ** 2))))
  return Math.sqrt((dL / sL) ** 2 + (dC / sC) ** 2 + (dH / sH) ** 2 + rT * (dC / sC) * (dH / sH))
}

/** ΔE2000 of two colours as somebody with this vision sees them. */
export function difference(a: string, b: string, vision: readonly Triple[]): number {
  const seen = (hex: string): Triple => {
    const [r, g, bl] = linearOf(hex)
    const [x = 0, y = 0, z = 0] = vision.map((row) => clamp(row[0] * r + row[1] * g + row[2] * bl))
    return labOf([x, y, z])
  }
  return deltaE2000(seen(a), seen(b))
}
