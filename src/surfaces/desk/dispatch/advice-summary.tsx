import { ORDER_LIVES_MS } from '../../../domain/allocation'
import { areaPhrase } from '../../../ui/area-names'
import { agoPhrase, formatClock } from '../../../ui/clock'
import { useSay } from '../../../ui/lang'
import { formatCount, formatTenth } from '../../../ui/numbers'
import { type Asked, changedOf } from './asked'
import { type DispatchFacts, FLOOR } from './facts'
import { shares } from './price-words'
import { DISPATCH } from './words'

/** What the advised moves come to together, and what no posting of all units could exceed. */
export function AdviceSummary({
  asked,
  facts,
}: {
  readonly asked: Asked
  readonly facts: DispatchFacts
}) {
  const say = useSay()
  const { advice, question } = asked
  const { coveredNow, coveredThen, total, bound, isOptimal, meanNowMin, meanThenMin } = advice
  const minutes = (value: number | null) => (value === null ? '—' : formatTenth(value))
  const ageMs = Math.max(0, facts.now - asked.at)
  const changed = changedOf(asked)
  return (
    <dl className="dispatch-summary">
      <div>
        <dt>
          {say(DISPATCH.covered)}{' '}
          <small>
            {formatCount(advice.moves.length)} {say(DISPATCH.steps)}
          </small>
        </dt>
        <dd>
          {shares(coveredNow, coveredThen, total)}{' '}
          <small>
            {formatCount(Math.round(coveredNow))} → {formatCount(Math.round(coveredThen))} /{' '}
            {formatCount(Math.round(total))}
          </small>
        </dd>
      </div>
      <div>
        <dt>{say(DISPATCH.mean)}</dt>
        <dd>
          {minutes(meanNowMin)} → {minutes(meanThenMin)} {say(DISPATCH.minutes)}
        </dd>
      </div>
      {bound !== null && total > 0 && (
        <div>
          <dt>
            {say(DISPATCH.bound)}{' '}
            <small>
              {formatCount(question.units.length)} {say(DISPATCH.freeUnits)}
            </small>
          </dt>
          <dd>
            ≤ {formatTenth((100 * bound) / total)} %{' '}
            <small>{say(isOptimal ? DISPATCH.reachable : DISPATCH.notProven)}</small>
          </dd>
        </div>
      )}
      <p className="ink3">
        <span className={ageMs > ORDER_LIVES_MS ? 'hatched' : undefined}>
          {formatClock(asked.at)} · {say(agoPhrase(ageMs))}
          {ageMs > ORDER_LIVES_MS && ` · ${say(DISPATCH.old)}`}
        </span>{' '}
        {changed > 0 && `· ${formatCount(changed)} ${say(DISPATCH.changedMoves)} `}·{' '}
        {advice.belowFloor.length === 0
          ? say(DISPATCH.floorKept)
          : `${say(DISPATCH.floorNot)}${advice.belowFloor
              .map((code) => say(areaPhrase(facts.areas, code.padEnd(6, '0'))))
              .join(say({ zh: '、', en: ', ' }))} (${100 * FLOOR} %)`}
      </p>
    </dl>
  )
}
