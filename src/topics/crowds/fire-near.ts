import type { Reading } from '../../api/reading'
import { devicesNow, type Readiness, readinessOf } from '../../domain/fire-readiness'
import type { LngLat } from '../../domain/geo'
import type { EpochMs } from '../../domain/time'

/** `unknown`: the register has never come, so that nobody knows whether there is a device. */
export type FireNear =
  | { readonly is: 'unknown' }
  | { readonly is: 'none' }
  | {
      readonly is: 'known'
      readonly readiness: Readiness
      /** The readings are lost: how many there are is known, how many are ready is not. */
      readonly isBlind: boolean
    }

/** Fire readiness near a place. The register stands still, so its age hides nothing; that of the readings does. */
export function fireNear(
  register: Reading<'fire-devices'>,
  readings: Reading<'fire-readings'>,
  isNear: (position: LngLat | null) => boolean,
  now: EpochMs,
): FireNear {
  if (!register.snapshot) return { is: 'unknown' }
  const devices = register.snapshot.items.filter(({ position }) => isNear(position))
  if (devices.length === 0) return { is: 'none' }
  return {
    is: 'known',
    readiness: readinessOf(devicesNow(devices, readings.snapshot?.items ?? [], now)),
    isBlind: readings.quality === 'lost',
  }
}
