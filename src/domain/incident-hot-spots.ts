import { outlinesOf } from './cell-outlines'
import { countCells, inBlocks } from './cell-windows'
import { density } from './density'
import { latitudeOf, metresPerWorld, type Raster, rasterOf } from './density-raster'
import type { Extent, LngLat } from './geo'
import { type HotSpotScore, SCORED_SHARES, scoreOf } from './hot-spot-score'
import {
  CONFIDENCES,
  type Confidence,
  getisOrd,
  HOT_LEVEL,
  hotLevels,
  LEAST_INCIDENTS,
  NOT_HOT,
  significantFrom,
  studyArea,
  TOO_FEW,
} from './hot-spots'
import { INCIDENT_SOURCES, type IncidentSource } from './incident'
import { isPublicAlone } from './incident-filter'
import { countedIn, type IncidentRecords, joined, type Points, within } from './incident-records'
import type { EpochMs, TimeWindow } from './time'

export interface HotSpotQuestion {
  /** Of the kinds asked for. */
  readonly records: IncidentRecords
  /** Of other kinds: these only say where incidents are to be expected at all. */
  readonly elsewhere?: Points
  /** The record holds everything from here on. */
  readonly heldFrom: EpochMs
  readonly region: Extent
  readonly window: TimeWindow
  /** The period whose map is scored; by default as long, and just before. */
  readonly before?: TimeWindow
  /** What the map is made of. */
  readonly sources: readonly IncidentSource[]
}

/** A part of the map that is outlined. */
export interface HotPlace {
  /** Null: it would be hot, and holds too few incidents to say so. */
  readonly confidence: Confidence | null
  readonly ring: readonly LngLat[]
  /** In the window where Gi* is highest. */
  readonly incidents: number
  readonly areaKm2: number
  /** The highest Gi* in it, and where. */
  readonly peakZ: number
  readonly position: LngLat
}

/** What of the map is hot with at least 90 % confidence. */
export interface HotSum {
  readonly incidents: number
  readonly areaKm2: number
  readonly places: number
}

export interface HotSpots {
  /** Incidents of the window in the study area. */
  readonly incidents: number
  /** False: fewer than `LEAST_INCIDENTS` in all, and nothing was tested. */
  readonly isTested: boolean
  readonly studyKm2: number
  readonly windowM: number
  readonly places: readonly HotPlace[]
  /** By share of the area; null where either period has too few incidents, or the record does not hold both. */
  readonly scores: readonly {
    readonly share: number
    readonly map: HotSpotScore | null
    readonly baseline: HotSpotScore | null
  }[]
  /** Null where the record does not reach back over all of that period. */
  readonly incidentsBefore: number | null
  readonly effect: SourceEffect
}

/** Two maps of the same window: of public reports alone, and of other sources, so that the effect can be named. */
export interface SourceEffect {
  /** Those asked for; where these are the public's reports alone, what patrols found as well. */
  readonly sources: readonly IncidentSource[]
  /** Placed incidents of the window that one of the two counts and the other does not. */
  readonly differing: number
  readonly reported: HotSum
  readonly other: HotSum
  /** Hot by the other map and not by the public's reports; and the other way round. */
  readonly gainedKm2: number
  readonly lostKm2: number
}

const ONLY_PUBLIC: readonly IncidentSource[] = ['public-report']
const WITH_PATROLS: readonly IncidentSource[] = ['public-report', 'patrol']

/** A window reaches so far each way: as wide as a quartic kernel of 2 km is in effect (the same variance, rounded). */
const HALF_WINDOW_M = 1_000
/** What lies so near to an incident on record is where incidents are to be expected. The wild and the sea are not. */
const STUDY_M = 500
/** A smaller part is the edge of a window and no place: a quarter of a square kilometre. */
const LEAST_CELLS = 4

/** Maps are scored in blocks of so many cells each way: about a square kilometre, what one car can look after. */
const BLOCK = 4

export function hotSpots(question: HotSpotQuestion): HotSpots {
  const { records, elsewhere, region, window, sources } = question
  const raster = rasterOf(region)
  const { width, height } = raster
  const reachOf = (metres: number) => Math.max(1, Math.round(metres / cellM(raster)))
  const cells = { width, height, reach: reachOf(HALF_WINDOW_M) }
  const all = joined([...Object.values(records), ...(elsewhere ? [elsewhere] : [])])
  const study = studyArea(countCells(all.lng, all.lat, raster), {
    ...cells,
    reach: reachOf(STUDY_M),
  })
  const areaOf = cellArea(raster)
  const studyKm2 = sumWhere(study, areaOf)

  const test = (of: readonly IncidentSource[]) => {
    const { lng, lat } = countedIn(records, window, of)
    const counts = countCells(lng, lat, raster)
    const gi = getisOrd(counts, study, cells)
    const from = significantFrom(gi)
    const total = Math.round(gi.mean * gi.tests)
    const isTested = total >= LEAST_INCIDENTS
    const levels = isTested ? hotLevels(gi, from) : new Uint8Array(counts.length)
    return { counts, gi, from, levels, total, isTested }
  }
  const isPublic = isPublicAlone(sources)
  const asked = test(sources)
  const otherSources = isPublic ? WITH_PATROLS : sources
  const [reported, other] = isPublic ? [asked, test(otherSources)] : [test(ONLY_PUBLIC), asked]
  const isHot = (level: number | undefined) => (level ?? NOT_HOT) > TOO_FEW
  const difference = (a: Uint8Array, b: Uint8Array) =>
    sumWhere(
      a.map((level, i) => (isHot(level) && !isHot(b[i]) ? 1 : 0)),
      areaOf,
    )
  const sumOf = ({ levels, counts }: typeof asked): HotSum => {
    const hot = levels.map((level) => (isHot(level) ? 1 : 0))
    return {
      incidents: counts.reduce((sum, count, i) => sum + (hot[i] ? count : 0), 0),
      areaKm2: sumWhere(hot, areaOf),
      places: outlinesOf(cellsFrom(levels, TOO_FEW + 1), () => 1, width, height).filter(
        ({ cells }) => cells.length >= LEAST_CELLS,
      ).length,
    }
  }
  return {
    incidents: asked.total,
    isTested: asked.isTested,
    studyKm2,
    windowM: (2 * cells.reach + 1) * cellM(raster),
    places: asked.isTested ? placesOf(asked, raster, areaOf) : [],
    ...scoresOf(question, raster, study, asked.counts),
    effect: {
      sources: otherSources,
      differing: INCIDENT_SOURCES.filter(
        (one) => otherSources.includes(one) !== ONLY_PUBLIC.includes(one),
      ).reduce((sum, one) => sum + placedIn(records[one], window), 0),
      reported: sumOf(reported),
      other: sumOf(other),
      gainedKm2: difference(other.levels, reported.levels),
      lostKm2: difference(reported.levels, other.levels),
    },
  }
}

