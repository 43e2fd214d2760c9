import { useCallback, useMemo, useState } from 'react'
import { getHistory, type Happening } from '../../api/alarm-reads'
import { DAY_MS } from '../../domain/time'
import { KIND, RULE, VERDICT } from '../../topics/alarms/messages'
import { rolePhrase } from '../../topics/alarms/words-of'
import { type AreaNames, areaPhrase } from '../../ui/area-names'
import { formatStamp } from '../../ui/clock'
import { type DataColumn, DataTable } from '../../ui/data-table'
import { Button, ErrorNote, Skeleton } from '../../ui/kit'
import { useSay } from '../../ui/lang'
import type { Lang } from '../../ui/words'
import { useAsked } from './use-asked'
import { EVENT, WORDS } from './words'

/** Everything that happened to every alarm in two days, newest first. */
export function History({ now, areas }: { readonly now: number; readonly areas: AreaNames }) {
  const say = useSay()
  const [filter, setFilter] = useState('')
  // Read when opened: a list that shifts under the eye cannot be read.
  const [until] = useState(now)
  const ask = useCallback(
    (signal: AbortSignal) => getHistory(until - 2 * DAY_MS, until, signal),
    [until],
  )
  const [asked, again] = useAsked(ask)
  const columns = useMemo(() => columnsFor(areas), [areas])
  const rows = useMemo(() => (asked.is === 'here' ? asked.value.toReversed() : []), [asked])
  if (asked.is === 'waiting') return <Waiting />
  if (asked.is === 'failed')
    return (
      <ErrorNote what={say(WORDS.failed)} todo={asked.detail ?? asked.cause}>
        <Button onClick={again}>{say(WORDS.again)}</Button>
      </ErrorNote>
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
      onFilter={setFilter}
      why={say(WORDS.nothing)}
    />
  )
}

function Waiting() {
  const say = useSay()
  return (
    <div className="page-body">
      <Skeleton>{say(WORDS.loading)}</Skeleton>
    </div>
  )
}

const rowId = ({ occurrence, event, at }: Happening) => `${occurrence} ${event} ${at}`

function columnsFor(areas: AreaNames): readonly DataColumn<Happening>[] {
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
      text: ({ ruleId, kind }, lang) =>
        (RULE[ruleId] ?? KIND[kind as keyof typeof KIND] ?? KIND.unknown)[lang],
      sort: ({ ruleId }) => ruleId,
    },
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
      id: 'by',
      header: WORDS.by,
      text: ({ by }, lang) => (by === null ? '—' : rolePhrase(by)[lang]),
      sort: ({ by }) => by,
    },
    {
      id: 'note',
      header: WORDS.note,
      grow: 1.2,
      text: noteText,
      sort: ({ note }) => note,
    },
  ]
}

function noteText({ event, note }: Happening, lang: Lang): string {
  if (note === null) return '—'
  return event === 'verify' ? VERDICT[note as keyof typeof VERDICT][lang] : note
}
