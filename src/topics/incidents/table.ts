import { INCIDENT_SOURCES } from '../../domain/incident'
import { type IncidentRow, liveRow, unlistedOf } from '../../domain/incident-set'
import { areaPhrase } from '../../ui/area-names'
import { formatStamp, UNKNOWN } from '../../ui/clock'
import { formatCount } from '../../ui/numbers'
import type { Phrase } from '../../ui/words'
import type { Column, Table } from '../topic'
import { CATEGORY } from './category-words'
import { type IncidentsData, isUrgent, windowRows } from './data'
import { ANALYSIS_LAYERS, isDrawn } from './hot-places'
import { hotTables } from './hot-tables'
import { LAYERS, TOPIC } from './layer'
import { PRECISION, SEVERITY, SOURCE, STAGE, sourceWords } from './words'

const openRows = ({ shown, set }: IncidentsData, urgent: boolean) =>
  shown
    .filter((incident) => isUrgent(incident) === urgent)
    .map((incident) => liveRow(incident, set?.region ?? [-180, -90, 180, 90]))

const SEVERITY_RANK = { extreme: 1, severe: 2, moderate: 3, minor: 4, unknown: 5 } as const

const text = (value: string | null | undefined) => value || UNKNOWN

const occurred: Column<IncidentRow> = {
  id: 'occurred',
  header: { zh: '发生', en: 'Occurred' },
  grow: 1.4,
  text: ({ occurredAt }) => formatStamp(occurredAt),
  sort: ({ occurredAt }) => occurredAt,
}
const severity: Column<IncidentRow> = {
  id: 'severity',
  header: { zh: '等级', en: 'Severity' },
  text: (row, lang) => SEVERITY[row.severity][lang],
  sort: (row) => SEVERITY_RANK[row.severity],
}
const category: Column<IncidentRow> = {
  id: 'category',
  header: { zh: '类别', en: 'Kind' },
  grow: 1.4,
  text: ({ live, category: kind }, lang) =>
    live?.label ? `${CATEGORY[kind][lang]} · ${live.label}` : CATEGORY[kind][lang],
  sort: ({ live, category: kind }) => `${kind} ${live?.label ?? ''}`,
}
const place: Column<IncidentRow> = {
  id: 'place',
  header: { zh: '地点', en: 'Place' },
  grow: 1.6,
  text: ({ live }) => text(live?.place),
  sort: ({ live }) => live?.place ?? null,
}
const area: Column<IncidentRow> = {
  id: 'area',
  header: { zh: '区划', en: 'Area' },
  text: ({ areaCode }, lang, areas) => areaPhrase(areas, areaCode)[lang],
  sort: ({ areaCode }) => areaCode || null,
}
const source: Column<IncidentRow> = {
  id: 'source',
  header: { zh: '来源', en: 'Source' },
  text: (row, lang) => sourceWords(row)[lang],
  sort: (row) => `${INCIDENT_SOURCES.indexOf(row.source)} ${row.sourceCode ?? ''}`,
}
const stage: Column<IncidentRow> = {
  id: 'stage',
  header: { zh: '环节', en: 'Stage' },
  text: ({ live }, lang) => (live ? STAGE[live.stage][lang] : UNKNOWN),
  sort: ({ live }) => live?.stage ?? null,
}
const received = timeColumn('received', { zh: '接报', en: 'Received' }, 'receivedAt')
const dispatched = timeColumn('dispatched', { zh: '派出', en: 'Dispatched' }, 'dispatchedAt')
const arrived = timeColumn('arrived', { zh: '到场', en: 'Arrived' }, 'arrivedAt')
const precision: Column<IncidentRow> = {
  id: 'precision',
  header: { zh: '定位', en: 'Position' },
  text: ({ live, position, isInside }, lang) => {
    if (!position) return { zh: '无位置', en: 'none' }[lang]
    if (!isInside) return { zh: '区域外', en: 'outside' }[lang]
    return live ? PRECISION[live.precision][lang] : { zh: '有', en: 'yes' }[lang]
  },
  sort: ({ live, position }) => (position ? (live?.precision ?? 'yes') : null),
}

function timeColumn(
  id: string,
  header: Column<IncidentRow>['header'],
  field: 'receivedAt' | 'dispatchedAt' | 'arrivedAt',
): Column<IncidentRow> {
  return {
    id,
    header,
    grow: 1.4,
    text: ({ live }) => formatStamp(live?.[field] ?? null),
    sort: ({ live }) => live?.[field] ?? null,
  }
}

/** Lists end where nobody reads on; counts do not. */
function unlisted({ set }: IncidentsData): Phrase | null {
  const left = set && unlistedOf(set)
  if (!left) return null
  const [count, since] = [formatCount(left.count), formatStamp(left.listedFrom)]
  return {
    zh: `只列 ${since} 以来的；窗内更早的 ${count} 起（各来源）计数而不列。`,
    en: `Listed from ${since} on; ${count} earlier ones of the window (all sources) are counted and not listed.`,
  }
}

/** Which sources are listed here. */
function countedSources({ set, bulk }: IncidentsData): Phrase | null {
  if (!set || bulk?.brought?.tellsSources === false) return null
  const words = (set.filter.sources ?? INCIDENT_SOURCES).map((one) => SOURCE[one])
  return {
    zh: `来源：${words.map(({ zh }) => zh).join('、')}。`,
    en: `Sources: ${words.map(({ en }) => en).join(', ')}.`,
  }
}

const both = (a: Phrase | null, b: Phrase | null): Phrase | null =>
  a && b ? { zh: a.zh + b.zh, en: `${a.en} ${b.en}` } : (a ?? b)

type IncidentTable = Table<IncidentsData, IncidentRow>

const ofWindow = [occurred, severity, category, place, area, source, stage, precision]
const ofOpen = [severity, category, place, area, stage, received, dispatched, arrived, precision]
const shared = { rowId: ({ id }: IncidentRow) => id, selectable: true }

const incidentTables: readonly IncidentTable[] = [
  {
    ...shared,
    id: TOPIC,
    title: { zh: '警情 · 计入密度的来源', en: 'Incidents · sources in the density' },
    layer: LAYERS.density,
    columns: ofWindow,
    rows: (data) => windowRows(data).counted,
    note: (data) => both(countedSources(data), unlisted(data)),
    placed: ({ isInside }) => isInside,
  },
  {
    ...shared,
    id: 'incidents-urgent',
    title: { zh: '未结警情 · 特别重大、重大', en: 'Open incidents · extreme and severe' },
    layer: LAYERS.urgent,
    columns: ofOpen,
    rows: (data) => openRows(data, true),
    placed: ({ position }) => position !== null,
  },
  {
    ...shared,
    id: 'incidents-open',
    title: { zh: '未结警情 · 较大、一般、不明', en: 'Open incidents · moderate, minor, unknown' },
    layer: LAYERS.near,
    columns: ofOpen,
    rows: (data) => openRows(data, false),
    placed: ({ position }) => position !== null,
  },
  ...(hotTables as unknown as readonly IncidentTable[]),
  {
    ...shared,
    id: 'incidents-apart',
    title: {
      zh: '警情 · 其他来源（另计）',
      en: 'Incidents · other sources (counted apart)',
    },
    layer: ANALYSIS_LAYERS.apart,
    columns: ofWindow,
    rows: (data) => windowRows(data).apart,
    note: unlisted,
    placed: isDrawn,
  },
]

export const tables = incidentTables as unknown as readonly Table<IncidentsData, never>[]
