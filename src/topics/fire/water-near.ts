import type { DeviceNow } from '../../domain/fire-readiness'
import { distanceM, type LngLat } from '../../domain/geo'
import { UNKNOWN } from '../../ui/clock'
import { formatTenth } from '../../ui/numbers'
import type { Phrase } from '../../ui/words'
import type { Headline } from '../topic'
import type { FireData } from './data'
import { WORDS } from './messages'
import { TABLE } from './table-messages'
import { amountText } from './words-of'

/** Farther away it is another place's water. */
const REACH_M = 5_000

/** Pressure of the hydrant nearest to a place, and what its clause asks; null where none is known within reach. */
export function waterNear({ devices, quality }: FireData, place: LngLat): Headline | null {
  let nearest: DeviceNow | null = null
  let least = REACH_M
  for (const one of devices ?? []) {
    const { kind, position } = one.device
    if (kind !== 'hydrant-pressure' || !position) continue
    const far = distanceM(position, place)
    if (far > least) continue
    nearest = one
    least = far
  }
  if (!nearest) return null
  const { reading, isSilent, isClockSuspect, device } = nearest
  // An old value is no water.
  const value = quality === 'lost' || isSilent || isClockSuspect ? null : (reading?.value ?? null)
  const away = `${formatTenth(least / 1_000)} km`
  return {
    title: { zh: `最近消火栓 ${away}`, en: `Hydrant, ${away}` },
    value: value === null ? UNKNOWN : (amountText(value, 'MPa').split(' ')[0] ?? UNKNOWN),
    unit: value === null ? { zh: '', en: '' } : unitOf(reading?.unit ?? '?', device.condition),
    ...judged(nearest, value !== null),
    feeds: ['fire-readings'],
  }
}

function unitOf(unit: string, condition: DeviceNow['device']['condition']): Phrase {
  if (condition === null) return { zh: unit, en: unit }
  const words = condition === 'static' ? TABLE.still : TABLE.flowing
  return { zh: `${unit} ${words.zh}`, en: `${unit} ${words.en}` }
}

function judged(
  { judgement, isSilent, isClockSuspect }: DeviceNow,
  isKnown: boolean,
): Pick<Headline, 'line' | 'verdict'> {
  if (!isKnown)
    return {
      line: null,
      verdict: isClockSuspect ? TABLE.notTrusted : isSilent ? WORDS.silent : TABLE.noReading,
    }
  switch (judgement.is) {
    case 'ok':
    case 'below':
    case 'above': {
      const { comparator, limit, unit } = judgement.clause
      const limits = `${comparator === '>=' ? '≥' : '≤'} ${amountText(limit, unit)}`
      return {
        line: { zh: `应 ${limits}`, en: limits },
        verdict: judgement.is === 'ok' ? TABLE.meets : TABLE.misses,
      }
    }
    case 'implausible':
      return { line: null, verdict: WORDS.impossible }
    default:
      return { line: null, verdict: WORDS.notComparable }
  }
}
