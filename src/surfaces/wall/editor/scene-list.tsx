import type { KeyboardEvent } from 'react'
import { Button } from '../../../ui/kit'
import { useSay } from '../../../ui/lang'
import { moveScene, removeScene } from '../../../view/wall-edit'
import type { ScriptFault, WallScript } from '../../../view/wall-script'
import { LAYOUT, WORDS } from './words'

interface Props {
  readonly script: WallScript
  readonly faults: readonly ScriptFault[]
  readonly chosen: number
  readonly onChoose: (index: number) => void
  readonly onChange: (script: WallScript) => void
}

/** In the order in which they are played. One Tab stop; arrows choose, with Alt they move. */
export function SceneList({ script, faults, chosen, onChoose, onChange }: Props) {
  const say = useSay()
  const last = script.scenes.length - 1
  function move(by: -1 | 1) {
    const next = moveScene(script, chosen, by)
    if (next === script) return
    onChange(next)
    onChoose(chosen + by)
  }
  function remove() {
    onChange(removeScene(script, chosen))
    onChoose(Math.max(0, Math.min(chosen, last - 1)))
  }
  function onKey(event: KeyboardEvent) {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key] as -1 | 1 | undefined
    if (by && event.altKey) move(by)
    else if (by) onChoose(Math.max(0, Math.min(last, chosen + by)))
    else if (event.key === 'Delete') remove()
    else return
    event.preventDefault()
  }
  return (
    <>
      <div
        className="wall-scenes"
        role="listbox"
        tabIndex={0}
        aria-label={say(WORDS.scenes)}
        aria-activedescendant={`wall-scene-${chosen}`}
        onKeyDown={onKey}
      >
        {script.scenes.map(({ name, dwellS, layout }, i) => (
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: a scene has no other identity than its place
            key={i}
            id={`wall-scene-${i}`}
            role="option"
            tabIndex={-1}
            aria-selected={i === chosen}
            data-bad={faults.some(({ path }) => path.startsWith(`scenes[${i}]`)) ? '' : undefined}
            onClick={() => onChoose(i)}
            onKeyDown={() => {}}
          >
            <span>{i + 1}</span>
            <strong>{name || say(WORDS.newScene)}</strong>
            <span className="ink2">{say(LAYOUT[layout])}</span>
            <span>{Number.isFinite(dwellS) ? `${dwellS} s` : '—'}</span>
          </div>
        ))}
      </div>
      {/* The keys of the list do the same: no Tab stops of their own. */}
      <div className="wall-scene-acts">
        <Button tabIndex={-1} disabled={chosen === 0} onClick={() => move(-1)}>
          {say(WORDS.up)}
        </Button>
        <Button tabIndex={-1} disabled={chosen >= last} onClick={() => move(1)}>
          {say(WORDS.down)}
        </Button>
        <Button tabIndex={-1} disabled={last === 0} onClick={remove}>
          {say(WORDS.remove)}
        </Button>
      </div>
      <p className="ink3">{say(WORDS.keys)}</p>
    </>
  )
}
