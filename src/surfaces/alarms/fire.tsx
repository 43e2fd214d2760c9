import { useMemo, useState } from 'react'
import {
  type FirePack,
  getFirePack,
  getInspections,
  getVerifications,
  putFirePack,
} from '../../api/fire-records'
import { useReading } from '../../api/readings'
import type { FireDevice } from '../../domain/fire'
import {
  backlogByArea,
  type InspectionFunnel,
  inspectionFunnel,
} from '../../domain/fire-inspection'
import { maintenanceList } from '../../domain/fire-maintenance'
import { type PackFault, readRulePack } from '../../domain/fire-rule-pack'
import { type FireVillage, fireVillages } from '../../domain/fire-village'
import { DAY_MS } from '../../domain/time'
import { type AreaNames, areaPhrase } from '../../ui/area-names'
import { formatDate, formatStamp, UNKNOWN } from '../../ui/clock'
import { type DataColumn, DataTable } from '../../ui/data-table'
import { Button, Empty, ErrorNote, Skeleton } from '../../ui/kit'
import { useLang, useSay } from '../../ui/lang'
import { formatCount } from '../../ui/numbers'
import type { Phrase } from '../../ui/words'
import { FIRE, PACK_CAUSE } from './fire-words'
import { type Asked, useAsked } from './use-asked'
import { WORDS } from './words'

const MAINTENANCE_DAYS = 90
const AT_LEAST = 2
const NO_DEVICES: readonly FireDevice[] = []

/** What fire alarms leave behind: devices to look at, villages and their days without fire, hazards, and the rules. */
export function Fire({ now, areas }: { readonly now: number; readonly areas: AreaNames }) {
  const say = useSay()
  const devices = useReading('fire-devices').snapshot?.items ?? NO_DEVICES
  const [records, again] = useAsked(getVerifications)
  const [until] = useState(now)
  return (
    <div className="page-body alarms-fire">
      <Funnel areas={areas} />
      <section>
        <h2>{say(FIRE.maintenance)}</h2>
        <p className="ink3">{say(FIRE.maintenanceHow)}</p>
        <Here asked={records} again={again}>
          {({ verifications }) => (
            <Maintenance
              devices={devices}
              entries={maintenanceList(
                verifications,
                { from: until - MAINTENANCE_DAYS * DAY_MS, to: until },
                AT_LEAST,
              )}
            />
          )}
        </Here>
      </section>
      <section>
        <h2>{say(FIRE.villages)}</h2>
        <p className="ink3">{say(FIRE.villagesHow)}</p>
        <Here asked={records} again={again}>
          {(record) => <Villages devices={devices} record={record} now={until} areas={areas} />}
        </Here>
      </section>
      <Pack />
    </div>
  )
}

function Here<T>({
  asked,
  again,
  children,
}: {
  readonly asked: Asked<T>
  readonly again: () => void
  readonly children: (value: T) => React.ReactNode
}) {
  const say = useSay()
  if (asked.is === 'waiting') return <Skeleton>{say(WORDS.loading)}</Skeleton>
  if (asked.is === 'failed')
    return (
      <ErrorNote what={say(WORDS.failed)} todo={asked.detail ?? asked.cause}>
        <Button onClick={again}>{say(WORDS.again)}</Button>
      </ErrorNote>
    )
  return children(asked.value)
}

