import { getInspections } from '../../api/fire-records'
import {
  backlogByArea,
  type InspectionFunnel,
  inspectionFunnel,
} from '../../domain/fire-inspection'
import { type AreaNames, areaPhrase } from '../../ui/area-names'
import { UNKNOWN } from '../../ui/clock'
import { Empty } from '../../ui/kit'
import { useSay } from '../../ui/lang'
import { formatCount } from '../../ui/numbers'
import { FIRE } from './fire-words'
import { Here } from './here'
import { useAsked } from './use-asked'
import { WORDS } from './words'

/** Inspections, hazards found, put right and open, of the province and of each prefecture. */
export function Hazards({ areas }: { readonly areas: AreaNames }) {
  const say = useSay()
  const [asked, again] = useAsked(getInspections)
  return (
    <section>
      <h2>{say(FIRE.funnel)}</h2>
      <p className="ink3">{say(FIRE.funnelHow)}</p>
      <Here asked={asked} again={again}>
        {(reports) =>
          reports.length === 0 ? (
            <Empty title={say(FIRE.noReports)} />
          ) : (
            <>
              <Steps funnel={inspectionFunnel(reports)} />
              <Backlogs all={backlogByArea(reports, 4)} areas={areas} />
            </>
          )
        }
      </Here>
    </section>
  )
}

const openText = ({ backlog }: InspectionFunnel) =>
  backlog.open === null ? UNKNOWN : `${backlog.isAtLeast ? '≥ ' : ''}${formatCount(backlog.open)}`

function Steps({ funnel }: { readonly funnel: InspectionFunnel }) {
  const say = useSay()
  const steps = [
    [FIRE.inspections, formatCount(funnel.inspections), funnel.inspections],
    [FIRE.found, formatCount(funnel.found), funnel.found],
    [FIRE.putRight, formatCount(funnel.putRight), funnel.putRight],
    [FIRE.open, openText(funnel), funnel.backlog.open],
  ] as const
  const most = Math.max(1, ...steps.map(([, , value]) => value ?? 0))
  return (
    <dl className="alarms-funnel">
      {steps.map(([label, text, value]) => (
        <div key={label.en}>
          <dt>{say(label)}</dt>
          <dd>
            <span>{text}</span>
            <i style={{ width: `${(100 * (value ?? 0)) / most}%` }} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Backlogs({
  all,
  areas,
}: {
  readonly all: readonly (InspectionFunnel & { readonly areaCode: string })[]
  readonly areas: AreaNames
}) {
  const say = useSay()
  return (
    <table className="page-table">
      <thead>
        <tr>
          <th>{say(WORDS.area)}</th>
          <th className="end">{say(FIRE.inspections)}</th>
          <th className="end">{say(FIRE.found)}</th>
          <th className="end">{say(FIRE.putRight)}</th>
          <th className="end">{say(FIRE.open)}</th>
        </tr>
      </thead>
      <tbody>
        {all.map((one) => (
          <tr key={one.areaCode}>
            <th>{say(areaPhrase(areas, one.areaCode.padEnd(6, '0')))}</th>
            <td className="end">{formatCount(one.inspections)}</td>
            <td className="end">{formatCount(one.found)}</td>
            <td className="end">{formatCount(one.putRight)}</td>
            <td className="end">{openText(one)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
