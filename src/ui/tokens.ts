export const FLAVOURS = ['night', 'day', 'print'] as const
export type Flavour = (typeof FLAVOURS)[number]

export type Hex = `#${string}`

/**
 * One flavour: every colour of kit, basemap and layers, by role. `tokens.css` carries the same values for CSS;
 * a test holds the two together.
 */
export interface Tokens {
  readonly ground: Hex
  readonly panel: Hex
  readonly raised: Hex
  readonly hairline: Hex
  readonly control: Hex
  /** Values, 7:1 on panel. Secondary, 4.5:1. Tertiary, 4.5:1. */
  readonly ink1: Hex
  readonly ink2: Hex
  readonly ink3: Hex
  readonly land: Hex
  readonly outside: Hex
  readonly water: Hex
  readonly motorway: Hex
  readonly trunk: Hex
  readonly borderProvince: Hex
  readonly borderPrefecture: Hex
  readonly borderCounty: Hex
  readonly labelPrefecture: Hex
  readonly labelCounty: Hex
  readonly labelHalo: Hex
  readonly ringTrack: Hex
}

const night: Tokens = {
  ground: '#14181D',
  panel: '#1B1F24',
  raised: '#242A31',
  hairline: '#323A43',
  control: '#5F6A76',
  ink1: '#ECEFF2',
  ink2: '#B4BCC5',
  ink3: '#8B95A0',
  land: '#22272D',
  outside: '#16191D',
  water: '#425363',
  motorway: '#3B434C',
  trunk: '#31383F',
  borderProvince: '#7D8792',
  borderPrefecture: '#4B555F',
  borderCounty: '#2E353D',
  labelPrefecture: '#949DA7',
  labelCounty: '#87919C',
  labelHalo: '#1B1F24',
  ringTrack: '#434D57',
}

const day: Tokens = {
  ground: '#D9D9D9',
  panel: '#E6E6E6',
  raised: '#F0F0F0',
  hairline: '#C3C6C9',
  control: '#7E868E',
  ink1: '#14181D',
  ink2: '#39424B',
  ink3: '#545D66',
  land: '#C6C8C8',
  outside: '#D3D4D4',
  water: '#8DA2B3',
  motorway: '#AEB1B3',
  trunk: '#B7B9BA',
  borderProvince: '#666E75',
  borderPrefecture: '#979DA1',
  borderCounty: '#B4B7B8',
  labelPrefecture: '#434B52',
  labelCounty: '#4D555C',
  labelHalo: '#D3D5D5',
  ringTrack: '#A9AFB4',
}

const print: Tokens = {
  ...day,
  ground: '#FFFFFF',
  panel: '#FFFFFF',
  raised: '#FFFFFF',
  outside: '#FFFFFF',
  land: '#EEEEEE',
  labelHalo: '#FFFFFF',
}

export const TOKENS: Record<Flavour, Tokens> = { night, day, print }

/**
 * Four urgencies and the only four saturated hues of the product besides the density ramp.
 * The same hex in every flavour: a colour means one thing. Drawn as filled shapes with a dark casing and a dark digit.
 */
export const URGENCIES = ['p1', 'p2', 'p3', 'p4'] as const
export type Urgency = (typeof URGENCIES)[number]
export const URGENCY_HUE: Record<Urgency, Hex> = {
  p1: '#FF4D4F',
  p2: '#E69F00',
  p3: '#F0E442',
  p4: '#56B4E9',
}
export const URGENCY_CASING: Hex = '#14181D'

/** viridis from its second step: density only. */
export const DENSITY_RAMP: readonly Hex[] = [
  '#443983',
  '#31688E',
  '#21918C',
  '#35B779',
  '#90D743',
  '#FDE725',
]

/** The bundled face first, then the system's own. */
export const FONT_FAMILY =
  '"Noto Sans SC", "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", sans-serif'
