import { useReadings } from '../../api/readings'
import type { ScenicArea } from '../../domain/crowd'
import { distanceM } from '../../domain/geo'
import { isOpen } from '../../domain/incident-tally'
import { motionOf } from '../../domain/patrol-motion'
import type { Quality } from '../../domain/quality'
import type { EpochMs } from '../../domain/time'
import { useLang, useSay } from '../../ui/lang'
import { formatCount, formatShare, formatTenth } from '../../ui/numbers'
import { CARD } from './card-messages'
import { type FireNear, fireNear } from './fire-near'

/** Straight lines: what is “near” until a routing service says more. */
const NEAR_M = 3_000
const UNITS_M = 10_000

const isTold = (quality: Quality) => quality !== 'lost'

/** What tickets, police and fire know of one area, on one card. */
export function Near({ area, now }: { readonly area: ScenicArea; readonly now: EpochMs }) {
  const say = useSay()
  const readings = useReadings()
  const { incidents, units, 'fire-devices': register, 'fire-readings': values } = readings
  const within = (position: readonly [number, number] | null, metres: number) =>
    position !== null && distanceM(position, area.position) <= metres
  const openNear = (incidents.snapshot?.items ?? []).filter(
    (one) => isOpen(one) && within(one.position, NEAR_M),
  )
  const heard = (units.snapshot?.items ?? []).filter(
    (unit) => motionOf(unit, now) !== 'silent' && within(unit.position, UNITS_M),
  )
  const nearest = heard
    .map((unit) => ({ unit, metres: distanceM(unit.position as [number, number], area.position) }))
    .sort((a, b) => a.metres - b.metres)
    .slice(0, 3)
  const fire = fireNear(register, values, (position) => within(position, NEAR_M), now)
  const count = (quality: Quality, n: number) => formatCount(isTold(quality) ? n : null)
  return (
    <section className="crowds-near" aria-label={say(CARD.near)}>
      <div className="crowds-head">
        <strong>{say(CARD.near)}</strong>
        <span className="ink2">{say(CARD.nearHow)}</span>
      </div>
      <dl>
        <div>
          <dt className="ink2">{say(CARD.nearIncidents)}</dt>
          <dd>{count(incidents.quality, openNear.length)}</dd>
        </div>
        <div>
          <dt className="ink2">{say(CARD.nearUnits)}</dt>
          <dd>
            {count(units.quality, heard.length)}
            {isTold(units.quality) && nearest.length > 0 && (
              <span className="ink2">
                {' '}
                {nearest
                  .map(({ unit, metres }) => `${unit.callSign} ${formatTenth(metres / 1000)} km`)
                  .join(' · ')}
              </span>
            )}
          </dd>
        </div>
        <div>
          <dt className="ink2">{say(CARD.nearFire)}</dt>
          <dd>
            <FireReadiness fire={fire} />
          </dd>
        </div>
      </dl>
    </section>
  )
}

function FireReadiness({ fire }: { readonly fire: FireNear }) {
  const say = useSay()
  const lang = useLang()
  if (fire.is === 'none') return say(CARD.noDevices)
  if (fire.is === 'unknown')
    return (
      <>
        — <span className="ink2">{say(CARD.registerMissing)}</span>
      </>
    )
  const { ready, all } = fire.readiness
  return formatShare(fire.isBlind ? null : ready, all, lang)
}