const placedIn = (points: Points, window: TimeWindow) =>
  within(points, window).lng.filter(Number.isFinite).length

/** Metres of a cell in the middle of the region. */
function cellM({ y0, step, height }: Raster): number {
  return step * metresPerWorld(y0 + (height / 2) * step)
}

function cellArea({ y0, step, width }: Raster): (cell: number) => number {
  return (cell) => {
    const side = (step * metresPerWorld(y0 + (Math.floor(cell / width) + 0.5) * step)) / 1_000
    return side * side
  }
}

function sumWhere(mask: Uint8Array, areaOf: (cell: number) => number): number {
  let sum = 0
  for (let i = 0; i < mask.length; i++) if (mask[i] !== 0) sum += areaOf(i)
  return sum
}

interface Tested {
  readonly gi: ReturnType<typeof getisOrd>
  readonly from: ReturnType<typeof significantFrom>
  readonly levels: Uint8Array
}

function cellsFrom(levels: Uint8Array, least: number): number[] {
  const cells: number[] = []
  for (let i = 0; i < levels.length; i++) if ((levels[i] as number) >= least) cells.push(i)
  return cells
}

/** The strictest first; a part that is hot throughout at a stricter confidence is outlined there alone. */
function placesOf(
  { gi: { z, sums }, from, levels }: Tested,
  raster: Raster,
  areaOf: (cell: number) => number,
): HotPlace[] {
  const { width, height, x0, y0, step } = raster
  const toLngLat = (x: number, y: number): LngLat => [
    (x0 + x * step - 0.5) * 360,
    latitudeOf(y0 + y * step),
  ]
  const place = (
    confidence: Confidence | null,
    { ring, cells }: ReturnType<typeof outlinesOf>[number],
  ): HotPlace => {
    const peak = cells.reduce((a, b) => ((z[b] as number) > (z[a] as number) ? b : a))
    return {
      confidence,
      ring: ring.map(([x, y]) => toLngLat(x, y)),
      incidents: sums[peak] as number,
      areaKm2: cells.reduce((sum, cell) => sum + areaOf(cell), 0),
      peakZ: z[peak] as number,
      position: toLngLat((peak % width) + 0.5, Math.floor(peak / width) + 0.5),
    }
  }
  const levelOf = (cell: number) => levels[cell] as number
  const half = LEAST_INCIDENTS - 0.5
  const hot = CONFIDENCES.toReversed().flatMap((confidence) => {
    const level = HOT_LEVEL[confidence]
    return outlinesOf(
      cellsFrom(levels, level),
      (cell) =>
        Math.min((z[cell] as number) / from[confidence] - 1, (sums[cell] as number) / half - 1),
      width,
      height,
    )
      .filter(
        ({ cells }) =>
          cells.length >= LEAST_CELLS &&
          (level === HOT_LEVEL[99] || cells.some((cell) => levelOf(cell) === level)),
      )
      .map((outline) => place(confidence, outline))
  })
  const few = outlinesOf(
    cellsFrom(levels, TOO_FEW),
    (cell) => (z[cell] as number) / from[90] - 1,
    width,
    height,
  )
    .filter(
      ({ cells }) =>
        cells.length >= LEAST_CELLS && cells.every((cell) => levelOf(cell) === TOO_FEW),
    )
    .map((outline) => place(null, outline))
  return [...hot, ...few]
}

/** The period before, of the same length, scored on this one: its density, and its plain count as the baseline. */
function scoresOf(
  {
    records,
    heldFrom,
    region,
    window: { from, to },
    before: window = { from: 2 * from - to, to: from },
    sources,
  }: HotSpotQuestion,
  raster: Raster,
  study: Uint8Array,
  counts: Int32Array,
) {
  const { width, height } = raster
  const { lng, lat } = countedIn(records, window, sources)
  const grid = density(lng, lat, region, window.to - window.from)
  const blocks = (values: ArrayLike<number>) => inBlocks(values, width, height, BLOCK)
  const before = blocks(countCells(lng, lat, raster))
  const after = blocks(counts)
  const area = blocks(study)
  // Where the record does not reach back to the period's start, what it lacks would look like quiet.
  const isHeld = heldFrom <= window.from
  const question = { before, after, area }
  const [surface, plain] = [blocks(grid.values), before]
  return {
    incidentsBefore: isHeld ? grid.counted : null,
    scores: SCORED_SHARES.map((share) => ({
      share,
      map: isHeld ? scoreOf({ ...question, map: surface }, share) : null,
      baseline: isHeld ? scoreOf({ ...question, map: plain }, share) : null,
    })),
  }
}
