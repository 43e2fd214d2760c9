import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { restRecorder } from '../../api/readings'
import { NOTO_HEIGHTS, wallType } from '../../domain/wall-profile'
import type { Urgent } from '../../topics/topic'
import { useSay } from '../../ui/lang'
import { useSearch } from '../../view/use-view'
import { readWallAddress } from '../../view/wall-address'
import { viewOf } from '../../view/wall-script'
import { VOCABULARY } from '../vocabulary'
import { Picture } from './picture'
import { usePlay } from './use-play'
import { type Keeper, useScript } from './use-script'
import { WallWatch } from './watch/wall-watch'
import { WORDS } from './words'

interface Props {
  readonly mocked: boolean
  readonly keeper: Keeper
  readonly onDesk: () => void
  readonly onEdit: () => void
}

/** The command hall's surface: is anything wrong, where, and can this picture be trusted. Nobody touches it. */
export default function Wall({ mocked, keeper, onDesk, onEdit }: Props) {
  const say = useSay()
  const search = useSearch()
  const address = useMemo(() => readWallAddress(search), [search])
  const { script, faults } = useScript(keeper, address.script)
  const { index, heldBy, onUrgent } = usePlay(script)
  const [unansweredP1, setUnansweredP1] = useState(0)
  const [width, height] = useWindow()
  const scene = script.scenes[index] ?? script.scenes[0]
  const view = useMemo(() => (scene ? viewOf(scene, VOCABULARY) : null), [scene])
  const profile = useMemo(() => ({ ...script.wall, ...address.profile }), [script, address])

  const { displays } = profile
  const frame = useMemo(() => ({ width, height, displays }), [width, height, displays])

  const tell = useMemo(
    () => (waiting: readonly Urgent[]) => {
      setUnansweredP1(waiting.length)
      onUrgent(waiting)
    },
    [onUrgent],
  )
  useEffect(restRecorder, [])
  useEffect(() => {
    const onKey = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) => {
      if (ctrlKey || metaKey || altKey) return
      if (key === 'Escape') onDesk()
      if (key.toLowerCase() === 'e') onEdit()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [onDesk, onEdit])

  if (!scene || !view) return null
  return (
    <main className="wall" data-scene={index} aria-label={say(WORDS.wall)}>
      <Picture
        width={width}
        height={height}
        profile={profile}
        view={view}
        layout={scene.layout}
        figures={scene.figures}
        mocked={mocked}
        heldBy={heldBy}
        onUrgent={tell}
        faults={faults}
      />
      <WallWatch
        unansweredP1={unansweredP1}
        scene={scene.name}
        criticalPx={wallType(profile, width, NOTO_HEIGHTS).critical}
        frame={frame}
      />
    </main>
  )
}

function useWindow(): readonly [width: number, height: number] {
  const size = useSyncExternalStore(
    (listener) => {
      window.addEventListener('resize', listener)
      return () => window.removeEventListener('resize', listener)
    },
    () => `${window.innerWidth} ${window.innerHeight}`,
  )
  const [width = 1920, height = 1080] = size.split(' ').map(Number)
  return [width, height]
}
