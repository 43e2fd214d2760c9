/** What stands at a place, as far as its photograph shows it. */
export const SCENES = [
  'high-rise',
  'hospital',
  'school',
  'estate',
  'hall',
  'works',
  'village',
  'hydrant',
] as const
export type Scene = (typeof SCENES)[number]

/** By the words that the catalogue of buildings makes names of; the first that fits. */
const BY_NAME: readonly (readonly [RegExp, Scene])[] = [
  [/市政消火栓/, 'hydrant'],
  [/医院/, 'hospital'],
  [/中学/, 'school'],
  [/购物|客运站/, 'hall'],
  [/冷链|厂房|车间/, 'works'],
  [/老城小区|家属院/, 'estate'],
  [/组$|苗寨|侗寨/, 'village'],
]

/** Of a place that nobody knows: what the province has most of. */
export function sceneOf(name: string): Scene {
  if (/金融|酒店|大厦|高层|公寓|政务/.test(name)) return 'high-rise'
  return BY_NAME.find(([words]) => words.test(name))?.[1] ?? 'high-rise'
}

const WALL = '#77706a'
const DARK = '#56504a'
const GLASS = '#3f474d'

/**
 * A drawing in the place of a photograph, of the kind of place it is. It says so, also to the last row of a hall and in
 * the middle, which no frame crops: the simulated world has no cameras.
 */
export function photograph(placeId: string, name: string): string {
  let key = 7
  for (const letter of placeId) key = (key * 31 + letter.charCodeAt(0)) % 9973
  const scene = sceneOf(name)
  const hills =
    scene === 'village'
      ? 'M0 190L120 96 250 176 380 76 520 166 640 116V360H0z'
      : 'M0 220L160 170 330 214 480 160 640 206V360H0z'
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 360" data-scene="${scene}"><path d="M0 0h640v360H0z" fill="#8d99a3"/><path d="${hills}" fill="#6b7a70"/>${DRAW[scene](key)}<path d="M0 222h640v104H0z" fill="#33302d"/><g fill="#fff" font-size="50" text-anchor="middle" font-family="sans-serif"><text x="320" y="270">模拟 SIMULATED</text><text x="320" y="313" font-size="36">非现场照片 · no photograph</text></g></svg>`
}

const DRAW: Readonly<Record<Scene, (key: number) => string>> = {
  'high-rise': (key) =>
    tower(250 + (key % 40), 8, 130) +
    tower(110 + (key % 30), 80, 90) +
    tower(450 - (key % 30), 60, 100),
  hospital: () =>
    tower(90, 120, 460) +
    tower(230, 14, 180) +
    '<path d="M288 30h64v64h-64z" fill="#fff"/><path d="M312 38h16v16h16v16h-16v16h-16V70h-16V54h16z" fill="#a03a3a"/>',
  school: () =>
    tower(60, 110, 520) +
    '<path d="M316 24h4v86h-4zM320 26h44v26h-44z" fill="#56504a"/><path d="M270 110l50-34 50 34z" fill="#56504a"/>',
  estate: (key) =>
    [40, 190, 340, 490].map((x, i) => tower(x, 70 + ((key * (i + 2)) % 26), 120)).join(''),
  hall: () =>
    `<path d="M50 128Q320 20 590 128V330H50z" fill="${WALL}"/><path d="M50 128Q320 20 590 128V142Q320 36 50 142z" fill="${DARK}"/>${panes(80, 150, 480, 2)}`,
  works: () =>
    `<path d="M40 120l100-40v40l100-40v40l100-40v40l100-40v40l100-40v250H40z" fill="${WALL}"/><path d="M566 30h30v290h-30z" fill="${DARK}"/>${panes(60, 140, 460, 2)}`,
  village: (key) =>
    Array.from({ length: 7 }, (_, i) => {
      const x = 20 + i * 86 + ((key * (i + 3)) % 30)
      const y = 120 + ((key * (i + 7)) % 60)
      return `<path d="M${x - 40} ${y}L${x} ${y - 34}L${x + 40} ${y}z" fill="${DARK}"/><path d="M${x - 30} ${y}h60v${330 - y}h-60z" fill="${WALL}"/>`
    }).join(''),
  hydrant: () =>
    `<path d="M0 206h640v154H0z" fill="#5b5f60"/><path d="M0 200h640v8H0z" fill="${WALL}"/><g fill="#a03a3a"><path d="M284 64q36-40 72 0v150h-72z"/><path d="M256 100h128v36H256zM268 200h104v22H268z"/><circle cx="320" cy="118" r="27"/></g><circle cx="320" cy="118" r="13" fill="${DARK}"/>`,
}

/** A house of many storeys, from its left and top. */
function tower(x: number, y: number, width: number): string {
  return `<path d="M${x} ${y}h${width}v${330 - y}h-${width}z" fill="${WALL}"/>${panes(x, y + 8, width, Math.floor((210 - y) / 22))}`
}

/** Windows in rows. */
function panes(x: number, y: number, width: number, rows: number): string {
  return Array.from({ length: rows }, (_, row) => {
    const at = y + row * 22
    return `<path d="M${x + 10} ${at + 6}H${x + width - 10}" stroke="${GLASS}" stroke-width="12" stroke-dasharray="14 8"/>`
  }).join('')
}
