import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import { type WallLayout, wallLayout } from '../../../domain/wall-layout'
import { NOTO_HEIGHTS, wallType } from '../../../domain/wall-profile'
import { faceHeights } from '../../../ui/face-heights'
import { useSay } from '../../../ui/lang'
import { viewOf, type WallScript } from '../../../view/wall-script'
import { VOCABULARY } from '../../vocabulary'
import { Picture } from '../picture'
import { REFUSAL } from '../words'
import { WORDS } from './words'

interface Props {
  readonly script: WallScript
  /** What is arranged now has a fault: this is how it was before. */
  readonly isBehind: boolean
  readonly index: number
  readonly mocked: boolean
}

const NOBODY: readonly string[] = []
const NO_FAULTS = [] as const
const untold = () => {}

/** What has room on this wall, or why it cannot be read from its farthest seat. */
export function planOf(wall: WallScript['wall']) {
  const [width, height] = wall.pixels
  const type = wallType(wall, width, faceHeights(NOTO_HEIGHTS))
  const plan = wallLayout({ width, height, body: type.body, displays: wall.displays })
  return { type, plan }
}

/** The chosen scene with everything in its true proportion: the wall, made smaller. */
export function Preview({ script, isBehind, index, mocked }: Props) {
  const say = useSay()
  const host = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const element = host.current
    if (!element) return
    const watch = new ResizeObserver(() => setWidth(element.clientWidth))
    watch.observe(element)
    return () => watch.disconnect()
  }, [])
  const { wall, scenes } = script
  const scene = scenes[index] ?? scenes[0]
  const view = useMemo(() => (scene ? viewOf(scene, VOCABULARY) : null), [scene])
  const [across, down] = wall.pixels
  const { type, plan } = planOf(wall)
  return (
    <section className="wall-preview" aria-label={say(WORDS.preview)}>
      <h2>{say(WORDS.preview)}</h2>
      {isBehind && (
        <p className="note hatched" role="status">
          <strong>{say(WORDS.behind)}</strong> {say(WORDS.behindHow)}
          {scene && ` ${scene.name}`}
        </p>
      )}
      <div ref={host}>
        {width > 0 && scene && view && (
          <Picture
            width={width}
            height={Math.round((width * down) / across)}
            profile={wall}
            view={view}
            layout={scene.layout}
            figures={scene.figures}
            mocked={mocked}
            heldBy={NOBODY}
            onUrgent={untold}
            faults={NO_FAULTS}
          />
        )}
      </div>
      <p className="ink2">
        {say(WORDS.type)}: {say(WORDS.body)} {Math.round(type.body)} px = 25′ ·{' '}
        {say(WORDS.critical)} {Math.round(type.critical)} px = 30′ ·{' '}
        {typeof plan === 'string' ? say(REFUSAL[plan]) : roomText(plan, say(WORDS.room))}
      </p>
    </section>
  )
}

const roomText = ({ tiles }: WallLayout, words: string) => `${words} ${tiles.length}`
