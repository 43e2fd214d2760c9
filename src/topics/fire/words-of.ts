import type { FireReading } from '../../domain/fire'
import { breaksClause } from '../../domain/fire-clauses'
import type { DeviceClass, DeviceNow } from '../../domain/fire-readiness'
import { areaPhrase } from '../../ui/area-names'
import { agoPhrase, formatStamp, UNKNOWN } from '../../ui/clock'
import { formatCount } from '../../ui/numbers'
import type { Phrase } from '../../ui/words'
import type { Attention, Description, Fact } from '../topic'
import { urgencyOfRule } from '../topic'
import { CLASS_URGENCY, deviceId, type FireData, WATER_URGENCY } from './data'
import { BUILDING, CLASS, CONDITION, INCOMPARABLE, KIND, WORDS } from './messages'

export function placeName({ device }: DeviceNow): Phrase {
  return { zh: device.place, en: device.placeEn ?? device.place }
}

/** The class; where the source sent a code that this build does not know, with the code. */
export function classPhrase(one: DeviceNow): Phrase {
  return statePhrase(one.class, one.reading)
}

function statePhrase(state: DeviceClass, reading: FireReading | null): Phrase {
  const { zh, en } = CLASS[state]
  const code = state === 'unknown' ? (reading?.code ?? null) : null
  return code === null ? { zh, en } : { zh: `${zh}(${code})`, en: `${en} (${code})` }
}

/** “0.06 MPa”, “0.098 MPa” (a rounding must not lift a pressure to its limit), “18.0 m³”. */
export function amountText(value: number, unit: FireReading['unit']): string {
  const digits = unit === 'MPa' ? value.toFixed(3).replace(/0$/, '') : value.toFixed(1)
  return `${digits} ${unit ?? '?'}`
}

export function valueText(reading: FireReading | null): string {
  return !reading || reading.value === null ? UNKNOWN : amountText(reading.value, reading.unit)
}

/** “< 0.10 MPa，GB 50974-2014 5.2.2 [2]”, to stand after the value; null where no clause asks anything. */
export function judgementPhrase({ judgement }: DeviceNow): Phrase | null {
  switch (judgement.is) {
    case 'ok':
    case 'below':
    case 'above': {
      const { clause, sureness, comparator, limit, unit, isAdvisory } = judgement.clause
      const kept = comparator === '>=' ? '≥' : '≤'
      const relation = judgement.is === 'ok' ? kept : judgement.is === 'below' ? '<' : '>'
      const line = `${relation} ${amountText(limit, unit)}`
      const [zh, en] = isAdvisory ? [WORDS.advisory.zh, ` ${WORDS.advisory.en}`] : ['', '']
      return {
        zh: `${line}，${clause}${zh} [${sureness}]`,
        en: `${line}, ${clause}${en} [${sureness}]`,
      }
    }
    case 'implausible':
      return WORDS.impossible
    case 'not-comparable':
      return judgement.why === 'no-clause' ? null : INCOMPARABLE[judgement.why]
    case 'no-value':
      return null
  }
}

/** A device in words. */
export function describeDevice(data: FireData, id: string): Description | null {
  const one = data.byId.get(id)
  if (!one) return null
  const { device, reading, judgement } = one
  const area = areaPhrase(data.areas, device.areaCode)
  const urgency = CLASS_URGENCY[one.class] ?? (breaksClause(judgement) ? WATER_URGENCY : null)
  return {
    title: {
      zh: `${KIND[device.kind].zh} · ${placeName(one).zh}`,
      en: `${KIND[device.kind].en} · ${placeName(one).en}`,
    },
    subtitle: {
      zh: `${BUILDING[device.buildingClass].zh} · ${area.zh} · ${device.id}`,
      en: `${BUILDING[device.buildingClass].en} · ${area.en} · ${device.id}`,
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
    states.map((state) => statePhrase(state, one.reading)[lang]).join(lang === 'zh' ? '、' : ', ')
  return {
    label: WORDS.states,
    value: states.length > 0 ? { zh: joined('zh'), en: joined('en') } : UNKNOWN,
    urgency: CLASS_URGENCY[one.class],
    ...(doubtPhrase(one) && { note: doubtPhrase(one) as Phrase }),
  }
}

/** Why a reading is not taken for what is so now. */
function doubtPhrase({ reading, isClockSuspect, isSilent }: DeviceNow): Phrase | null {
  if (reading === null) return WORDS.never
  if (isClockSuspect) return WORDS.clockSuspect
  return isSilent ? WORDS.silent : null
}

function valueFact(one: DeviceNow): Fact {
  const { device, reading, judgement } = one
  const label = device.condition
    ? {
        zh: `${WORDS.value.zh}（${CONDITION[device.condition].zh}）`,
        en: `${WORDS.value.en} (${CONDITION[device.condition].en})`,
      }
    : WORDS.value
  const hasValue = reading !== null && reading.value !== null
  const note = hasValue ? (doubtPhrase(one) ?? judgementPhrase(one) ?? WORDS.notComparable) : null
  return {
    label,
    value: valueText(reading),
    urgency: breaksClause(judgement) ? WATER_URGENCY : null,
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
    value: formatStamp(reading?.observedAt ?? null),
    note: reading ? agoPhrase(now - reading.observedAt) : WORDS.never,
  }
}

/**
 * Fires first; then pumps and power that failed; supervisory signals; water under its clause, the emptiest first.
 * Nothing from stale data but fires.
 */
export function attention(data: FireData): readonly Attention[] {
  const devices = data.devices ?? []
  const of = (deviceClass: DeviceClass) => devices.filter((one) => one.class === deviceClass)
  const fires = of('alarm').map((one) => entry(one, CLASS.alarm, urgencyOfRule('fire')))
  if (data.quality === 'stale') return fires
  const failed = of('fault')
    .filter(({ device }) => device.kind === 'pump' || device.kind === 'power')
    .map((one) => entry(one, CLASS.fault, urgencyOfRule('fire-power')))
  const watched = of('supervisory').map((one) => entry(one, CLASS.supervisory, 'p3'))
  const outside = of('normal')
    .filter(({ judgement }) => breaksClause(judgement))
    .toSorted((a, b) => shareOfClause(a) - shareOfClause(b))
    .map((one) => entry(one, judgementPhrase(one) ?? WORDS.outside, WATER_URGENCY))
  return [...fires, ...failed, ...watched, ...outside]
}

/** What is read as a share of what the clause asks, or the other way round for an upper limit; 1 without a clause. */
function shareOfClause({ judgement, reading }: DeviceNow): number {
  if (!('clause' in judgement)) return 1
  const { comparator, limit } = judgement.clause
  const value = reading?.value ?? 0
  return comparator === '>=' ? value / limit : limit / value
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
