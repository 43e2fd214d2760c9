import { flashing, urgent } from './alarms/urgent'
import { headline as crowds } from './crowds/headline'
import { headline as fire } from './fire/headline'
import { waterNear } from './fire/water-near'
import { headline as incidents } from './incidents/headline'
import { headline as patrols } from './patrols/headline'
import type { OnWall } from './topic'

/** What each topic says on a wall, by its id. */
export const ON_WALLS = {
  incidents: { headline: incidents },
  patrols: { headline: patrols },
  crowds: { headline: crowds },
  fire: { headline: fire, headlineNear: waterNear },
  alarms: { urgent, flashing },
} as unknown as Readonly<Record<string, OnWall>>
