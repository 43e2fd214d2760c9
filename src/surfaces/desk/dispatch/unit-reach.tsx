import { useMemo } from 'react'
import { isOver } from '../../../domain/allocation'
import { agoPhrase } from '../../../ui/clock'
import { useLang, useSay } from '../../../ui/lang'
import { formatCount, formatShare } from '../../../ui/numbers'
import { byPhrase } from '../../order-words'
import { ArrivalLine } from './arrival-line'
import type { DispatchFacts } from './facts'
import { type ReachWithin, reachFigures } from './reach-figures'
import { NO_REACH, REACH } from './reach-words'

/** What the selected unit can be at in five and in ten minutes, and when it is where it was sent. */
export function UnitReach({
  unitId,
  facts,
}: {
  readonly unitId: string
  readonly facts: DispatchFacts
}) {
  const say = useSay()
  const unit = facts.units.find(({ id }) => id === unitId)
  const figures = useMemo(() => unit && reachFigures(facts, unit), [facts, unit])
  const job = facts.jobs.get(unitId)
  if (!unit || !figures) return null
  return (
    <section className="dispatch-reach" aria-label={say(REACH.title)}>
      {job && !isOver(job) && (
        <p>
          <ArrivalLine order={job} facts={facts} />{' '}
          <span className="ink2">
            · {say(REACH.by)} {say(byPhrase(job.by))}
          </span>
        </p>
      )}
      {typeof figures === 'string' ? (
        <p className="hatched" data-reach="">
          {say(REACH.title)} {say(NO_REACH[figures])}
        </p>
      ) : (
        <>
          <table>
            <thead>
              <tr>
                <th scope="col">
                  {say(REACH.title)}{' '}
                  <small className="ink3">
                    {say(agoPhrase(Math.max(0, facts.now - unit.observedAt)))}
                  </small>
                </th>
                {figures.map(({ minutes }) => (
                  <th key={minutes} scope="col">
                    {minutes} {say(REACH.within)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              <DemandRow figures={figures} />
              <PlacesRow figures={figures} />
            </tbody>
          </table>
          <p className="ink3">{say(REACH.how)}</p>
          {facts.demandLeavesOut && <p className="ink2">{say(facts.demandLeavesOut)}</p>}
        </>
      )}
    </section>
  )
}

function DemandRow({ figures }: { readonly figures: readonly ReachWithin[] }) {
  const say = useSay()
  const lang = useLang()
  return (
    <tr>
      <th scope="row">{say(REACH.demand)}</th>
      {figures.map(({ minutes, demand }) => (
        <td key={minutes} data-reach={minutes}>
          {demand
            ? formatShare(Math.round(demand.weightWithin), Math.round(demand.weight), lang)
            : `— ${say(REACH.noIncidents)}`}
        </td>
      ))}
    </tr>
  )
}

function PlacesRow({ figures }: { readonly figures: readonly ReachWithin[] }) {
  const say = useSay()
  return (
    <tr>
      <th scope="row">{say(REACH.places)}</th>
      {figures.map(({ minutes, places, allPlaces }) => (
        <td key={minutes}>
          {formatCount(places)} / {formatCount(allPlaces)}
        </td>
      ))}
    </tr>
  )
}
