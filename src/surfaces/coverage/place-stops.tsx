import type { PlaceDose } from '../../domain/patrol-dose'
import type { EpochMs } from '../../domain/time'
import { agePhrase, formatMinute, formatStamp } from '../../ui/clock'
import { Button } from '../../ui/kit'
import { useSay } from '../../ui/lang'
import { STOP, WORDS } from './words'

interface Props {
  readonly id: string
  /** Null: the register knows no such place. */
  readonly dose: PlaceDose | null
  /** End of the last visit on record, whenever it was; null: none. */
  readonly lastVisitAt: EpochMs | null
  readonly callSigns: ReadonlyMap<string, string>
  readonly onPlace: (placeId: string) => void
  readonly onClose: () => void
}

/** The chosen place: who was there, from when to when, and for how long. */
export function PlaceStops({ id, dose, lastVisitAt, callSigns, onPlace, onClose }: Props) {
  const say = useSay()
  const name = dose && say({ zh: dose.place.name, en: dose.place.nameEn ?? dose.place.name })
  return (
    <section className="coverage-place" aria-label={say(WORDS.stopsHere)} data-place={id}>
      {dose ? (
        <>
          <h2>
            {name}{' '}
            <small className="ink2">
              {say(WORDS.stopsHere)} {dose.stops.length} · {say(WORDS.each)}{' '}
              {dose.place.plannedDoseMin} {say(WORDS.minutes)}
            </small>
          </h2>
          {dose.stops.length === 0 && (
            <p className="ink2">
              {say(WORDS.noStops)} ·{' '}
              {lastVisitAt === null
                ? say(WORDS.noVisit)
                : `${say(WORDS.lastVisit)} ${formatStamp(lastVisitAt)}`}
            </p>
          )}
          <ul>
            {dose.stops.map((stop) => (
              <li key={`${stop.unitId} ${stop.from}`}>
                <strong>{callSigns.get(stop.unitId) ?? stop.unitId}</strong>{' '}
                {formatMinute(stop.from)}–{stop.isOpen ? say(WORDS.still) : formatMinute(stop.to)} ·{' '}
                {say(agePhrase(stop.stayMs))} <span className="ink2">{say(STOP[stop.class])}</span>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p className="note hatched">
          {say(WORDS.noSuchPlace)}
          {id}
        </p>
      )}
      <p className="coverage-acts">
        {dose && <Button onClick={() => onPlace(id)}>{say(WORDS.onMap)}</Button>}
        <Button onClick={onClose}>{say(WORDS.close)}</Button>
      </p>
    </section>
  )
}
