import { DANGER_STEPS } from '../../domain/crowd-occupancy'
import { formatMinute } from '../../ui/clock'
import { UrgencyMark } from '../../ui/glyph'
import { useSay } from '../../ui/lang'
import { formatCount, formatTenth } from '../../ui/numbers'
import { CARD } from './card-messages'
import { areaOf, type CrowdData, DANGER_URGENCY, isCurrent, zoneId } from './data'
import { Day } from './day'
import { Near } from './near'
import { minutesPhrase, zoneName } from './words-of'

/** Where the danger bar ends, persons/m²: beyond Fruin's critical 7.1 nothing moves. */
const BAR_END = 6

/** Gates and zones of one area; for a zone, of the area that it lies in. */
export function CrowdDetail({ data, id }: { readonly data: CrowdData; readonly id: string }) {
  const say = useSay()
  const one = areaOf(data, id)
  if (!one) return null
  return (
    <div className="crowds-detail">
      <div className="crowds-head">
        <strong>{say(CARD.gates)}</strong>
        <span className="ink2">{say(CARD.inOut)}</span>
      </div>
      <table className="crowds-rows">
        <tbody>
          {one.gates.map(({ gate, count }) => (
            <tr key={gate.id}>
              <th scope="row" className="ink2">
                {say({ zh: gate.name, en: gate.nameEn ?? gate.name })}
              </th>
              {count?.downSince === null ? (
                <>
                  <td>
                    {formatTenth(count.inPerMin)} / {formatTenth(count.outPerMin)}
                  </td>
                  <td className="ink2">
                    {formatCount(count.entries)} / {formatCount(count.exits)}
                  </td>
                </>
              ) : (
                <td className="hatched" colSpan={2}>
                  {count?.downSince
                    ? `${say(CARD.downSince)} ${formatMinute(count.downSince)}`
                    : say(CARD.noCount)}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="crowds-head">
        <strong>{say(CARD.zones)}</strong>
        <span className="ink2">{say(CARD.dangerAt)}</span>
      </div>
      <table className="crowds-rows">
        <tbody>
          {one.zones.map((state) => {
            const urgency = isCurrent(one) && state.danger ? DANGER_URGENCY[state.danger] : null
            return (
              <tr key={state.zone.id} aria-current={zoneId(one.area, state) === id || undefined}>
                <th scope="row" className="ink2">
                  {say(zoneName(state))}
                </th>
                <td>
                  <DensityBar perM2={state.perM2} />
                </td>
                <td>
                  {formatTenth(state.perM2)} {urgency && <UrgencyMark urgency={urgency} />}
                </td>
                <td className="ink2">
                  {say(CARD.zoneExit)} {say(minutesPhrase(state.exitMinutes))}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <Day one={one} now={data.now} key={one.area.id} />
      <Near area={one.area} now={data.now} />
    </div>
  )
}

function DensityBar({ perM2 }: { readonly perM2: number | null }) {
  const width = perM2 === null ? 0 : (Math.min(perM2, BAR_END) / BAR_END) * 96
  return (
    <svg className="crowds-bar" viewBox="0 0 96 12" preserveAspectRatio="none" aria-hidden="true">
      <rect y="3" width="96" height="6" fill="var(--hairline)" />
      <rect y="3" width={width} height="6" fill="var(--ink1)" />
      {DANGER_STEPS.map((step) => (
        <path
          key={step}
          d={`M${(step / BAR_END) * 96} 0V12`}
          stroke="var(--control)"
          strokeWidth="1.5"
        />
      ))}
    </svg>
  )
}