function Funnel({ areas }: { readonly areas: AreaNames }) {
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
          <dd>{text}</dd>
          <i style={{ width: `${(100 * (value ?? 0)) / most}%` }} />
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

function Maintenance({
  devices,
  entries,
}: {
  readonly devices: readonly FireDevice[]
  readonly entries: ReturnType<typeof maintenanceList>
}) {
  const say = useSay()
  const lang = useLang()
  const byId = useMemo(() => new Map(devices.map((device) => [device.id, device])), [devices])
  if (entries.length === 0) return <Empty title={say(FIRE.noMaintenance)} />
  return (
    <table className="page-table">
      <thead>
        <tr>
          <th>{say(FIRE.device)}</th>
          <th>{say(WORDS.place)}</th>
          <th className="end">{say(FIRE.falseAlarms)}</th>
          <th className="end">{say(FIRE.lastFalse)}</th>
        </tr>
      </thead>
      <tbody>
        {entries.slice(0, 50).map(({ deviceId, falseAlarms, alarms, lastFalseAt }) => {
          const device = byId.get(deviceId)
          return (
            <tr key={deviceId}>
              <th>{deviceId}</th>
              <td>
                {device
                  ? lang === 'en'
                    ? (device.placeEn ?? device.place)
                    : device.place
                  : UNKNOWN}
              </td>
              <td className="end">
                {formatCount(falseAlarms)} / {formatCount(alarms)}
              </td>
              <td className="end">{formatStamp(lastFalseAt)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function Villages({
  devices,
  record,
  now,
  areas,
}: {
  readonly devices: readonly FireDevice[]
  readonly record: Parameters<typeof fireVillages>[1]
  readonly now: number
  readonly areas: AreaNames
}) {
  const [filter, setFilter] = useState('')
  const villages = useMemo(
    () => fireVillages(devices, record, now).villages.filter(({ isRisk }) => isRisk),
    [devices, record, now],
  )
  const columns = useMemo(() => villageColumns(areas), [areas])
  return (
    <div className="alarms-villages">
      <DataTable
        id="fire-villages"
        title={FIRE.villages}
        columns={columns}
        rows={villages}
        rowId={({ placeId }) => placeId}
        placed={null}
        filter={filter}
        onFilter={setFilter}
      />
    </div>
  )
}

function villageColumns(areas: AreaNames): readonly DataColumn<FireVillage>[] {
  return [
    {
      id: 'place',
      header: WORDS.place,
      grow: 1.6,
      text: ({ place, placeEn }, lang) => (lang === 'en' ? (placeEn ?? place) : place),
      sort: ({ place }) => place,
    },
    {
      id: 'area',
      header: WORDS.area,
      text: ({ areaCode }, lang) => areaPhrase(areas, areaCode)[lang],
      sort: ({ areaCode }) => areaCode,
    },
    {
      id: 'houses',
      header: FIRE.houses,
      align: 'end',
      text: ({ woodenHouses }) => formatCount(woodenHouses),
      sort: ({ woodenHouses }) => woodenHouses,
    },
    {
      id: 'days',
      header: FIRE.daysWithoutFire,
      align: 'end',
      text: ({ withoutFire: { days, isAtLeast } }) =>
        days === null ? UNKNOWN : `${isAtLeast ? '≥ ' : ''}${formatCount(days)}`,
      sort: ({ withoutFire }) => withoutFire.days,
    },
    {
      id: 'last',
      header: FIRE.lastFire,
      align: 'end',
      text: ({ lastFireAt }) => (lastFireAt === null ? UNKNOWN : formatDate(lastFireAt)),
      sort: ({ lastFireAt }) => lastFireAt,
    },
    {
      id: 'waiting',
      header: FIRE.waiting,
      align: 'end',
      text: ({ waiting }) => formatCount(waiting),
      sort: ({ waiting }) => waiting,
    },
  ]
}

/** The rule pack: text, one rule a line; a wrong one is refused with line and column. */
function Pack() {
  const say = useSay()
  const [asked, again] = useAsked(getFirePack)
  return (
    <section>
      <h2>{say(FIRE.pack)}</h2>
      <p className="ink3">{say(FIRE.packHow)}</p>
      <Here asked={asked} again={again}>
        {(pack) => <PackEditor first={pack} />}
      </Here>
    </section>
  )
}

function PackEditor({ first }: { readonly first: FirePack }) {
  const say = useSay()
  const by = useReading('meta').snapshot?.items[0]?.roles[0] || 'duty-officer'
  const [live, setLive] = useState(first)
  const [text, setText] = useState(first.text)
  const [message, setMessage] = useState<Phrase | null>(null)
  const isChanged = text !== live.text
  const read = useMemo(() => {
    const inUse = readRulePack(live.text)
    return readRulePack(text, isChanged && inUse.ok ? inUse.pack.version : null)
  }, [text, live, isChanged])
  async function save() {
    const answer = await putFirePack(live, text, by)
    if (answer.ok) {
      setLive(answer.value)
      setMessage(WORDS.saved)
    } else if (answer.cause === 'changed') {
      const now = await getFirePack(new AbortController().signal)
      if (now.ok) setLive(now.value)
      setMessage(WORDS.conflict)
    } else setMessage(WORDS.failed)
  }
  return (
    <div className="alarms-pack">
      <textarea
        aria-label={say(FIRE.pack)}
        spellCheck={false}
        rows={14}
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setMessage(null)
        }}
      />
      <div className="alarms-rules-bar">
        <Button onClick={save} disabled={!isChanged || !read.ok}>
          {say(WORDS.save)}
        </Button>
        <Button onClick={() => setText(live.text)} disabled={!isChanged}>
          {say(WORDS.undo)}
        </Button>
        <span className="ink2">
          rev {live.rev} · {live.changedBy}
          {live.changedAt > 0 && ` · ${formatStamp(live.changedAt)}`}
        </span>
        <strong role="status">
          {message ? say(message) : isChanged && read.ok ? say(WORDS.changed) : ''}
        </strong>
      </div>
      {!read.ok && (
        <ul className="note hatched" role="alert">
          {read.faults.slice(0, 8).map((fault) => (
            <li key={`${fault.line}:${fault.column}:${fault.cause}`}>{faultWords(fault, say)}</li>
          ))}
        </ul>
      )}
    </div>
  )
}

function faultWords(
  { line, column, cause, detail }: PackFault,
  say: (phrase: Phrase) => string,
): string {
  const where = say({ zh: `第 ${line} 行第 ${column} 列`, en: `line ${line}, column ${column}` })
  return `${where}：${say(PACK_CAUSE[cause])}${detail === null ? '' : `（${detail}）`}`
}
