import { escalatedTo } from '../../domain/alarm-escalation'
import { areaPhrase } from '../../ui/area-names'
import { formatClock, formatStamp, UNKNOWN } from '../../ui/clock'
import type { Phrase } from '../../ui/words'
import type { Column, Table } from '../topic'
import { URGENCY_OF } from '../topic'
import { becausePhrase } from './because'
import { type AlarmData, alarmId } from './data'
import { isLow, LAYERS } from './layer'
import { ROLE, WORDS } from './messages'
import type { ShownAlarm } from './standing'
import { TABLE } from './table-messages'
import { placePhrase, rolePhrase, statePhrase, titlePhrase } from './words-of'

const columns: readonly Column<ShownAlarm>[] = [
  {
    id: 'priority',
    header: TABLE.priority,
    grow: 0.5,
    mark: ({ priority }) => URGENCY_OF[priority],
    text: ({ priority }) => `P${priority}`,
    sort: ({ priority }) => priority,
  },
  {
    id: 'kind',
    header: TABLE.kind,
    grow: 1.4,
    text: (one, lang) => titlePhrase(one)[lang],
    sort: ({ ruleId }) => ruleId,
  },
  {
    id: 'place',
    header: TABLE.place,
    grow: 1.6,
    text: (one, lang) => placePhrase(one)[lang],
    sort: ({ place }) => place,
  },
  {
    id: 'area',
    header: TABLE.area,
    text: ({ areaCode }, lang, areas) => areaPhrase(areas, areaCode)[lang],
    sort: ({ areaCode }) => areaCode || null,
  },
  {
    id: 'state',
    header: TABLE.state,
    grow: 1.2,
    text: (one, lang) =>
      [statePhrase(one)[lang], one.isFirst && WORDS.first[lang]].filter(Boolean).join(' · '),
    sort: ({ state }) => state,
  },
  {
    id: 'escalated',
    header: TABLE.escalatedTo,
    text: (one, lang) => {
      const told = escalatedTo(one)
      return told ? `${ROLE[told.role][lang]} · ${formatClock(told.since)}` : UNKNOWN
    },
    sort: (one) => escalatedTo(one)?.since ?? null,
  },
  {
    id: 'raised',
    header: TABLE.since,
    text: ({ raisedAt }) => formatStamp(raisedAt),
    sort: ({ raisedAt }) => raisedAt,
  },
]

const table = (
  id: string,
  title: Phrase,
  layer: string,
  rows: (data: AlarmData) => readonly ShownAlarm[],
  of: readonly Column<ShownAlarm>[] = columns,
): Table<AlarmData, ShownAlarm> => ({
  id,
  title,
  layer,
  columns: of,
  rows,
  rowId: alarmId,
  selectable: true,
  placed: ({ position }) => position !== null,
})

/** Who keeps it quiet and why; by its design, which alarm is above it. */
const hushedBy: Column<ShownAlarm> = {
  id: 'hushed',
  header: TABLE.hushedBy,
  grow: 2.4,
  text: (one, lang) =>
    one.shelved
      ? `${rolePhrase(one.shelved.by)[lang]} · ${one.shelved.reason}`
      : becausePhrase(one)[lang],
  sort: ({ shelved, suppressedBy }) => shelved?.by ?? suppressedBy,
}

/** A column of its own: it is what must not be cut. What its design keeps quiet ends with the alarm above. */
const hushedUntil: Column<ShownAlarm> = {
  id: 'until',
  header: TABLE.until,
  text: ({ shelved }) => formatStamp(shelved?.until ?? null),
  sort: ({ shelved }) => shelved?.until ?? null,
}

const hushedColumns = [...columns.filter(({ id }) => id !== 'escalated'), hushedBy, hushedUntil]

export const tables = [
  table(
    'alarms',
    { zh: '告警 P1、P2 与未确认 P3', en: 'Alarms P1, P2 and unacknowledged P3' },
    LAYERS.standing,
    ({ standing }) => standing.queue.filter((one) => !isLow(one)),
  ),
  table(
    'alarms/low',
    { zh: '告警：已确认 P3 与 P4', en: 'Alarms: acknowledged P3, and P4' },
    LAYERS.low,
    ({ standing }) => standing.queue.filter(isLow),
  ),
  table(
    'alarms/hushed',
    { zh: '静默的告警', en: 'Hushed alarms' },
    'alarms-hushed',
    ({ standing }) => standing.hushed,
    hushedColumns,
  ),
]
