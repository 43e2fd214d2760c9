import { useEffect, useRef, useState } from 'react'
import { saveText } from '../../../ui/csv'
import { Button } from '../../../ui/kit'
import { useLang, useSay } from '../../../ui/lang'
import { formatView } from '../../../view/codec'
import type { View } from '../../../view/view'
import { addScene, changeScene } from '../../../view/wall-edit'
import { keepScript, keptScript } from '../../../view/wall-kept'
import {
  readScript,
  SCENE_LAYOUTS,
  type ScriptFault,
  type WallScene,
} from '../../../view/wall-script'
import '../../page.css'
import { PageHead } from '../../page-head'
import { VOCABULARY } from '../../vocabulary'
import { faultText } from '../fault-words'
import type { Keeper } from '../use-script'
import './editor.css'
import { REFUSAL } from '../words'
import { FigureChoice, NumberField, PairField, TextField } from './fields'
import { Preview, planOf } from './preview'
import { SceneList } from './scene-list'
import { useDraft } from './use-draft'
import { LAYOUT, WORDS } from './words'

interface Props {
  readonly mocked: boolean
  readonly keeper: Keeper
  /** What the desk shows: a scene at one press. */
  readonly view: View
  readonly onBack: () => void
}

const FILE = 'wall.json'

/** Where scenes are arranged, tried at the wall's proportions, kept, and carried to other walls. */
export default function Editor({ mocked, keeper, view, onBack }: Props) {
  const say = useSay()
  const { script, text, reading, lastGood, change, undo, canUndo } = useDraft(keeper)
  const [chosen, setChosen] = useState(0)
  const [said, setSaid] = useState<'saved' | 'notSaved' | 'forgotten' | null>(null)
  const [refused, setRefused] = useState<readonly ScriptFault[]>([])
  const file = useRef<HTMLInputElement>(null)
  const index = Math.min(chosen, script.scenes.length - 1)
  const scene = script.scenes[index]
  const faults = reading.ok ? [] : reading.faults
  const at = `scenes[${index}]`
  const faultAt = (path: string) =>
    faults.find((one) => one.path === path || one.path.startsWith(`${path}[`))
  const plan = reading.ok ? planOf(reading.script.wall).plan : null
  const isUnkept = canUndo && keptScript(keeper, null) !== text
  useAsking(isUnkept)
  const edit = (part: Partial<WallScene>, kind: string) =>
    change(changeScene(script, index, part), `${index} ${kind}`)
  const editWall = (part: Partial<typeof script.wall>, kind: string) =>
    change({ ...script, wall: { ...script.wall, ...part } }, kind)

  async function take(chosenFile: File | undefined) {
    if (!chosenFile) return
    const found = readScript(await chosenFile.text(), VOCABULARY)
    setRefused(found.ok ? [] : found.faults)
    if (found.ok) change(found.script)
    if (file.current) file.current.value = ''
  }
  function addCurrent() {
    const { lang: _, flavour: __, table: ___, ...what } = view
    const plain = { ...what, lang: null, flavour: null, table: null }
    change(
      addScene(script, index, {
        name: say(WORDS.newScene),
        link: `/desk${formatView(plain, VOCABULARY)}`,
        dwellS: 60,
        layout: 'map-figures',
        figures: scene?.figures ?? [],
      }),
    )
    setChosen(index + 1)
  }
  return (
    <main className="page" aria-label={say(WORDS.title)}>
      <PageHead title={say(WORDS.title)} mocked={mocked} onBack={onBack}>
        <Button disabled={!canUndo} onClick={undo}>
          {say(WORDS.undo)}
        </Button>
        <Button onClick={() => file.current?.click()}>{say(WORDS.import)}</Button>
        <input
          ref={file}
          type="file"
          accept=".json,application/json"
          hidden
          onChange={({ target }) => void take(target.files?.[0])}
        />
        <Button disabled={!reading.ok} onClick={() => saveText(FILE, text)}>
          {say(WORDS.export)}
        </Button>
        <Button
          disabled={!reading.ok || typeof plan === 'string'}
          onClick={() => setSaid(keepScript(keeper, null, text) ? 'saved' : 'notSaved')}
        >
          {say(WORDS.save)}
        </Button>
      </PageHead>
      <div className="wall-editor">
        <div>
          <Told
            said={
              isUnkept && (said ?? 'saved') === 'saved'
                ? say(WORDS.unkept)
                : said && say(WORDS[said])
            }
          />
          {typeof plan === 'string' && (
            <p className="note hatched" role="alert">
              <strong>{say(WORDS.unreadable)}</strong> {say(REFUSAL[plan])}
            </p>
          )}
          <Faults title={say(WORDS.importFaults)} faults={refused} />
          <Faults title={say(WORDS.faults)} faults={faults} />
          <h2>{say(WORDS.scenes)}</h2>
          <SceneList
            script={script}
            faults={faults}
            chosen={index}
            onChoose={setChosen}
            onChange={change}
          />
          <Button onClick={addCurrent}>{say(WORDS.addCurrent)}</Button>
          {scene && (
            <section key={index}>
              <h2>{say(WORDS.scene)}</h2>
              <TextField
                label={WORDS.name}
                value={scene.name}
                fault={faultAt(`${at}.name`)}
                onChange={(name) => edit({ name }, 'name')}
              />
              <TextField
                label={WORDS.link}
                value={scene.link}
                fault={faultAt(`${at}.link`)}
                onChange={(link) => edit({ link }, 'link')}
              />
              <NumberField
                label={WORDS.dwell}
                value={scene.dwellS}
                fault={faultAt(`${at}.dwellS`)}
                onChange={(dwellS) => edit({ dwellS }, 'dwell')}
              />
              <label className="wall-field">
                <span>{say(WORDS.layout)}</span>
                <select
                  value={scene.layout}
                  onChange={({ target }) => {
                    const layout = SCENE_LAYOUTS.find((one) => one === target.value)
                    if (layout) edit({ layout }, 'layout')
                  }}
                >
                  {SCENE_LAYOUTS.map((one) => (
                    <option key={one} value={one}>
                      {say(LAYOUT[one])}
                    </option>
                  ))}
                </select>
              </label>
              <FigureChoice
                label={WORDS.figures}
                chosen={scene.figures}
                onChange={(figures) => edit({ figures }, '')}
              />
            </section>
          )}
          <section>
            <h2>{say(WORDS.wall)}</h2>
            <TextField
              label={WORDS.scriptName}
              value={script.name}
              fault={faultAt('name')}
              onChange={(name) => change({ ...script, name }, 'script')}
            />
            <NumberField
              label={WORDS.widthM}
              value={script.wall.widthM}
              fault={faultAt('wall.widthM')}
              onChange={(widthM) => editWall({ widthM }, 'width')}
            />
            <NumberField
              label={WORDS.seatM}
              value={script.wall.seatM}
              fault={faultAt('wall.seatM')}
              onChange={(seatM) => editWall({ seatM }, 'seat')}
            />
            <PairField
              label={WORDS.displays}
              value={script.wall.displays}
              fault={faultAt('wall.displays')}
              onChange={(displays) => editWall({ displays }, 'displays')}
            />
            <PairField
              label={WORDS.pixels}
              value={script.wall.pixels}
              fault={faultAt('wall.pixels')}
              onChange={(pixels) => editWall({ pixels }, 'pixels')}
            />
            <NumberField
              label={WORDS.takeOver}
              value={script.takeOverS}
              fault={faultAt('takeOverS')}
              onChange={(takeOverS) => change({ ...script, takeOverS }, 'take-over')}
            />
            <p className="ink3">{say(WORDS.where)}</p>
            {keptScript(keeper, null) !== null && (
              <Button
                onClick={() => {
                  keepScript(keeper, null, null)
                  setSaid('forgotten')
                }}
              >
                {say(WORDS.forget)}
              </Button>
            )}
          </section>
        </div>
        <Preview script={lastGood} isBehind={!reading.ok} index={index} mocked={mocked} />
      </div>
    </main>
  )
}

/** The browser asks before what is not kept is lost. */
function useAsking(isUnkept: boolean) {
  useEffect(() => {
    if (!isUnkept) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isUnkept])
}

function Told({ said }: { readonly said: string | null }) {
  return said && <p role="status">{said}</p>
}

/** Each fault with its place, as the wall itself would tell it. */
function Faults({
  title,
  faults,
}: {
  readonly title: string
  readonly faults: readonly ScriptFault[]
}) {
  const lang = useLang()
  if (faults.length === 0) return null
  return (
    <div className="note hatched" role="alert">
      <strong>{title}</strong>
      <ul>
        {faults.map((one) => (
          <li key={`${one.path} ${one.code}`}>{faultText(one, lang)}</li>
        ))}
      </ul>
    </div>
  )
}
