import { findNodeAtLocation, type Node, type ParseError, parseTree } from 'jsonc-parser'
import { DEFAULT_PROFILE, PROFILE_BOUNDS, type WallProfile } from '../domain/wall-profile'
import { parseView, type Vocabulary } from './codec'
import type { View } from './view'
import { faultOfLink, type LinkFault } from './wall-link'

/** What stands on the wall beside the banner and the clock, which always do. */
export const SCENE_LAYOUTS = ['map-figures', 'map', 'figures'] as const
export type SceneLayout = (typeof SCENE_LAYOUTS)[number]

export interface WallScene {
  readonly name: string
  /** A link of the desk, from its path on: what the map shows. */
  readonly link: string
  readonly dwellS: number
  readonly layout: SceneLayout
  /** Topics whose figures stand beside the map, in this order, as far as there is room. */
  readonly figures: readonly string[]
}

export interface WallScript {
  readonly name: string
  readonly wall: WallProfile
  /** How long one unanswered alarm holds the wall. */
  readonly takeOverS: number
  readonly scenes: readonly WallScene[]
}

export const SCRIPT_BOUNDS = {
  dwellS: [5, 3600],
  takeOverS: [30, 3600],
  scenes: [1, 40],
  name: 60,
  figures: 4,
  text: 100_000,
} as const

export type ScriptFaultCode =
  | 'no-file'
  | 'syntax'
  | 'too-long'
  | 'not-a-script'
  | 'missing'
  | 'unknown-key'
  | 'not-a-text'
  | 'not-a-number'
  | 'out-of-bounds'
  | 'not-a-list'
  | 'not-one-of'
  | 'twice'
  | LinkFault

/** What is wrong with a script, and where. */
export interface ScriptFault {
  /** `scenes[2].dwellS`; "" for the whole. */
  readonly path: string
  /** From 1; 0 where there is no text. */
  readonly line: number
  readonly code: ScriptFaultCode
  /** What would be right, or what was found: for people to read. */
  readonly detail: string
}

export type ScriptReading =
  | { readonly ok: true; readonly script: WallScript }
  | { readonly ok: false; readonly faults: readonly ScriptFault[] }

const KIND = 'drumtower.wall-script.1'
const MOST_FAULTS = 20

/** Reads a script from text. Everything that is wrong is told, with its place; nothing wrong is mended in silence. */
export function readScript(text: string, vocabulary: Vocabulary): ScriptReading {
  if (text.length > SCRIPT_BOUNDS.text) return refused('too-long', String(SCRIPT_BOUNDS.text))
  const errors: ParseError[] = []
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false })
  const [error] = errors
  if (error || !root) {
    const line = lineAt(text, error?.offset ?? 0)
    return { ok: false, faults: [{ path: '', line, code: 'syntax', detail: '' }] }
  }
  const reader = new Reader(text, root, vocabulary)
  const script = reader.script()
  return reader.faults.length > 0
    ? { ok: false, faults: reader.faults.slice(0, MOST_FAULTS) }
    : { ok: true, script }
}

/** The script as a file. */
export function formatScript({ name, wall, takeOverS, scenes }: WallScript): string {
  return `${JSON.stringify({ kind: KIND, name, wall, takeOverS, scenes }, null, 2)}\n`
}

/** What a scene shows on the map. Language and flavour are the wall's own. */
export function viewOf({ link }: WallScene, vocabulary: Vocabulary): View {
  const query = link.indexOf('?')
  return parseView(query < 0 ? '' : link.slice(query), vocabulary)
}

function refused(code: ScriptFaultCode, detail: string): ScriptReading {
  return { ok: false, faults: [{ path: '', line: 1, code, detail }] }
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}

type Path = readonly (string | number)[]

const written = (path: Path) =>
  path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '')

/** Walks the tree once and notes every fault with its place. */
class Reader {
  readonly faults: ScriptFault[] = []

  constructor(
    private readonly text: string,
    private readonly root: Node,
    private readonly vocabulary: Vocabulary,
  ) {}

  script(): WallScript {
    if (this.root.type !== 'object' || this.value(['kind']) !== KIND) {
      this.fault(['kind'], 'not-a-script', `"kind": "${KIND}"`)
      return { name: '', wall: DEFAULT_PROFILE, takeOverS: 0, scenes: [] }
    }
    this.keys([], ['kind', 'name', 'wall', 'takeOverS', 'scenes'])
    return {
      name: this.name(['name']),
      wall: this.wall(),
      takeOverS: this.number(['takeOverS'], SCRIPT_BOUNDS.takeOverS),
      scenes: this.list(['scenes'], SCRIPT_BOUNDS.scenes).map((_, i) => this.scene(['scenes', i])),
    }
  }

