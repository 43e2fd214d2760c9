import type { FireReading } from '../../domain/fire'
import type { DeviceNow } from '../../domain/fire-readiness'
import { agoPhrase, formatClock, UNKNOWN } from '../../ui/clock'
import { formatCount } from '../../ui/numbers'
import type { Phrase } from '../../ui/words'
import type { Attention, Description, Fact } from '../topic'
import { CLASS_URGENCY, deviceId, type FireData } from './data'
import { BUILDING, CLASS, CONDITION, KIND, WORDS } from './messages'

/** What the list takes at most of each kind of trouble; the table holds all. */
const LISTED = 60

export function placeName({ device }: DeviceNow): Phrase {
  return { zh: device.place, en: device.placeEn ?? device.place }
}

/** The class; where the source sent a code that this build does not know, with the code. */
export function classPhrase(one: DeviceNow): Phrase {
  const code = one.class === 'unknown' ? (one.reading?.code ?? null) : null
  const { zh, en } = CLASS[one.class]
  return code === null ? { zh, en } : { zh: `${zh}(${code})`, en: `${en} (${code})` }
}

export function valueText(reading: FireReading | null): string {
  if (!reading || reading.value === null) return UNKNOWN
  const digits = reading.unit === 'MPa' ? 2 : 1
  return `${reading.value.toFixed(digits)} ${reading.unit ?? '?'}`
}

/** “0.06 MPa < 0.10 MPa，GB 50974-2014 5.2.2 [2]”. */
export function judgementPhrase({ judgement }: DeviceNow): Phrase | null {
  switch (judgement.is) {
    case 'ok':
    case 'below': {
      const { clause, sureness, atLeast, unit } = judgement.clause
      const line = `${judgement.is === 'ok' ? '≥' : '<'} ${atLeast} ${unit}`
      return { zh: `${line}，${clause} [${sureness}]`, en: `${line}, ${clause} [${sureness}]` }
    }
    case 'implausible':
      return WORDS.impossible
    case 'not-comparable':
      return null
    case 'no-value':
      return null
  }
}

export function describe(data: FireData, id: string): Description | null {
  const one = data.byId.get(id)
  if (!one) return null
  const { device, reading, judgement } = one
  const urgency = CLASS_URGENCY[one.class] ?? (judgement.is === 'below' ? 'p3' : null)
  return {
    title: {
      zh: `${KIND[device.kind].zh} · ${placeName(one).zh}`,
      en: `${KIND[device.kind].en} · ${placeName(one).en}`,
    },
    subtitle: {
      zh: `${BUILDING[device.buildingClass].zh} · ${device.areaCode} · ${device.id}`,
      en: `${BUILDING[device.buildingClass].en} · ${device.areaCode} · ${device.id}`,
    },
    state: classPhrase(one),
    urgency,
    facts: [stateFact(one), valueFact(one), ...villageFacts(one), heardFact(one, data.now)],
    position: device.position,
    observedAt: reading?.observedAt ?? device.observedAt,
  }
}

function stateFact(one: DeviceNow): Fact {
  const states = one.reading?.states ?? []
  const joined = (lang: 'zh' | 'en') =>
    states.map((state) => CLASS[state][lang]).join(lang === 'zh' ? '、' : ', ')
  return {
    label: WORDS.states,
    value: states.length > 0 ? { zh: joined('zh'), en: joined('en') } : UNKNOWN,
    urgency: CLASS_URGENCY[one.class],
    ...(one.isClockSuspect
      ? { note: WORDS.clockSuspect }
      : one.reading === null
        ? { note: WORDS.never }
        : one.isSilent && { note: WORDS.silent }),
  }
}

function valueFact(one: DeviceNow): Fact {
  const { device, reading, judgement } = one
  const label = device.condition
    ? {
        zh: `${WORDS.value.zh}（${CONDITION[device.condition].zh}）`,
        en: `${WORDS.value.en} (${CONDITION[device.condition].en})`,
      }
    : WORDS.value
  const note =
    judgementPhrase(one) ?? (reading?.value !== null && reading ? WORDS.notComparable : null)
  return {
    label,
    value: valueText(reading),
    urgency: judgement.is === 'below' ? 'p3' : null,
    ...(note && { note }),
  }
}

function villageFacts({ device }: DeviceNow): Fact[] {
  if (device.woodenHouses === null) return []
  return [
    {
      label: WORDS.houses,
      value: formatCount(device.woodenHouses),
      ...(device.woodenHouses >= 50 && { note: WORDS.riskVillage }),
    },
  ]
}

function heardFact({ reading }: DeviceNow, now: number): Fact {
  return {
    label: WORDS.observed,
    value: formatClock(reading?.observedAt ?? null),
    note: reading ? agoPhrase(now - reading.observedAt) : WORDS.never,
  }
}

/** Fires first; then pumps and power that failed; supervisory signals and water under its clause. Nothing from stale data but fires. */
export function attention(data: FireData): readonly Attention[] {
  const devices = data.devices ?? []
  const isOld = data.quality === 'stale'
  const fires = devices
    .filter((one) => one.class === 'alarm')
    .map((one) => entry(one, CLASS.alarm, 'p1'))
  if (isOld) return fires
  const failed = devices
    .filter(
      ({ class: is, device }) =>
        is === 'fault' && (device.kind === 'pump' || device.kind === 'power'),
    )
    .map((one) => entry(one, CLASS.fault, 'p2'))
  const watched = devices
    .filter((one) => one.class === 'supervisory')
    .map((one) => entry(one, CLASS.supervisory, 'p3'))
  const below = devices
    .filter((one) => one.class === 'normal' && one.judgement.is === 'below')
    .map((one) => entry(one, judgementPhrase(one) ?? WORDS.below, 'p3'))
  return [...fires, ...[failed, watched, below].flatMap((all) => all.slice(0, LISTED))]
}

function entry(one: DeviceNow, state: Phrase, urgency: Attention['urgency']): Attention {
  const { device, reading } = one
  const value = reading?.value === null || !reading ? '' : ` ${valueText(reading)}`
  return {
    topic: 'fire',
    id: deviceId(one),
    urgency,
    title: {
      zh: urgency === 'p1' ? `火警 · ${KIND[device.kind].zh}` : `${KIND[device.kind].zh}${value}`,
      en:
        urgency === 'p1'
          ? `Fire alarm · ${KIND[device.kind].en}`
          : `${KIND[device.kind].en}${value}`,
    },
    place: placeName(one),
    state,
    since: null,
  }
}
