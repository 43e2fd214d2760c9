import type { CrsName } from '../crs'
import { momentOf } from './moments'
import { sourceWord } from './sources'
import type { Cell, Table } from './table'

/** Which column means what; null: none of them. Indices into the table's names. */
export interface Roles {
  readonly lng: number | null
  readonly lat: number | null
  readonly time: number | null
  readonly category: number | null
  /** Who told of it. */
  readonly source: number | null
}

type Role = keyof Roles

/** Names that sources use, the most telling first; compared in lower case, without spaces and marks. */
const NAMES: Readonly<Record<Role, readonly string[]>> = {
  lng: ['lng', 'lon', 'longitude', 'long', '经度', '东经', 'x', 'geox', '坐标x', 'x坐标', 'jd'],
  lat: ['lat', 'latitude', '纬度', '北纬', 'y', 'geoy', '坐标y', 'y坐标', 'wd'],
  time: [
    'occurredat',
    '发生时间',
    '案发时间',
    '报警时间',
    '接警时间',
    'datetime',
    'timestamp',
    'ts',
    'calldatetime',
    'time',
    'date',
    '时间',
    '日期',
    'month',
    'receivedat',
  ],
  category: [
    'category',
    '类别',
    '警情类别',
    '案由',
    'crimetype',
    'type',
    'calltype',
    'description',
    'natureofcall',
    '类型',
    'label',
  ],
  source: ['source', '来源', '警情来源', '报警来源', '报警方式', 'callsource', 'reportedvia'],
}

/** Full-width letters and brackets as plain ones. */
const plain = (name: string) => name.normalize('NFKC').toLowerCase()
const bare = (name: string) => plain(name).replace(/[\s_.\-()[\]/:]/g, '')
/** Without what stands in brackets, and without the name of a coordinate system. */
const stem = (name: string) =>
  bare(
    plain(name).replace(
      /\(.*?\)|\[.*?\]|【.*?】|gcj.?02|wgs.?(19)?84|bd.?09(ll)?|cgcs.?2000|epsg.?\d+/g,
      '',
    ),
  )

/** By name first, and only where the cells bear it out: a column called “time” full of words is none. */
export function recognise({ names, sample }: Table): Roles {
  const taken = new Set<number>()
  const find = (role: Role) => {
    const found = candidates(names, role).find(
      (column) =>
        !taken.has(column) &&
        bears(
          role,
          sample.map((row) => row[column]),
        ),
    )
    if (found === undefined) return null
    taken.add(found)
    return found
  }
  const [lng, lat, time] = [find('lng'), find('lat'), find('time')]
  return { lng, lat, time, category: find('category'), source: find('source') }
}

function candidates(names: readonly string[], role: Role): number[] {
  const known = NAMES[role]
  const rank = (name: string) => {
    const word = bare(name)
    const exact = known.indexOf(word)
    if (exact >= 0) return exact
    const suffixed = known.indexOf(stem(name))
    if (suffixed >= 0) return known.length + suffixed
    const part = known.findIndex(
      (one) => (one.length > 2 || /[经纬]/.test(one)) && word.includes(one),
    )
    return part < 0 ? Number.POSITIVE_INFINITY : 2 * known.length + part
  }
  return [...names.keys()]
    .filter((column) => rank(names[column] as string) < Number.POSITIVE_INFINITY)
    .sort((a, b) => rank(names[a] as string) - rank(names[b] as string))
}

/** Most cells that are not empty can be read in this role. */
function bears(role: Role, cells: readonly Cell[]): boolean {
  const filled = cells.filter((cell) => cell !== null && cell !== undefined && cell !== '')
  if (filled.length === 0) return false
  const fits = filled.filter((cell) => {
    if (role === 'category') return typeof cell === 'string'
    // A column of that name may hold anything: it is one of ours where its words are.
    if (role === 'source') return typeof cell === 'string' && sourceWord(cell) !== null
    if (role === 'time') {
      const moment = momentOf(cell, { offsetMs: 0, order: 'dmy' })
      return 'at' in moment
    }
    const degrees = Number(cell)
    return Number.isFinite(degrees) && Math.abs(degrees) <= (role === 'lng' ? 180 : 90)
  })
  return fits.length >= 0.8 * filled.length
}

/** By the standard of the kind, or by the names of the columns; null: the file does not tell, so a person must. */
export function crsTold({ kind, names }: Table, { lng, lat }: Roles): CrsName | null {
  if (kind === 'geojson') return 'WGS84'
  const name = plain([lng, lat].map((c) => (c === null ? '' : names[c])).join(' '))
  return CRS_WORDS.find(([, words]) => words.test(name))?.[0] ?? null
}

const CRS_WORDS: readonly (readonly [CrsName, RegExp])[] = [
  ['WGS84', /wgs|epsg.?4326/],
  ['GCJ02', /gcj|火星|国测局|高德|腾讯/],
  ['BD09', /bd.?09|baidu|百度/],
  ['CGCS2000', /cgcs|国家2000|大地2000/],
]

/** What the sample's times do not say, so that a person must. */
export function untold(cells: readonly Cell[]): {
  readonly zone: boolean
  readonly order: boolean
} {
  const lacks = new Set(
    cells.map((cell) => {
      const moment = momentOf(cell, { offsetMs: null, order: null })
      return 'lacks' in moment ? moment.lacks : null
    }),
  )
  return { zone: lacks.has('zone') || lacks.has('order'), order: lacks.has('order') }
}