  private scene(path: Path): WallScene {
    this.keys(path, ['name', 'link', 'dwellS', 'layout', 'figures'])
    return {
      name: this.name([...path, 'name']),
      link: this.link([...path, 'link']),
      dwellS: this.number([...path, 'dwellS'], SCRIPT_BOUNDS.dwellS),
      layout: this.oneOf([...path, 'layout'], SCENE_LAYOUTS) ?? 'map-figures',
      figures: this.figures([...path, 'figures']),
    }
  }

  private wall(): WallProfile {
    const at: Path = ['wall']
    this.keys(at, ['widthM', 'seatM', 'pixels', 'displays'])
    const { widthM, seatM, across, down, displays } = PROFILE_BOUNDS
    const pair = (key: string, first: Bounds, second: Bounds) => {
      const path = [...at, key]
      this.list(path, [2, 2])
      return [this.whole([...path, 0], first), this.whole([...path, 1], second)] as const
    }
    return {
      widthM: this.number([...at, 'widthM'], widthM),
      seatM: this.number([...at, 'seatM'], seatM),
      pixels: pair('pixels', across, down),
      displays: pair('displays', displays, displays),
    }
  }

  private figures(path: Path): readonly string[] {
    const found = this.list(path, [0, SCRIPT_BOUNDS.figures])
    const named = found.map((_, i) => this.oneOf([...path, i], this.vocabulary.topics) ?? '')
    const double = named.findIndex((one, i) => one !== '' && named.indexOf(one) !== i)
    if (double >= 0) this.fault([...path, double], 'twice', named[double] ?? '')
    return named
  }

  private link(path: Path): string {
    const link = this.textAt(path)
    const fault = link === null ? null : faultOfLink(link, this.vocabulary)
    if (fault) this.fault(path, fault.code, fault.detail)
    return link ?? ''
  }

  private name(path: Path): string {
    const name = this.textAt(path) ?? ''
    if ([...name].length > SCRIPT_BOUNDS.name)
      this.fault(path, 'out-of-bounds', `≤ ${SCRIPT_BOUNDS.name}`)
    return name
  }

  private textAt(path: Path): string | null {
    const value = this.present(path)
    if (value === undefined) return null
    if (typeof value === 'string') return value
    this.fault(path, 'not-a-text', '')
    return null
  }

  private number(path: Path, [least, most]: Bounds): number {
    const value = this.present(path)
    if (value === undefined) return least
    if (typeof value !== 'number' || !Number.isFinite(value)) {
      this.fault(path, 'not-a-number', '')
      return least
    }
    if (value < least || value > most) this.fault(path, 'out-of-bounds', `${least}–${most}`)
    return value
  }

  private whole(path: Path, bounds: Bounds): number {
    const value = this.number(path, bounds)
    if (!Number.isInteger(value)) this.fault(path, 'not-a-number', '1, 2, 3 …')
    return value
  }

  private oneOf<Word extends string>(path: Path, words: readonly Word[]): Word | null {
    const value = this.present(path)
    if (value === undefined) return null
    const word = words.find((one) => one === value)
    if (!word) this.fault(path, 'not-one-of', words.join(', '))
    return word ?? null
  }

  private list(path: Path, [least, most]: Bounds): readonly unknown[] {
    const value = this.present(path)
    if (value === undefined) return []
    if (!Array.isArray(value)) {
      this.fault(path, 'not-a-list', '')
      return []
    }
    if (value.length < least || value.length > most)
      this.fault(path, 'out-of-bounds', least === most ? `${most}` : `${least}–${most}`)
    return value.slice(0, most)
  }

  private keys(path: Path, known: readonly string[]) {
    const node = path.length === 0 ? this.root : findNodeAtLocation(this.root, [...path])
    for (const property of node?.type === 'object' ? (node.children ?? []) : []) {
      const key: unknown = property.children?.[0]?.value
      if (typeof key === 'string' && !known.includes(key))
        this.fault([...path, key], 'unknown-key', known.join(', '))
    }
  }

  private value(path: Path): unknown {
    const node = findNodeAtLocation(this.root, [...path])
    if (!node) return undefined
    if (node.type === 'array') return node.children ?? []
    return node.type === 'object' ? {} : node.value
  }

  private present(path: Path): unknown {
    const value = this.value(path)
    // Where the list itself is missing its members need not be named as well.
    if (value === undefined && typeof path.at(-1) === 'string') this.fault(path, 'missing', '')
    return value
  }

  private fault(path: Path, code: ScriptFaultCode, detail: string) {
    let node: Node | undefined
    for (let end = path.length; end > 0 && !node; end--)
      node = findNodeAtLocation(this.root, path.slice(0, end) as (string | number)[])
    const line = lineAt(this.text, (node ?? this.root).offset)
    this.faults.push({ path: written(path), line, code, detail })
  }
}

type Bounds = readonly [least: number, most: number]
