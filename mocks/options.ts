import type { EpochMs } from '../src/domain/time'
import { SCENARIO_IDS, SCENARIOS, type ScenarioId } from './scenarios'
import type { WorldOptions } from './world'

export const DEFAULT_SEED = 20261
const MAX_SEED = 2 ** 31 - 1
const SCALES = { least: 0.1, most: 50 } as const
const TIMES = { least: Date.UTC(2015, 0, 1), most: Date.UTC(2031, 0, 1) } as const

/** Reads `?scenario=…&scale=…&seed=…&now=…`. Whatever is missing or out of bounds falls to its default. */
export function optionsFrom(search: string, realNow: EpochMs): WorldOptions {
  const query = new URLSearchParams(search)
  const scenario =
    SCENARIO_IDS.find((id): id is ScenarioId => id === query.get('scenario')) ?? 'calm'
  const usual = SCENARIOS[scenario].startsAt ?? realNow
  const now = query.get('now')
  return {
    scenario,
    seed: Math.floor(bounded(query.get('seed'), 0, MAX_SEED, DEFAULT_SEED)),
    scale: bounded(query.get('scale'), SCALES.least, SCALES.most, 1),
    startAt: now === null ? usual : bounded(Date.parse(now), TIMES.least, TIMES.most, usual),
  }
}

function bounded(value: string | number | null, least: number, most: number, otherwise: number) {
  const number = value === null || value === '' ? Number.NaN : Number(value)
  return number >= least && number <= most ? number : otherwise
}
