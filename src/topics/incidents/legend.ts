import { DENSITY_BREAKS } from '../../domain/density-kernel'
import { SEVERITIES } from '../../domain/incident'
import { DENSITY_RAMP } from '../../ui/tokens'
import type { LegendEntry } from '../topic'
import { type IncidentsData, SEVERITY_GLYPH } from './data'
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
    const label = {
      zh: `${WORDS.open.zh} · ${SEVERITY[severity].zh}`,
      en: `${WORDS.open.en} · ${SEVERITY[severity].en}`,
    }
    return { level: severity, label, glyph: SEVERITY_GLYPH[severity] }
  }),
]

export const levels = ({ shown }: IncidentsData) => shown.map(({ severity }) => severity)
