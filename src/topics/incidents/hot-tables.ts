import type { HotPlace } from '../../domain/incident-hot-spots'
import type { WatchCell } from '../../domain/near-repeat'
import { formatStamp } from '../../ui/clock'
import { formatCount, formatTenth } from '../../ui/numbers'
import type { Column, Table } from '../topic'
import type { IncidentsData } from './data'
import {
  ANALYSIS_LAYERS,
  COMPUTING,
  cellsOf,
  hotId,
  placesOf,
  spotsOf,
  watchId,
} from './hot-places'

const position = <Row extends { readonly position: readonly [number, number] }>(): Column<Row> => ({
  id: 'position',
  header: { zh: '位置', en: 'Position' },
  grow: 1.4,
  text: ({ position: [lng, lat] }) => `${lng.toFixed(4)}, ${lat.toFixed(4)}`,
  sort: ({ position: [lng] }) => lng,
})

const placeColumns: readonly Column<HotPlace>[] = [
  {
    id: 'confidence',
    header: { zh: '置信', en: 'Confidence' },
    text: ({ confidence }, lang) =>
      confidence === null ? { zh: '不足 30 起', en: 'under 30' }[lang] : `${confidence} %`,
    sort: ({ confidence }) => confidence,
  },
  {
    id: 'incidents',
    header: { zh: '峰值窗内警情', en: 'Incidents in the peak window' },
    align: 'end',
    text: ({ incidents }) => formatCount(incidents),
    sort: ({ incidents }) => incidents,
  },
  {
    id: 'z',
    header: { zh: 'Gi* 峰值', en: 'Highest Gi*' },
    align: 'end',
    text: ({ peakZ }) => formatTenth(peakZ),
    sort: ({ peakZ }) => peakZ,
  },
  {
    id: 'area',
    header: { zh: '面积 km²', en: 'Area, km²' },
    align: 'end',
    text: ({ areaKm2 }) => formatTenth(areaKm2),
    sort: ({ areaKm2 }) => areaKm2,
  },
  position(),
]

const cellColumns: readonly Column<WatchCell>[] = [
  {
    id: 'until',
    header: { zh: '到期', en: 'Ends' },
    text: ({ until }) => formatStamp(until),
    sort: ({ until }) => until,
  },
  {
    id: 'from',
    header: { zh: '最早警情', en: 'First incident' },
    text: ({ from }) => formatStamp(from),
    sort: ({ from }) => from,
  },
  {
    id: 'count',
    header: { zh: '警情', en: 'Incidents' },
    align: 'end',
    text: ({ count }) => formatCount(count),
    sort: ({ count }) => count,
  },
  position(),
]

const hot: readonly Table<IncidentsData, HotPlace>[] = (
  [
    [
      'incidents-hot',
      ANALYSIS_LAYERS.hot,
      { zh: '热点（圈出）', en: 'Hot spots (outlined)' },
      true,
    ],
    [
      'incidents-few',
      ANALYSIS_LAYERS.few,
      { zh: '疑似热点，样本不足（灰）', en: 'Looks hot, too few to say (grey)' },
      false,
    ],
  ] as const
).map(([id, layer, title, isHot]) => ({
  id,
  title,
  layer,
  columns: placeColumns,
  rows: (data) => placesOf(data, isHot),
  note: (data) => (spotsOf(data) ? null : COMPUTING),
  rowId: hotId,
  selectable: true,
  placed: () => true,
}))

const watch: Table<IncidentsData, WatchCell> = {
  id: 'incidents-watch',
  title: { zh: '近重复关注格', en: 'Watch cells (near repeat)' },
  layer: ANALYSIS_LAYERS.watch,
  columns: cellColumns,
  rows: cellsOf,
  rowId: watchId,
  selectable: true,
  placed: () => true,
}

export const hotTables = [...hot, watch]
