import type { MeasureId } from '../../../domain/measure'
import type { TileSet } from '../../../view/review'
import { incidents, response, responseTime, villageFires } from './calls'
import { falseAlarms, fireConfirmed, fireReadiness, hazards, inspections } from './fire'
import type { Measure } from './measure'
import { alarmLoad, coverage, crowdHours, crowdPeaks, dose, feedCompleteness } from './others'

/** Everything that review counts. The one list that tiles, charts, cards, twins and the conformance tests follow. */
export const MEASURE_BY_ID: Readonly<Record<MeasureId, Measure>> = {
  incidents,
  response,
  'response-time': responseTime,
  'fire-confirmed': fireConfirmed,
  'village-fires': villageFires,
  'false-alarms': falseAlarms,
  'fire-readiness': fireReadiness,
  inspections,
  hazards,
  'crowd-hours': crowdHours,
  'crowd-peaks': crowdPeaks,
  dose,
  coverage,
  'alarm-load': alarmLoad,
  'feed-completeness': feedCompleteness,
}

/** In the order in which they matter to leadership. */
export const TILES: Readonly<Record<TileSet, readonly MeasureId[]>> = {
  overview: ['incidents', 'fire-confirmed', 'village-fires', 'crowd-hours', 'dose', 'response'],
  prevention: [
    'coverage',
    'inspections',
    'hazards',
    'fire-readiness',
    'false-alarms',
    'crowd-peaks',
  ],
  system: ['alarm-load', 'feed-completeness'],
}
