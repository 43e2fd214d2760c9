import { useMemo } from 'react'
import { type LayoutRefusal, type WallLayout, wallLayout } from '../../domain/wall-layout'
import { NOTO_HEIGHTS, type WallProfile, type WallType, wallType } from '../../domain/wall-profile'
import { faceHeights } from '../../ui/face-heights'

/** The smallest text of the map, px before it is magnified. */
const MAP_TEXT_PX = 14

export interface Plan {
  readonly type: WallType
  readonly layout: WallLayout | LayoutRefusal
  /** How much larger than on a desk the map is drawn. */
  readonly magnify: number
}

/** Where everything stands on a wall so many px large, and how tall its letters are. */
export function usePlan(
  profile: WallProfile,
  width: number,
  height: number,
  shows: 'map' | 'figures' | null,
  isTold: boolean,
): Plan {
  const type = wallType(profile, width, faceHeights(NOTO_HEIGHTS))
  const { body } = type
  const { displays } = profile
  const layout = useMemo(
    () => wallLayout({ width, height, body, displays, isTold, ...(shows && { shows }) }),
    [width, height, body, displays, isTold, shows],
  )
  return { type, layout, magnify: body / MAP_TEXT_PX }
}
