import { useMemo, useState } from 'react'
import { coverageAt } from '../../../domain/advice'
import type { LngLat } from '../../../domain/geo'
import { Button } from '../../../ui/kit'
import { useSay } from '../../../ui/lang'
import { formatCount, formatTenth } from '../../../ui/numbers'
import type { Officer } from '../../officer'
import { type DispatchFacts, isIdle, questionOf } from './facts'
import { needsReason, pointTarget, send } from './give-orders'
import { PlacePick } from './place-pick'
import { PlacedList } from './placed-list'
import { counts, shares } from './price-words'
import { ReasonForm } from './reason-form'
import { DISPATCH } from './words'

/** Units that a hand has put somewhere else, by id. Nothing of it is sent before the officer says so. */
export type Placed = ReadonlyMap<string, LngLat>

interface Props {
  readonly facts: DispatchFacts
  readonly officer: Officer
  readonly canSend: boolean
  readonly placed: Placed
  /** Advice is on show: folded until it is wanted, or until a unit is dragged. */
  readonly isAside: boolean
  readonly onPlace: (unitId: string, position: LngLat) => void
  readonly onReset: () => void
}

/** What coverage would be: by dragging units on the map, or with the lists here. */
export function WhatIf({ facts, officer, canSend, placed, isAside, onPlace, onReset }: Props) {
  const say = useSay()
  const [unitId, setUnitId] = useState('')
  const [placeId, setPlaceId] = useState('')
  const isBlind = facts.lost.length > 0
  const question = useMemo(() => questionOf(facts, 'cover'), [facts])
  const seen = useMemo(
    () =>
      isBlind
        ? null
        : {
            now: coverageAt(question.units, question),
            inFive: coverageAt(question.units, { ...question, targetMin: 5 }),
          },
    [question, isBlind],
  )
  const then = useMemo(() => {
    const moved = question.units.map((unit) => ({
      ...unit,
      position: placed.get(unit.id) ?? unit.position,
    }))
    return isBlind ? null : coverageAt(moved, question)
  }, [question, placed, isBlind])
  const place = facts.places.find(({ id }) => id === placeId)
  const old = [...placed.keys()]
    .map((id) => facts.units.find((unit) => unit.id === id))
    .filter((unit) => unit !== undefined && needsReason(facts, unit, null))
  const [isAsking, setAsking] = useState(false)
  const [isUnfolded, setUnfolded] = useState(false)
  async function sendAll(override: string | null) {
    if (old.length > 0 && override === null) return setAsking(true)
    setAsking(false)
    const all = [...placed]
    // Put back first: a second click finds nothing to send.
    onReset()
    for (const [id, position] of all) {
      const unit = facts.units.find((one) => one.id === id)
      if (!unit || !isIdle(facts, unit)) continue
      // One reason for all whose position is old; those seen just now need none.
      const own = needsReason(facts, unit, null) ? override : null
      await send(facts, officer, {
        unit,
        target: pointTarget(facts, position),
        origin: 'map',
        override: own,
        decision: { what: 'own', advice: '', reason: own ?? DISPATCH.whatIf },
      })
    }
  }
  const isFolded = isAside && !isUnfolded && placed.size === 0
  return (
    <section
      id="desk-detail"
      className="desk-detail"
      tabIndex={-1}
      data-region="detail"
      aria-label={say(DISPATCH.whatIf)}
    >
      <header className={isFolded ? 'detail-head dispatch-folded' : 'detail-head'}>
        <h2>{say(DISPATCH.whatIf)}</h2>
        {isFolded && (
          <Button aria-expanded={false} onClick={() => setUnfolded(true)}>
            {say(DISPATCH.unfold)}
          </Button>
        )}
      </header>
      {!isFolded && (
        <>
          <div
            className="detail-body dispatch-card"
            tabIndex={0}
            role="group"
            aria-label={say(DISPATCH.whatIf)}
          >
            <p className="ink2">{say(DISPATCH.whatIfHow)}</p>
            <p className="dispatch-target" role="status">
              <span>{say(DISPATCH.covered)}</span>
              <strong data-what-if={then?.covered.toFixed(1) ?? ''}>
                {seen && then ? shares(seen.now.covered, then.covered, seen.now.total) : '—'}
              </strong>
            </p>
            <p className="ink3">
              {seen && then ? counts(seen.now.covered, then.covered, seen.now.total) : '—'}
            </p>
            <p className="ink3">
              {say(DISPATCH.reach)} 5 {say(DISPATCH.minutes)} {shareOf(seen?.inFive)} · 10{' '}
              {say(DISPATCH.minutes)} {shareOf(seen?.now)} · {say(DISPATCH.freeUnits)}{' '}
              {formatCount(seen ? question.units.length : null)}
            </p>
            {facts.demandLeavesOut && (
              <p className="ink2" role="note">
                {say(facts.demandLeavesOut)}
              </p>
            )}
            {!isBlind && <PlacedList placed={placed} facts={facts} question={question} />}
            <form
              className="dispatch-form"
              onSubmit={(event) => {
                event.preventDefault()
                if (unitId && place) onPlace(unitId, place.position)
              }}
            >
              <label>
                <span className="ink2">{say(DISPATCH.whatIfUnit)}</span>
                <select value={unitId} onChange={(event) => setUnitId(event.target.value)}>
                  <option value="">—</option>
                  {question.units.map(({ id }) => (
                    <option key={id} value={id}>
                      {facts.units.find((one) => one.id === id)?.callSign ?? id}
                    </option>
                  ))}
                </select>
              </label>
              <PlacePick
                label={DISPATCH.whatIfPlace}
                places={facts.places}
                near={question.units.find(({ id }) => id === unitId)?.position ?? null}
                value={placeId}
                onChange={setPlaceId}
              />
              <Button type="submit" disabled={!unitId || !place}>
                {say(DISPATCH.put)}
              </Button>
            </form>
          </div>
          {isAsking && placed.size > 0 && (
            <ReasonForm
              label={DISPATCH.overrideWhy}
              action={DISPATCH.sendAll}
              about={old.map((unit) => unit?.callSign).join(' ')}
              hindrance={canSend && !isBlind ? null : DISPATCH.mayNotNow}
              onReason={(reason) => void sendAll(reason)}
              onCancel={() => setAsking(false)}
            />
          )}
          <div className="detail-buttons">
            <Button
              className="primary"
              disabled={placed.size === 0 || !canSend || isBlind}
              onClick={() => void sendAll(null)}
            >
              {say(DISPATCH.sendAll)} {placed.size > 0 ? formatCount(placed.size) : ''}
            </Button>
            <Button disabled={placed.size === 0} onClick={onReset}>
              {say(DISPATCH.reset)}
            </Button>
          </div>
        </>
      )}
    </section>
  )
}

/** "74.2 % (2,310 / 3,114)": of the demand, by weight. */
function shareOf(seen: { readonly covered: number; readonly total: number } | undefined): string {
  if (!seen || seen.total <= 0) return '—'
  const { covered, total } = seen
  const of = `${formatCount(Math.round(covered))} / ${formatCount(Math.round(total))}`
  return `${formatTenth((100 * covered) / total)} % (${of})`
}
