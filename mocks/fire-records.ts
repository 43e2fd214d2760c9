import type { FirePack } from '../src/api/fire-records'
import {
  DEFAULT_RULE_PACK,
  type RulePack,
  readRulePack,
  writeRulePack,
} from '../src/domain/fire-rule-pack'
import { DAY_MS, type EpochMs, MINUTE_MS } from '../src/domain/time'
import type { AlarmServer } from './alarms/server'
import type { AlarmWire } from './alarms/wire'
import { dayNumber, dayStart, iso } from './calendar'
import type { Ground } from './feeds/feed'
import type { Device } from './fire-plan'
import { COUNTIES } from './geography'
import { YEAR_2016 } from './measures/other-counts'
import { chance, keyOf, mix } from './random'

/** How far back alarms and their verdicts are on record. */
const RECORD_DAYS = 180
const BUCKET_MS = 30 * MINUTE_MS
const PACKS_KEPT = 20
/** Of all alarms of a sensor network most are false: cooking, dust, steam. */
const SHARES = { false: 0.74, test: 0.1 } as const

/** What the fire service keeps beside readings: verdicts, inspections, and the rule pack in use. */
export interface FireOffice {
  readonly verifications: (at: EpochMs) => object
  readonly inspections: (at: EpochMs) => object
  readonly pack: () => FirePack
  /** The latest first. */
  readonly earlierPacks: () => readonly FirePack[]
  /** Null where the pack is wrong: nothing changes. */
  readonly adopt: (text: string, by: string, at: EpochMs) => object | null
}

/** The fire rule pack in use, and what is done with one that is handed in. */
export interface PackOffice extends Pick<FireOffice, 'pack' | 'earlierPacks' | 'adopt'> {
  readonly inUse: () => RulePack
}

export function packOffice(): PackOffice {
  let inUse = DEFAULT_RULE_PACK
  let pack: FirePack = { rev: 1, changedAt: 0, changedBy: 'product', text: writeRulePack(inUse) }
  let earlier: readonly FirePack[] = []
  return {
    inUse: () => inUse,
    pack: () => pack,
    earlierPacks: () => earlier,
    adopt: (text, by, at) => {
      const read = readRulePack(text, inUse.version)
      if (!read.ok) return null
      inUse = read.pack
      earlier = [pack, ...earlier].slice(0, PACKS_KEPT)
      pack = { rev: pack.rev + 1, changedAt: at, changedBy: by, text }
      return pack
    },
  }
}

/** What was found where an alarm had begun in that half hour of a calm day. */
export function calmVerdict(
  ground: Pick<Ground, 'key'>,
  bucket: number,
): 'false' | 'test' | 'true' {
  const luck = chance(mix(mix(ground.key, 0xf1e5), bucket), 0)
  return luck < SHARES.false ? 'false' : luck < SHARES.false + SHARES.test ? 'test' : 'true'
}

export function fireOffice(
  ground: Ground,
  plan: readonly Device[],
  alarming: (bucket: number) => number,
  server: AlarmServer,
  { pack, earlierPacks, adopt }: PackOffice,
): FireOffice {
  const key = mix(ground.key, 0xf1e5)
  return {
    verifications: (at) => {
      const since = dayStart(dayNumber(at) - RECORD_DAYS)
      const items = []
      for (let bucket = Math.ceil(since / BUCKET_MS); (bucket + 1) * BUCKET_MS < at; bucket++) {
        const device = plan[alarming(bucket)]
        if (!device) continue
        const raisedAt = bucket * BUCKET_MS
        const verdict = calmVerdict(ground, bucket)
        const decidedAt = raisedAt + (2 + 9 * chance(mix(key, bucket), 1)) * MINUTE_MS
        items.push({
          occurrenceId: `fire.${device.id}@${bucket}`,
          deviceId: device.id,
          raisedAt: iso(raisedAt),
          decisions: [{ verdict, at: iso(decidedAt), authorRole: 'duty-officer' }],
        })
      }
      for (const alarm of server.pictureAt(at))
        if (alarm.kind === 'fire')
          items.push({
            occurrenceId: alarm.id,
            deviceId: alarm.alarm.slice('fire.'.length),
            raisedAt: alarm.raisedAt,
            // One that nobody has verified is on record too: it waits.
            decisions: decisionsOf(alarm),
          })
      return { since: iso(since), items }
    },
    inspections: (at) => {
      const year = new Date(at + 8 * 3_600_000).getUTCFullYear()
      const from = Date.parse(`${year}-01-01T00:00:00+08:00`)
      const share = (at - from) / (365 * DAY_MS)
      const people = COUNTIES.reduce((sum, { thousands }) => sum + thousands, 0)
      const items = COUNTIES.map(({ code, thousands }) => {
        const luck = (n: number) => 0.8 + 0.4 * chance(keyOf('inspections', code), n)
        const of = (total: number, n: number) =>
          Math.round((total * share * thousands * luck(n)) / people)
        const found = of(YEAR_2016.found, 1)
        return {
          areaCode: code,
          from: iso(from),
          to: iso(at),
          inspections: of(YEAR_2016.inspections, 0),
          found,
          putRight: Math.min(found, of(YEAR_2016.putRight, 2)),
          openBefore: Math.round(40 * luck(3)),
        }
      })
      return { items }
    },
    pack,
    earlierPacks,
    adopt,
  }
}

function decisionsOf({ verification }: AlarmWire) {
  if (!verification) return []
  const { verdict, at, by } = verification
  return [{ verdict, at, authorRole: by }]
}
