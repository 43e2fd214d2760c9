import { useCallback, useMemo, useState } from 'react'
import { getHistory, type Happening } from '../../api/alarm-reads'
import { DAY_MS } from '../../domain/time'
import { localHistory } from '../../topics/alarms/local-history'
import { WORDS as ALARM, VERDICT } from '../../topics/alarms/messages'
import { alarmPhrase, placePhrase, rolePhrase, titlePhrase } from '../../topics/alarms/words-of'
import { type AreaNames, areaPhrase } from '../../ui/area-names'
import { formatStamp, UNKNOWN } from '../../ui/clock'
import { type DataColumn, DataTable } from '../../ui/data-table'
import { useSay } from '../../ui/lang'
import type { Lang, Phrase } from '../../ui/words'
import { Here } from './here'
import type { PartProps } from './part'
import { useAsked } from './use-asked'
import { EVENT, WORDS } from './words'

const KEPT_MS = 2 * DAY_MS

/** Everything that happened to every alarm in two days, newest first. */
export function History({ now, areas, filter, onFilter }: PartProps) {
  const say = useSay()
  // Read when opened: a list that shifts under the eye cannot be read.
  const [until] = useState(now)
  const ask = useCallback(
    (signal: AbortSignal) => getHistory(until - KEPT_MS, until, signal),
    [until],
  )
  const [asked, again] = useAsked(ask)
  const rows = useMemo(
    () => (asked.is === 'here' ? withLocal(asked.value, until) : []),
    [asked, until],
  )
  const columns = useMemo(() => columnsFor(areas, namesOf(rows)), [areas, rows])
  if (asked.is !== 'here')
    return (
      <div className="page-body">
        <Here asked={asked} again={again}>
          {() => null}
        </Here>
      </div>
    )
  return (
    <DataTable
      id="alarms-history"
      title={WORDS.history}
      columns={columns}
      rows={rows}
      rowId={rowId}
      placed={null}
      filter={filter}
      onFilter={onFilter}
      why={say(WORDS.nothing)}
    />
  )
}

/** Newest first, with what this machine raised itself and no server knows of. */
const withLocal = (told: readonly Happening[], until: number): readonly Happening[] =>
  [...told, ...localHistory(until - KEPT_MS, until)].sort((a, b) => b.at - a.at)

const rowId = ({ occurrence, event, at }: Happening) => `${occurrence} ${event} ${at}`

/** What an alarm is called, by its id: a note may name the alarm above. */
function namesOf(rows: readonly Happening[]): ReadonlyMap<string, Phrase> {
  return new Map(rows.map((one) => [one.alarm, alarmPhrase(one)]))
}

function columnsFor(
  areas: AreaNames,
  names: ReadonlyMap<string, Phrase>,
): readonly DataColumn<Happening>[] {
  return [
    {
      id: 'at',
      header: WORDS.time,
      text: ({ at }) => formatStamp(at),
      sort: ({ at }) => at,
    },
    {
      id: 'event',
      header: WORDS.event,
      grow: 0.8,
      text: ({ event }, lang) => EVENT[event]?.[lang] ?? event,
      sort: ({ event }) => event,
    },
    {
      id: 'priority',
      header: WORDS.priority,
      grow: 0.5,
      text: ({ priority }) => `P${priority}`,
      sort: ({ priority }) => priority,
    },
    {
      id: 'kind',
      header: WORDS.kind,
      grow: 1.4,
      text: (one, lang) => titlePhrase(one)[lang],
      sort: ({ ruleId }) => ruleId,
    },
    {
      id: 'place',
      header: WORDS.place,
      grow: 1.6,
      text: (one, lang) => placePhrase(one)[lang],
      sort: ({ place }) => place,
    },
    {
      id: 'area',
      header: WORDS.area,
      text: ({ areaCode }, lang) =>
        areaCode ? areaPhrase(areas, areaCode)[lang] : ALARM.local[lang],
      sort: ({ areaCode }) => areaCode,
    },
    {
      id: 'by',
      header: WORDS.by,
      text: ({ by }, lang) => (by === null ? UNKNOWN : rolePhrase(by)[lang]),
      sort: ({ by }) => by,
    },
    {
      id: 'note',
      header: WORDS.note,
      grow: 1.2,
      text: (one, lang) => noteText(one, lang, names),
      sort: ({ note }) => note,
    },
  ]
}

function noteText(
  { event, note, finding }: Happening,
  lang: Lang,
  names: ReadonlyMap<string, Phrase>,
): string {
  if (note === null) return UNKNOWN
  if (event === 'verify')
    return [(VERDICT[note as keyof typeof VERDICT] ?? VERDICT.unknown)[lang], finding]
      .filter(Boolean)
      .join(' · ')
  if (event !== 'suppress') return note
  const above = names.get(note)?.[lang] ?? note
  return lang === 'en' ? `under ${above}` : `因 ${above} 在告警`
}
