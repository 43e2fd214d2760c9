import { DEFAULT_PROFILE } from '../../domain/wall-profile'
import type { WallScript } from '../../view/wall-script'

const FIGURES = ['incidents', 'patrols', 'crowds', 'fire']

/** What a wall plays that nobody has given a script: the whole region, and one that asks of its scenic areas. */
export const DEFAULT_SCRIPT: WallScript = {
  name: '默认 Default',
  wall: DEFAULT_PROFILE,
  takeOverS: 120,
  scenes: [
    {
      name: '全省 Province',
      link: '/desk?show=incidents,patrols,alarms',
      dwellS: 120,
      layout: 'map-figures',
      figures: FIGURES,
    },
    {
      name: '景区 Scenic areas',
      link: '/desk?show=crowds,alarms',
      dwellS: 45,
      layout: 'map-figures',
      figures: FIGURES,
    },
  ],
}
