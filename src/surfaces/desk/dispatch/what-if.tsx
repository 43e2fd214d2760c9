import { useMemo, useState } from 'react'
import { coverageAt } from '../../../domain/advice'
import type { LngLat } from '../../../domain/geo'
import { Button } from '../../../ui/kit'
import { useSay } from '../../../ui/lang'
import { formatCount, formatTenth } from '../../../ui/numbers'
import { type DispatchFacts, questionOf } from './facts'
import { type Officer, send } from './give-orders'
import { shares } from './price-words'
import { DISPATCH } from './words'

/** Units that a hand has put somewhere else, by id. Nothing of it is sent before the officer says so. */
export type Placed = ReadonlyMap<string, LngLat>

interface Props {
  readonly facts: DispatchFacts
  readonly officer: Officer
  readonly canSend: boolean
  readonly placed: Placed
  readonly onPlace: (unitId: string, position: LngLat) => void
  readonly onReset: () => void
}

/** What coverage would be: by dragging units on the map, or with the lists here. */
export function WhatIf({ facts, officer, canSend, placed, onPlace, onReset }: Props) {
  const say = useSay()
  const [unitId, setUnitId] = useState('')
  const [placeId, setPlaceId] = useState('')
  const question = useMemo(() => questionOf(facts, 'cover'), [facts])
  const now = useMemo(() => coverageAt(question.units, question), [question])
  const inFive = useMemo(
    () => coverageAt(question.units, { ...question, targetMin: 5 }),
    [question],
  )
  const then = useMemo(() => {
    const moved = question.units.map((unit) => ({
      ...unit,
      position: placed.get(unit.id) ?? unit.position,
    }))
    return coverageAt(moved, question)
  }, [question, placed])
  const place = facts.places.find(({ id }) => id === placeId)
  async function sendAll() {
    for (const [id, position] of placed) {
      const unit = facts.units.find((one) => one.id === id)
      if (!unit) continue
      const at = `${position[0].toFixed(4)}, ${position[1].toFixed(4)}`
      await send(facts, officer, {
        unit,
        target: { kind: 'point', id: `point-${at}`, place: at, placeEn: at, position },
        origin: 'map',
        override: null,
        decision: { what: 'own', advice: '', reason: say(DISPATCH.whatIf) },
      })
    }
    onReset()
  }
  return (
    <section
      id="desk-detail"
      className="desk-detail"
      tabIndex={-1}
      data-region="detail"
      aria-label={say(DISPATCH.whatIf)}
    >
      <header className="detail-head">
        <h2>{say(DISPATCH.whatIf)}</h2>
      </header>
      <div
        className="detail-body dispatch-card"
        tabIndex={0}
        role="group"
        aria-label={say(DISPATCH.whatIf)}
      >
        <p className="ink2">{say(DISPATCH.whatIfHow)}</p>
        <p className="dispatch-target" role="status">
          <span>{say(DISPATCH.covered)}</span>
          <strong data-what-if={then.covered.toFixed(1)}>
            {shares(now.covered, then.covered, now.total)}
          </strong>
        </p>
        <p className="ink3">
          {formatCount(Math.round(now.covered))} → {formatCount(Math.round(then.covered))} /{' '}
          {formatCount(Math.round(now.total))}
        </p>
        <p className="ink3">
          {say(DISPATCH.reach)} 5 {say(DISPATCH.minutes)} {shareOf(inFive)} · 10{' '}
          {say(DISPATCH.minutes)} {shareOf(now)} · {say(DISPATCH.freeUnits)}{' '}
          {formatCount(question.units.length)}
        </p>
        {facts.demandLeavesOut && (
          <p className="ink2" role="note">
            {say(facts.demandLeavesOut)}
          </p>
        )}
        {[...placed].map(([id, position]) => (
          <p key={id}>
            <strong>{facts.units.find((one) => one.id === id)?.callSign ?? id}</strong>{' '}
            <span className="ink2">
              → {position[0].toFixed(4)}, {position[1].toFixed(4)}
            </span>
          </p>
        ))}
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
          <label>
            <span className="ink2">{say(DISPATCH.whatIfPlace)}</span>
            <select value={placeId} onChange={(event) => setPlaceId(event.target.value)}>
              <option value="">—</option>
              {facts.places.map((one) => (
                <option key={one.id} value={one.id}>
                  {say({ zh: one.name, en: one.nameEn ?? one.name })}
                </option>
              ))}
            </select>
          </label>
          <Button type="submit" disabled={!unitId || !place}>
            {say(DISPATCH.put)}
          </Button>
        </form>
      </div>
      <div className="detail-buttons">
        <Button
          className="primary"
          disabled={placed.size === 0 || !canSend}
          onClick={() => void sendAll()}
        >
          {say(DISPATCH.sendAll)} {placed.size > 0 ? formatCount(placed.size) : ''}
        </Button>
        <Button disabled={placed.size === 0} onClick={onReset}>
          {say(DISPATCH.reset)}
        </Button>
      </div>
    </section>
  )
}

/** "74.2 % (2,310 / 3,114)": of the demand, by weight. */
function shareOf({ covered, total }: { readonly covered: number; readonly total: number }): string {
  if (total <= 0) return '—'
  const counts = `${formatCount(Math.round(covered))} / ${formatCount(Math.round(total))}`
  return `${formatTenth((100 * covered) / total)} % (${counts})`
}
