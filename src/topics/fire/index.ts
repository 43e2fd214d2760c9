import { lazy } from 'react'
import { DEVICE_CLASSES } from '../../domain/fire-readiness'
import { URGENCY_HUE } from '../../ui/tokens'
import type { Topic } from '../topic'
import { CLASS_GLYPH, CLASS_URGENCY, derive, type FireData } from './data'
import { describeGroup } from './group-words'
import { depict } from './layer'
import { CLASS, WORDS } from './messages'
import { FirePanel } from './panel'
import { type FireRecord, useFireRecord } from './record'
import { attention, describeDevice } from './words-of'

// Looked at after something was chosen.
const FireDetail = lazy(async () => ({ default: (await import('./detail')).FireDetail }))

/** Whether the fire sensors can be trusted, and what they say. */
export const fire: Topic<FireData, FireRecord> = {
  id: 'fire',
  name: WORDS.name,
  shortcut: '4',
  feeds: ['fire-devices', 'fire-readings'],
  useBulk: useFireRecord,
  derive,
  count: ({ devices }) => devices?.length ?? null,
  countUnit: WORDS.devices,
  depict,
  legend: DEVICE_CLASSES.map((level) => {
    const urgency = CLASS_URGENCY[level]
    return {
      level,
      label: CLASS[level],
      glyph: CLASS_GLYPH[level],
      ...(urgency && { colour: URGENCY_HUE[urgency] }),
    }
  }),
  levels: ({ devices }) => (devices ?? []).map((one) => one.class),
  describe: (data, id) => describeDevice(data, id) ?? describeGroup(data, id),
  attention,
  tableIds: ['fire'],
  Panel: FirePanel,
  Detail: FireDetail,
}
