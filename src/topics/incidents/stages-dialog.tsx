import {
  AGE_LIMITS_MIN,
  LEGS,
  type Leg,
  legTimes,
  withinTarget,
} from '../../domain/incident-stages'
import { waitOf } from '../../domain/incident-target'
import { formatAge } from '../../ui/clock'
import { Dialog } from '../../ui/dialog'
import { Button } from '../../ui/kit'
import { useLang, useSay } from '../../ui/lang'
import { formatCount, formatShare, formatTenth } from '../../ui/numbers'
import type { Phrase } from '../../ui/words'
import type { IncidentsData } from './data'
import { placeOf, titleOf } from './describe'

interface Props {
  readonly data: IncidentsData
  readonly onClose: () => void
  readonly onSelect: (id: string) => void
}

const LEG: Readonly<Record<Leg, Phrase>> = {
  push: { zh: '推送：接报 → 派出', en: 'Push: received → dispatched' },
  reach: { zh: '网格处置：派出 → 到场', en: 'Grid handling: dispatched → arrived' },
  handle: { zh: '网格处置：到场 → 结案', en: 'Grid handling: arrived → closed' },
}
const MISSING: readonly Phrase[] = [
  { zh: '回访', en: 'Call-back' },
  { zh: '考核', en: 'Assessment' },
  { zh: '联动', en: 'Co-ordination' },
]
/** The oldest ones first; more than these are a list, and the table of open incidents is that. */
const MOST_LISTED = 8

/** The five unifieds of the 110 centre: what the record tells of each stage, and what is still under way. */
export default function StagesDialog({ data, onClose, onSelect }: Props) {
  const say = useSay()
  return (
    <Dialog
      title={say({ zh: '警情全程（110 五统一）', en: 'An incident’s life (five unifieds of 110)' })}
      onClose={onClose}
    >
      <div className="analysis-text">
        {data.asOf === null || data.quality === 'lost' ? (
          <p role="status">
            {say({
              zh: '警情数据源无数据，不作统计。',
              en: 'The feed has no data: nothing is told.',
            })}
          </p>
        ) : (
          <>
            <Legs data={data} now={data.asOf} />
            <Targets data={data} now={data.asOf} />
            <Waiting data={data} now={data.asOf} onSelect={onSelect} />
          </>
        )}
      </div>
      <Button onClick={onClose}>{say({ zh: '关闭', en: 'Close' })}</Button>
    </Dialog>
  )
}

interface Part {
  readonly data: IncidentsData
  readonly now: number
}

const itemsOf = ({ live }: IncidentsData) => [...live.values()]

const AGES: readonly string[] = [
  ...AGE_LIMITS_MIN.map((to, i) => `${AGE_LIMITS_MIN[i - 1] ?? 0}–${to}`),
  `≥ ${AGE_LIMITS_MIN.at(-1)}`,
]

