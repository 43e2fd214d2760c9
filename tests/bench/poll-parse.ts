import * as classic from 'zod'
import { decodeAnswer } from '../../src/api/decode'
import { FIRE_STATES } from '../../src/domain/fire'
import { UNIT_KINDS, UNIT_STATUSES } from '../../src/domain/patrol'
import { contest, NO_GOAL, type Row, seeded } from './bench'

const AT = Date.UTC(2026, 9, 3, 7)

function envelope(feed: string, items: readonly unknown[]) {
  return {
    feed,
    schema: 1,
    crs: 'CGCS2000',
    generatedAt: new Date(AT).toISOString(),
    cursor: null,
    full: true,
    items,
    removed: [],
  }
}

function units(count: number) {
  const random = seeded(5)
  return Array.from({ length: count }, (_, i) => ({
    id: `U-${i}`,
    callSign: `乌-${i}`,
    kind: UNIT_KINDS[i % 6],
    status: UNIT_STATUSES[i % 5],
    position: [104 + 5 * random(), 25 + 4 * random()],
    headingDeg: Math.floor(360 * random()),
    speedKmh: Math.floor(80 * random()),
    areaCode: '520102',
    observedAt: new Date(AT - Math.floor(30_000 * random())).toISOString(),
  }))
}

function readings(count: number) {
  const random = seeded(6)
  return Array.from({ length: count }, (_, i) => ({
    id: `D-${i}`,
    states: [FIRE_STATES[i % FIRE_STATES.length]],
    value: Math.round(100 * random()) / 100,
    unit: 'MPa',
    observedAt: new Date(AT - Math.floor(60_000 * random())).toISOString(),
  }))
}

const time = classic.iso.datetime({ offset: true }).transform((text) => Date.parse(text))
const PEERS = {
  units: classic.object({
    id: classic.string().min(1).max(128),
    callSign: classic.string().max(200),
    kind: classic.enum(UNIT_KINDS),
    status: classic.enum(UNIT_STATUSES),
    position: classic
      .tuple([classic.number().min(-180).max(180), classic.number().min(-90).max(90)])
      .nullable(),
    headingDeg: classic.number().min(0).lt(360).nullable(),
    speedKmh: classic.number().min(0).max(400).nullable(),
    areaCode: classic.string().min(1).max(128),
    observedAt: time,
  }),
  'fire-readings': classic.object({
    id: classic.string().min(1).max(128),
    states: classic.array(classic.enum(FIRE_STATES)),
    value: classic.number().nullable(),
    unit: classic.enum(['MPa', 'm', 'm³', '%', 'V']).nullable(),
    observedAt: time,
  }),
}

/** One answer from bytes to records. Ours also sets bad records aside, drops personal fields and converts positions. */
export async function pollParse(smoke: boolean, passes: number, renderer: string): Promise<Row[]> {
  const cases = [
    ['fire-readings', readings(smoke ? 500 : 5_000)],
    ['units', units(smoke ? 5_000 : 50_000)],
  ] as const
  const rows: Row[] = []
  for (const [feed, items] of cases) {
    const bytes = new TextEncoder().encode(JSON.stringify(envelope(feed, items)))
    const schema = classic.object({ items: classic.array(PEERS[feed]) })
    let mine: readonly { id: string; observedAt: number }[] = []
    let their: readonly { id: string; observedAt: number }[] = []
    const ours = () => {
      const answer = decodeAnswer(feed, bytes, 'application/json')
      if (!answer.ok) throw new Error(`${answer.cause} ${answer.detail}`)
      mine = answer.items
    }
    const theirs = () => {
      their = schema.parse(JSON.parse(new TextDecoder().decode(bytes))).items
    }
    ours()
    theirs()
    const gist = (list: typeof mine) => JSON.stringify(list.map((r) => [r.id, r.observedAt]))
    if (gist(mine) !== gist(their)) throw new Error(`void: ${feed} answers differ`)
    const outcome = await contest({ ours, theirs, passes })
    rows.push({
      id: 'poll-parse',
      peer: `JSON.parse + zod, ${items.length} ${feed}`,
      unit: 'ms',
      ...outcome,
      counters: { records: items.length, bytes: bytes.length, passes },
      goal: NO_GOAL,
      met: true,
      renderer,
      date: '',
    })
  }
  return rows
}
