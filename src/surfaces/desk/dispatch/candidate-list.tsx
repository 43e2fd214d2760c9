import type { priceOf } from '../../../domain/advice'
import { isCoasted } from '../../../domain/patrol-motion'
import { MINUTE_MS } from '../../../domain/time'
import { type AreaNames, areaPhrase } from '../../../ui/area-names'
import { agoPhrase, formatMinute } from '../../../ui/clock'
import { useSay } from '../../../ui/lang'
import { formatTenth } from '../../../ui/numbers'
import type { Phrase } from '../../../ui/words'
import { byArea, type Candidate } from './candidates'
import type { DispatchFacts } from './facts'
import { Price } from './price'
import { lossPhrase, minutesText, pointsOf } from './price-words'
import { DISPATCH } from './words'

interface RowProps {
  readonly candidate: Candidate
  readonly price: ReturnType<typeof priceOf> | null
  readonly total: number
  /** Of the incident's target, ms. */
  readonly leftMs: number
  readonly facts: DispatchFacts
  readonly isChosen: boolean
  /** What was decided about it here; null: nothing yet. */
  readonly settled: Phrase | null
  readonly onChoose: () => void
}

/** One unit that could go: how far, how old its position is, in how many minutes, at what price. */
export function CandidateRow({
  candidate: { unit, km, minutes, isStale },
  price,
  total,
  leftMs,
  facts,
  isChosen,
  settled,
  onChoose,
}: RowProps) {
  const say = useSay()
  const { areas, now, unitsQuality } = facts
  const isLost = facts.lost.includes('units')
  // A report is missing, or the whole feed is behind: every figure of this line is as old as the position.
  const isAged = isStale || isCoasted(unit, now) || unitsQuality !== 'live'
  return (
    <li>
      <button
        type="button"
        className={isChosen ? 'dispatch-unit is-chosen' : 'dispatch-unit'}
        aria-pressed={isChosen}
        onClick={onChoose}
      >
        <span className="dispatch-unit-head">
          <strong>{unit.callSign}</strong>
          <span className="ink2">
            {km === null ? say(areaPhrase(areas, unit.areaCode)) : `${formatTenth(km)} km`}
          </span>
          {isAged && (
            <span className={isStale ? 'hatched' : 'ink2'}>
              {isLost
                ? `${say(DISPATCH.lastSeen)} ${formatMinute(unit.observedAt)}`
                : `${say(isStale ? DISPATCH.stale : DISPATCH.position)} ${say(agoPhrase(Math.max(0, now - unit.observedAt)))}`}
            </span>
          )}
          {minutes !== null && leftMs > 0 && minutes * MINUTE_MS > leftMs && (
            <span className="ink2">{say(DISPATCH.afterTarget)}</span>
          )}
          {settled && <span className="ink2">{say(settled)}</span>}
          {!isChosen && price && (
            <span className="ink2">
              {pointsOf(price.gained, total)} / {say(lossPhrase(price, areas))}
            </span>
          )}
          <strong className="dispatch-minutes">
            {minutesText(minutes)} {say(DISPATCH.minutes)}
          </strong>
        </span>
        {isChosen && price && <Price price={price} total={total} areas={areas} />}
        {isChosen && !price && <small className="ink2">{say(DISPATCH.noPrice)}</small>}
      </button>
    </li>
  )
}

/** All that could go, by area: where nothing can be advised by distance, the officer picks. */
export function AreaPick({
  candidates,
  chosenId,
  areas,
  onChoose,
}: {
  readonly candidates: readonly Candidate[]
  readonly chosenId: string | null
  readonly areas: AreaNames
  readonly onChoose: (unitId: string) => void
}) {
  const say = useSay()
  return (
    <label className="dispatch-pick">
      <span className="ink2">{say(DISPATCH.pickByArea)}</span>
      <select value={chosenId ?? ''} onChange={({ target }) => onChoose(target.value)}>
        <option value="" disabled>
          —
        </option>
        {byArea(candidates).map(({ areaCode, candidates: own }) => (
          <optgroup key={areaCode} label={say(areaPhrase(areas, areaCode))}>
            {own.map(({ unit, isStale }) => (
              <option key={unit.id} value={unit.id}>
                {unit.callSign}
                {isStale ? ` · ${say(DISPATCH.stale)}` : ''}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </label>
  )
}
