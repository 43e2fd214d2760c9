import { type AreaState, DANGER_LEVELS } from '../../domain/crowd-occupancy'
import { formatStamp, UNKNOWN } from '../../ui/clock'
import { formatCount, formatTenth } from '../../ui/numbers'
import { say } from '../../ui/words'
import type { Table } from '../topic'
import { areaId, type CrowdData, type ZoneIn, zoneId, zonesOf } from './data'
import { DANGER, MANAGEMENT, WORDS } from './messages'
import { TABLE } from './table-messages'
import { areaName, minutesPhrase, zoneName } from './words-of'

export const areaTable: Table<CrowdData, AreaState> = {
  id: 'crowds',
  title: TABLE.areaTable,
  layer: 'crowds-areas',
  selectable: true,
  rows: (data) => data.areas ?? [],
  rowId: areaId,
  placed: () => true,
  columns: [
    {
      id: 'area',
      header: WORDS.area,
      grow: 2,
      text: (one, lang) => say(areaName(one), lang),
      sort: ({ area }) => area.name,
    },
    {
      id: 'occupancy',
      header: WORDS.occupancy,
      align: 'end',
      text: ({ occupancy }) => formatCount(occupancy),
      sort: ({ occupancy }) => occupancy,
    },
    {
      id: 'interval',
      header: TABLE.interval,
      align: 'end',
      grow: 1.3,
      text: ({ low, high }) =>
        low === null || low === high ? UNKNOWN : `${formatCount(low)}–${formatCount(high)}`,
      sort: ({ low, high }) => (low === null || high === null ? null : high - low),
    },
    {
      id: 'capacity',
      header: WORDS.capacity,
      align: 'end',
      grow: 1.2,
      text: ({ area }, lang) =>
        `${formatCount(area.instantCapacity)}${area.fictitious ? say(WORDS.fictitiousMark, lang) : ''}`,
      sort: ({ area }) => area.instantCapacity,
    },
    {
      id: 'share',
      header: WORDS.share,
      align: 'end',
      text: ({ share }) => formatTenth(share === null ? null : share * 100),
      sort: ({ share }) => share,
    },
    {
      id: 'level',
      header: TABLE.level,
      grow: 1.3,
      text: ({ level }, lang) => say(MANAGEMENT[level], lang),
      sort: ({ share }) => share,
    },
    {
      id: 'danger',
      header: WORDS.danger,
      grow: 1.3,
      text: ({ worstDanger }, lang) => (worstDanger ? say(DANGER[worstDanger], lang) : UNKNOWN),
      sort: ({ worstDanger }) => (worstDanger ? DANGER_LEVELS.indexOf(worstDanger) : null),
    },
    {
      id: 'net',
      header: WORDS.net,
      align: 'end',
      text: ({ netPerMin }) => formatTenth(netPerMin),
      sort: ({ netPerMin }) => netPerMin,
    },
    {
      id: 'to80',
      header: WORDS.to80,
      align: 'end',
      text: ({ minutesTo80 }, lang) => say(minutesPhrase(minutesTo80), lang),
      sort: ({ minutesTo80 }) => minutesTo80,
    },
    {
      id: 'exit',
      header: WORDS.exit,
      align: 'end',
      text: ({ exitMinutes }, lang) => say(minutesPhrase(exitMinutes), lang),
      sort: ({ exitMinutes }) => exitMinutes,
    },
    {
      id: 'observed',
      header: { zh: '观测', en: 'Observed' },
      align: 'end',
      grow: 1.3,
      text: ({ observedAt }) => formatStamp(observedAt),
      sort: ({ observedAt }) => observedAt,
    },
  ],
}

export const zoneTable: Table<CrowdData, ZoneIn> = {
  id: 'crowds/zones',
  title: TABLE.zoneTable,
  layer: 'crowds-zones',
  selectable: true,
  rows: zonesOf,
  rowId: ({ one, state }) => zoneId(one.area, state),
  placed: ({ state }) => state.zone.ring.length > 0,
  columns: [
    {
      id: 'area',
      header: WORDS.area,
      grow: 2,
      text: ({ one }, lang) => say(areaName(one), lang),
      sort: ({ one }) => one.area.name,
    },
    {
      id: 'zone',
      header: TABLE.zone,
      grow: 1.5,
      text: ({ state }, lang) => say(zoneName(state), lang),
      sort: ({ state }) => state.zone.name,
    },
    {
      id: 'persons',
      header: TABLE.persons,
      align: 'end',
      text: ({ state }) => formatCount(state.persons),
      sort: ({ state }) => state.persons,
    },
    {
      id: 'usable',
      header: TABLE.usable,
      align: 'end',
      text: ({ state }) => formatCount(state.zone.usableM2),
      sort: ({ state }) => state.zone.usableM2,
    },
    {
      id: 'perM2',
      header: WORDS.perM2,
      align: 'end',
      text: ({ state }) => formatTenth(state.perM2),
      sort: ({ state }) => state.perM2,
    },
    {
      id: 'danger',
      header: WORDS.danger,
      grow: 1.5,
      text: ({ state }, lang) => (state.danger ? say(DANGER[state.danger], lang) : UNKNOWN),
      sort: ({ state }) => state.perM2,
    },
    {
      id: 'exit',
      header: WORDS.exit,
      align: 'end',
      text: ({ state }, lang) => say(minutesPhrase(state.exitMinutes), lang),
      sort: ({ state }) => state.exitMinutes,
    },
  ],
}

export const tables = [areaTable, zoneTable]
