import type { Incident, IncidentStage } from './incident'
import type { Visit } from './patrol'
import { DAY_MS, type EpochMs } from './time'

/** How long the live feeds of incidents and visits keep what is over. */
export const LIVE_HELD_MS = DAY_MS

/**
 * What was known of incidents at an earlier moment, by their own times: those received by then, in the stage that they
 * had reached. A stage whose time the source does not tell is unknown before now, never guessed.
 */
export function incidentsAt(incidents: readonly Incident[], at: EpochMs): readonly Incident[] {
  return incidents.filter(({ receivedAt }) => receivedAt <= at).map((one) => incidentAt(one, at))
}

function incidentAt(incident: Incident, at: EpochMs): Incident {
  const { dispatchedAt, arrivedAt, closedAt, observedAt } = incident
  const by = (time: EpochMs | null) => (time !== null && time <= at ? time : null)
  return {
    ...incident,
    stage: stageAt(incident, at),
    dispatchedAt: by(dispatchedAt),
    arrivedAt: by(arrivedAt),
    closedAt: by(closedAt),
    observedAt: Math.min(observedAt, at),
  }
}

const ORDER = ['received', 'dispatched', 'arrived', 'closed'] as const

function stageAt(incident: Incident, at: EpochMs): IncidentStage {
  const { stage, dispatchedAt, arrivedAt, closedAt } = incident
  if (incident.observedAt <= at) return stage
  const times = [incident.receivedAt, dispatchedAt, arrivedAt, closedAt]
  const reached = times.findLastIndex((time) => time !== null && time <= at)
  // Gone further by now, at a time that nobody tells: it may have been there already.
  const final = ORDER.indexOf(stage as (typeof ORDER)[number])
  const isUntold = final < 0 || times.slice(reached + 1, final + 1).some((time) => time === null)
  return isUntold ? 'unknown' : (ORDER[reached] ?? 'unknown')
}

/** Visits that had begun by then; those that ended later were still going on. */
export function visitsAt(visits: readonly Visit[], at: EpochMs): readonly Visit[] {
  return visits
    .filter(({ enteredAt }) => enteredAt <= at)
    .map((visit) => ({
      ...visit,
      leftAt: visit.leftAt !== null && visit.leftAt <= at ? visit.leftAt : null,
      observedAt: Math.min(visit.observedAt, at),
    }))
}

/** Speeds of a replay: seconds of the past for one of now. */
export const SPEEDS = [1, 60, 600, 3_600] as const
export type Speed = (typeof SPEEDS)[number]

/**
 * Where a replay stands after `elapsedMs` of playing from `from`; at the present it begins again at `from`, so that a wall
 * of screens left alone shows a whole stretch over and over. Where there is nothing to play it stays.
 */
export function playedTo(
  from: EpochMs,
  present: EpochMs,
  elapsedMs: number,
  speed: Speed,
): EpochMs {
  const length = present - from
  return length > 0 ? from + ((elapsedMs * speed) % length) : from
}
