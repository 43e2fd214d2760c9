import * as z from 'zod/mini'
import {
  INCIDENT_CATEGORIES,
  INCIDENT_SOURCES,
  INCIDENT_STAGES,
  type Incident,
  PRECISIONS,
  SEVERITIES,
} from '../../domain/incident'
import { SECOND_MS } from '../../domain/time'
import { defineFeed } from '../feed'
import { codedWire, idWire, positionWire, textWire, timeWire, vocabularyWire } from '../wire'

export const incidentWire = z.object({
  id: idWire,
  category: vocabularyWire(INCIDENT_CATEGORIES),
  label: z.optional(z.nullable(textWire)),
  severity: vocabularyWire(SEVERITIES),
  stage: vocabularyWire(INCIDENT_STAGES),
  source: codedWire(INCIDENT_SOURCES),
  occurredAt: timeWire,
  receivedAt: timeWire,
  dispatchedAt: z.optional(z.nullable(timeWire)),
  arrivedAt: z.optional(z.nullable(timeWire)),
  closedAt: z.optional(z.nullable(timeWire)),
  position: z.nullable(positionWire),
  precision: vocabularyWire(PRECISIONS),
  areaCode: idWire,
  place: z.optional(z.nullable(textWire)),
  observedAt: timeWire,
})

/** Open incidents and those that occurred in the last 24 h. */
export const incidents = defineFeed({
  id: 'incidents',
  everyMs: 5 * SECOND_MS,
  heartbeatMs: null,
  record: incidentWire,
  toDomain: ({ source, ...wire }, toWgs84): Incident => ({
    ...wire,
    source: source.word,
    ...(source.code !== undefined && { sourceCode: source.code }),
    label: wire.label ?? null,
    dispatchedAt: wire.dispatchedAt ?? null,
    arrivedAt: wire.arrivedAt ?? null,
    closedAt: wire.closedAt ?? null,
    position: wire.position && toWgs84(wire.position),
    place: wire.place ?? null,
  }),
})
