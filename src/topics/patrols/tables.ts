import type { PlaceIdleness } from '../../domain/patrol-idleness'
import { areaPhrase } from '../../ui/area-names'
import { formatAge, formatClock, formatStamp, UNKNOWN } from '../../ui/clock'
import { formatCount } from '../../ui/numbers'
import { say } from '../../ui/words'
import type { Table } from '../topic'
import { type PatrolData, placeId, placePosition, type UnitNow, unitId } from './data'
import { KIND, LEVEL, MOTION, STATUS, WORDS } from './messages'
import { TABLE } from './table-messages'
import { idlePhrase, placeName } from './words-of'

export const unitTable: Table<PatrolData, UnitNow> = {
  id: 'patrols',
  title: TABLE.unitTable,
  layer: 'patrols-units',
  selectable: true,
  rows: (data) => data.units ?? [],
  rowId: unitId,
  placed: ({ unit }) => unit.position !== null,
  columns: [
    {
      id: 'callSign',
      header: TABLE.callSign,
      text: ({ unit }) => unit.callSign,
      sort: ({ unit }) => unit.callSign,
    },
    {
      id: 'kind',
      header: TABLE.kind,
      text: ({ unit }, lang) => say(KIND[unit.kind], lang),
      sort: ({ unit }) => unit.kind,
    },
    {
      id: 'motion',
      header: TABLE.motion,
      text: ({ motion }, lang) => say(MOTION[motion], lang),
      sort: ({ motion }) => motion,
    },
    {
      id: 'status',
      header: WORDS.status,
      text: ({ unit }, lang) => say(STATUS[unit.status], lang),
      sort: ({ unit }) => unit.status,
    },
    {
      id: 'speed',
      header: WORDS.speed,
      align: 'end',
      text: ({ unit }) => formatCount(unit.speedKmh),
      sort: ({ unit }) => unit.speedKmh,
    },
    {
      id: 'heading',
      header: WORDS.heading,
      align: 'end',
      text: ({ unit }) => (unit.headingDeg === null ? UNKNOWN : `${Math.round(unit.headingDeg)}°`),
      sort: ({ unit }) => unit.headingDeg,
    },
    {
      id: 'area',
      header: TABLE.area,
      text: ({ unit }, lang, areas) => areaPhrase(areas, unit.areaCode)[lang],
      sort: ({ unit }) => unit.areaCode,
    },
    {
      id: 'observed',
      header: WORDS.observed,
      align: 'end',
      text: ({ unit }) => formatClock(unit.observedAt),
      sort: ({ unit }) => unit.observedAt,
    },
  ],
}

export const placeTable: Table<PatrolData, PlaceIdleness> = {
  id: 'patrols/places',
  title: TABLE.placeTable,
  layer: 'patrols-places',
  selectable: true,
  rows: (data) => data.places ?? [],
  rowId: placeId,
  placed: (one) => placePosition(one) !== null,
  columns: [
    {
      id: 'place',
      header: WORDS.place,
      grow: 2,
      text: (one, lang) => say(placeName(one), lang),
      sort: ({ place }) => place.name,
    },
    {
      id: 'level',
      header: TABLE.level,
      grow: 1.4,
      text: ({ level }, lang) => say(LEVEL[level], lang),
      sort: ({ ratio }) => ratio,
    },
    {
      id: 'idle',
      header: WORDS.idle,
      align: 'end',
      grow: 1.4,
      text: (one, lang) => say(idlePhrase(one), lang),
      sort: ({ idleMs }) => idleMs,
    },
    {
      id: 'interval',
      header: WORDS.interval,
      align: 'end',
      text: ({ everyMs }, lang) => formatAge(everyMs, lang),
      sort: ({ everyMs }) => everyMs,
    },
    {
      id: 'ratio',
      header: WORDS.ratio,
      align: 'end',
      text: ({ ratio }) => formatCount(ratio === null ? null : ratio * 100),
      sort: ({ ratio }) => ratio,
    },
    {
      id: 'lastVisit',
      header: WORDS.lastVisit,
      align: 'end',
      grow: 1.4,
      text: ({ lastVisitAt }) => formatStamp(lastVisitAt),
      sort: ({ lastVisitAt }) => lastVisitAt,
    },
    {
      id: 'area',
      header: TABLE.area,
      text: ({ place }, lang, areas) => areaPhrase(areas, place.areaCode)[lang],
      sort: ({ place }) => place.areaCode,
    },
  ],
}

export const tables = [unitTable, placeTable]
