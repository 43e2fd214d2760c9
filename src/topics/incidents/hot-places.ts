import type { Confidence } from '../../domain/hot-spots'
import type { HotPlace, HotSpots } from '../../domain/incident-hot-spots'
import type { IncidentRow } from '../../domain/incident-set'
import type { WatchCell } from '../../domain/near-repeat'
import { MINUTE_MS } from '../../domain/time'
import type { Phrase } from '../../ui/words'
import type { HotRun } from './analysis'
import type { IncidentsData } from './data'

/** What is drawn over the surface, and by which tables. */
export const ANALYSIS_LAYERS = {
  hot: 'incidents-hot',
  few: 'incidents-few',
  watch: 'incidents-watch',
  apart: 'incidents-apart',
} as const

interface Line {
  readonly widthPx: number
  /** Lengths in px; null: unbroken. */
  readonly dash: readonly [on: number, off: number] | null
}

/** The line round a place, by how sure it is; null: too few to say. */
export function lineOf(confidence: Confidence | null): Line {
  return LINES[confidence ?? 'few']
}

const LINES: Readonly<Record<Confidence | 'few', Line>> = {
  99: { widthPx: 1.6, dash: null },
  95: { widthPx: 1.6, dash: [4, 3] },
  90: { widthPx: 1.6, dash: [1.6, 3] },
  few: { widthPx: 1, dash: [1, 3] },
}

const at = ([lng, lat]: readonly [number, number]) => `${lng.toFixed(4)},${lat.toFixed(4)}`

/** A place is named by how sure it is and where its peak stands: it keeps its id while it stays where it is. */
export const hotId = ({ confidence, position }: HotPlace) =>
  `${confidence === null ? 'few' : `hot${confidence}`}:${at(position)}`
export const watchId = ({ position }: WatchCell) => `watch:${at(position)}`

export const isDrawn = ({ position }: IncidentRow) => position !== null

const NO_PLACES: readonly HotPlace[] = []
const NO_CELLS: readonly WatchCell[] = []

/** What may be told in figures: null while the last answer is of another window, kind or region. */
export function spotsNow({ spots, asked, question }: HotRun): HotSpots | null {
  if (!asked || !question) return null
  // A running clock asks once a minute: the minute before is the same window.
  const isNear = (a: number, b: number) => Math.abs(a - b) <= MINUTE_MS
  const isSame =
    asked.held.id === question.held.id &&
    asked.region === question.region &&
    asked.filter === question.filter &&
    isNear(asked.window.from, question.window.from) &&
    isNear(asked.window.to, question.window.to)
  return isSame ? spots : null
}

export const spotsOf = ({ bulk }: IncidentsData): HotSpots | null =>
  bulk?.analysis ? spotsNow(bulk.analysis.hot) : null

export function placesOf(data: IncidentsData, isHot: boolean): readonly HotPlace[] {
  const places = spotsOf(data)?.places ?? NO_PLACES
  return places.filter(({ confidence }) => (confidence !== null) === isHot)
}

export const COMPUTING: Phrase = { zh: '— 计算中', en: '—, being computed' }

export function cellsOf({ bulk }: IncidentsData): readonly WatchCell[] {
  const near = bulk?.analysis?.near
  return near?.state === 'ready' ? near.cells : NO_CELLS
}
