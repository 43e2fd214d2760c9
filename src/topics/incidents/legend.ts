import { DENSITY_BREAKS } from '../../domain/density'
import { SEVERITIES } from '../../domain/incident'
import { URGENCY_SHAPE } from '../../ui/glyph'
import { DENSITY_RAMP, URGENCY_HUE } from '../../ui/tokens'
import type { LegendEntry } from '../topic'
import { type IncidentsData, URGENCY_OF } from './data'
import { SEVERITY, WORDS } from './words'

export const legend: readonly LegendEntry[] = [
  ...DENSITY_BREAKS.map((from, i): LegendEntry => {
    const to = DENSITY_BREAKS[i + 1]
    const range = to === undefined ? `≥ ${from}` : `${from}–${to}`
    return {
      level: `density-${from}`,
      label: {
        zh: `${range} ${WORDS.densityUnit.zh}`,
        en: `${range} ${WORDS.densityUnit.en}`,
      },
      ...(DENSITY_RAMP[i] && { colour: DENSITY_RAMP[i] }),
    }
  }),
  ...SEVERITIES.map((severity): LegendEntry => {
    const urgency = URGENCY_OF[severity]
    const label = {
      zh: `${WORDS.open.zh} · ${SEVERITY[severity].zh}`,
      en: `${WORDS.open.en} · ${SEVERITY[severity].en}`,
    }
    return urgency
      ? { level: severity, label, glyph: URGENCY_SHAPE[urgency], colour: URGENCY_HUE[urgency] }
      : { level: severity, label, glyph: 'question' }
  }),
]

export const levels = ({ open }: IncidentsData) => open.map(({ severity }) => severity)