function Legs({ data, now }: Part) {
  const say = useSay()
  const items = itemsOf(data)
  const minutes = (value: number | null, done: number) =>
    value === null && done > 0 ? say({ zh: '太少', en: 'too few' }) : formatTenth(value)
  return (
    <>
      <table>
        <caption>
          {say({
            zh: `近 24 h 及未结警情 ${formatCount(items.length)} 起。用时单位分，为实际发生过的值（就近秩）；在途按已历时分组。`,
            en: `${formatCount(items.length)} incidents of the last 24 h and open ones. Times in minutes are ones that occurred (nearest rank); what is under way stands by its age.`,
          })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{say({ zh: '环节', en: 'Stage' })}</th>
            <th scope="col">{say({ zh: '完成', en: 'Done' })}</th>
            <th scope="col">{say({ zh: '中位', en: 'P50' })}</th>
            <th scope="col">P90</th>
            {AGES.map((age) => (
              <th scope="col" key={age}>
                {say({ zh: `在途 ${age}`, en: `open ${age}` })}
              </th>
            ))}
            <th scope="col">{say({ zh: '未记载', en: 'Untold' })}</th>
          </tr>
        </thead>
        <tbody>
          {LEGS.map((leg) => {
            const { done, medianMin, p90Min, open, untold } = legTimes(items, leg, now)
            return (
              <tr key={leg}>
                <th scope="row">{say(LEG[leg])}</th>
                <td>{formatCount(done)}</td>
                <td>{minutes(medianMin, done)}</td>
                <td>{minutes(p90Min, done)}</td>
                {open.map((count, i) => (
                  <td key={AGES[i]}>{formatCount(count)}</td>
                ))}
                <td>{formatCount(untold)}</td>
              </tr>
            )
          })}
          {MISSING.map((words) => (
            <tr key={words.en}>
              <th scope="row">{say(words)}</th>
              <td colSpan={4 + AGES.length} className="ink2">
                {say({
                  zh: '数据接口的记录不含此环节，不推算',
                  en: 'the record of the interface has no such stage: nothing is made up',
                })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="ink2">
        {say({
          zh: '中位与 P90 只含已完成的；拖得久的还在“在途”里，两者要一起看。不足 10 起不给中位，不足 30 起不给 P90。“未记载”：已过此环节而缺时间，或先后颠倒。',
          en: 'Median and P90 are of what is done; what drags on is still among the open: read both. Under 10 there is no median, under 30 no P90. Untold: the stage has passed without its times, or they are out of order.',
        })}
      </p>
    </>
  )
}

function Targets({ data, now }: Part) {
  const say = useSay()
  const lang = useLang()
  return (
    <table>
      <caption>
        {say({
          zh: '到场目标（接报至到场）：地方做法 [1]，全国规定（公通字〔2003〕31号）未定分钟数；按区划代码分城区与其他。',
          en: 'Arrival targets (received to arrived): a local rule [1]; the national one (公通字〔2003〕31号) names no minutes. Town or not by division code.',
        })}
      </caption>
      <thead>
        <tr>
          <th scope="col">{say({ zh: '区域', en: 'Area' })}</th>
          <th scope="col">{say({ zh: '目标内到场', en: 'Arrived within' })}</th>
          <th scope="col">{say({ zh: '未到场且已超', en: 'Nobody there, over' })}</th>
        </tr>
      </thead>
      <tbody>
        {withinTarget(itemsOf(data), now).map(
          ({ area, targetMin, within, arrived, waitingOver }) => (
            <tr key={area}>
              <th scope="row">
                {say(
                  area === 'town'
                    ? { zh: `城区 ${targetMin} 分`, en: `Town ${targetMin} min` }
                    : { zh: `郊区 ${targetMin} 分`, en: `Suburb ${targetMin} min` },
                )}
              </th>
              <td>{arrived === 0 ? '—' : formatShare(within, arrived, lang)}</td>
              <td>{formatCount(waitingOver)}</td>
            </tr>
          ),
        )}
      </tbody>
    </table>
  )
}

/** Those that nobody has reached within the target, longest over it first: each leads to its card. */
function Waiting({ data, now, onSelect }: Part & Pick<Props, 'onSelect'>) {
  const say = useSay()
  const lang = useLang()
  const over = data.open
    .filter(({ arrivedAt, dispatchedAt }) => arrivedAt === null || dispatchedAt === null)
    .flatMap((incident) => {
      const wait = waitOf(incident, now)
      return incident.arrivedAt === null && wait.isOver ? [{ incident, wait }] : []
    })
    .sort((a, b) => a.wait.leftMs - b.wait.leftMs)
  return (
    <>
      <h3>
        {say({
          zh: `超时未到场 ${formatCount(over.length)} 起`,
          en: `${formatCount(over.length)} over target, nobody there`,
        })}
      </h3>
      {over.length === 0 && <p className="ink2">{say({ zh: '没有。', en: 'None.' })}</p>}
      <ul className="stages-over">
        {over.slice(0, MOST_LISTED).map(({ incident, wait }) => (
          <li key={incident.id}>
            <Button onClick={() => onSelect(incident.id)}>
              {say(titleOf(incident))} · {say(placeOf(incident, data.areas))} ·{' '}
              {say({
                zh: `超 ${formatAge(-wait.leftMs, lang)}`,
                en: `over by ${formatAge(-wait.leftMs, lang)}`,
              })}
              {incident.dispatchedAt === null && ` · ${say({ zh: '待派', en: 'nobody sent' })}`}
            </Button>
          </li>
        ))}
      </ul>
      {over.length > MOST_LISTED && (
        <p className="ink2">
          {say({
            zh: `另 ${over.length - MOST_LISTED} 起见右栏“警情”。`,
            en: `${over.length - MOST_LISTED} more under Incidents on the right.`,
          })}
        </p>
      )}
    </>
  )
}
