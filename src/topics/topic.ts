import type { ComponentType } from 'react'
import type { FeedId } from '../api/feeds'
import type { Readings } from '../api/reading'
import type { AlarmPriority } from '../domain/alarm'
import { DEFAULT_PRIORITY, type DefaultRule } from '../domain/alarm-defaults'
import type { Extent, LngLat } from '../domain/geo'
import type { EpochMs, TimeWindow } from '../domain/time'
import type { Hit, Painted } from '../map/paint'
import type { AreaNames } from '../ui/area-names'
import type { GlyphName } from '../ui/glyphs'
import type { Flavour, Hex, Urgency } from '../ui/tokens'
import type { Lang, Phrase } from '../ui/words'

/** What every topic is derived from. */
export interface Inputs {
  readonly readings: Readings
  /** Where the clock of all layers and panels stands: server time in steps of five seconds, or a moment of a replay. */
  readonly now: EpochMs
  /** Server time, where the clock stands in the past: what the sources hold reaches to here. */
  readonly present?: EpochMs
  /** What the sources say at present, where the clock stands in the past. */
  readonly presentReadings?: Readings
  readonly window: TimeWindow
  readonly region: Extent
  readonly areas: AreaNames
  /** Those of the topic's `optionIds` that are on; none where nobody says so. */
  readonly options?: readonly string[]
}

/** How a topic is looked at. `zoom` comes in half steps so that a camera in motion rebuilds nothing. */
export interface Scene {
  readonly zoom: number
  readonly flavour: Flavour
  readonly lang: Lang
  readonly selectedId: string | null
  /** The one of several that is told of: it leads those about it, and is marked. */
  readonly leadId?: string | null | undefined
  /** Read in a glance from afar: a number stands only beside what is out of the usual. */
  readonly isGlance?: boolean | undefined
}

export interface Depiction {
  readonly painted: readonly Painted[]
  readonly hits: readonly Hit[]
}

/** A number never stands without its counts and its definition. */
export interface Fact {
  readonly label: Phrase
  /** Ready to read: "83.2 %", "—" where unknown, "0" where zero; a phrase where it has words in it. */
  readonly value: string | Phrase
  /** Counts, clause, source or method behind the value. */
  readonly note?: Phrase
  readonly urgency?: Urgency | null
}

/** One item in words: the source of tooltip, detail head and screen-reader text. */
export interface Description {
  readonly title: Phrase
  readonly subtitle: Phrase
  /** The item's state, e.g. 火警 / alarm. */
  readonly state: Phrase
  readonly urgency: Urgency | null
  readonly facts: readonly Fact[]
  /** Null: listed, not on the map. */
  readonly position: LngLat | null
  readonly observedAt: EpochMs
}

export interface LegendEntry {
  /** A level that items of this topic can be in. */
  readonly level: string
  readonly label: Phrase
  readonly glyph?: GlyphName
  readonly colour?: Hex
}

export interface Column<Row> {
  readonly id: string
  readonly header: Phrase
  readonly align?: 'start' | 'end'
  /** Share of the table's width. */
  readonly grow?: number
  readonly text: (row: Row, lang: Lang, areas: AreaNames) => string
  readonly mark?: (row: Row) => Urgency
  /** Null sorts last both ways. */
  readonly sort: (row: Row) => string | number | null
}

/** The same records as a layer's, as rows. */
export interface Table<Data, Row = unknown> {
  /** Carried by `data-table`; a topic's first table has the topic's id. */
  readonly id: string
  readonly title: Phrase
  /** Id of the painted layer that shows the same records. */
  readonly layer: string
  readonly columns: readonly Column<Row>[]
  readonly rows: (data: Data) => readonly Row[]
  /** What the rows leave out, in words; null: nothing. */
  readonly note?: (data: Data) => Phrase | null
  /** Also the id that selecting the row selects, where `selectable`. */
  readonly rowId: (row: Row) => string
  readonly selectable: boolean
  /** Rows without a position are listed last and counted apart. */
  readonly placed: (row: Row) => boolean
}

/** Something that deviates from its own rule now. Not an alarm: nothing is acknowledged here. */
export interface Attention {
  readonly topic: string
  readonly id: string
  readonly urgency: Urgency
  readonly title: Phrase
  readonly place: Phrase
  readonly state: Phrase
  /** Who else has been told of it meanwhile, and since when. */
  readonly note?: Phrase
  /** Since when; null where the data do not tell: the age of a reading is not the age of what it says. */
  readonly since: EpochMs | null
  /** Of an alarm: the occurrence, its state, and whether it waits for an answer. */
  readonly occurrence?: string
  readonly alarmState?: string
  readonly asks?: boolean
  /** How many alarms this line stands for; 1 unless told. */
  readonly count?: number
}

/** One figure for those who look from ten metres away. Ready to read, in few words. */
export interface Headline {
  readonly title: Phrase
  /** "1,386", "—" where unknown. */
  readonly value: string
  /** What it counts or is a share of: "起", "/ 60 在线", "% 镇远古城". */
  readonly unit: Phrase
  /** Its counts, its usual range, its worst; null where there is none. */
  readonly line: Phrase | null
  /** The word in that line that matters: "正常". */
  readonly verdict: Phrase | null
  /** Whose age is the figure's age. */
  readonly feeds: readonly FeedId[]
  /** What else it counts, whose age is not the figure's: where records of these were set aside it is partial too. */
  readonly registers?: readonly FeedId[]
}

/** What a whole hall must see until somebody answers it. */
export interface Urgent {
  readonly topic: string
  readonly id: string
  /** Of the occurrence. */
  readonly occurrence: string
  /** Of the occurrence and of how far up the ladder nobody has answered: another one asks anew. */
  readonly key: string
  readonly title: Phrase
  readonly place: Phrase
  readonly area: Phrase
  readonly state: Phrase
  readonly since: EpochMs
  /** How long whoever is told now has to answer, from `since`; null: nobody is left to tell. */
  readonly dueMs: number | null
  readonly position: LngLat | null
  readonly areaCode: string
  /** Address of a photograph of the place on the same origin; null where there is none. */
  readonly photo: string | null
  /** What is done, in the order in which it is done; a few words each. */
  readonly guidance: readonly Phrase[]
}

export interface InsetProps<Data> {
  readonly data: Data
  /** Of the map that the inset enlarges a part of, on the ground in the middle of the picture. */
  readonly metresPerPx: number
  /** Unanswered alarms of the first priority: what is enlarged shows them too. */
  readonly marks: readonly { readonly id: string; readonly position: LngLat }[]
  readonly onGo: (position: LngLat, zoom: number) => void
}

/** Counts per whole hour, the last one still running. */
export interface Timeline {
  /** Start of the first hour. */
  readonly from: EpochMs
  readonly counts: readonly number[]
}

/** There is none, and will not be. */
export interface NoTimeline {
  readonly why: Phrase
}

export interface PanelProps<Data> {
  readonly data: Data
  readonly inputs: Inputs
  /** Sets which of the topic's options are on. */
  readonly onOptions?: (on: readonly string[]) => void
  readonly onSelect?: (id: string) => void
}

/** What a topic says on a wall. Apart from the registry (`topics/on-walls.ts`): no desk waits for it. */
export interface OnWall<Data = unknown> {
  /** Its one figure on a wall. */
  readonly headline?: (data: Data) => Headline
  /** What of it counts where an alarm stands, as one figure beside that alarm; null where it has nothing there. */
  readonly headlineNear?: (data: Data, place: LngLat) => Headline | null
  /** What takes a wall over: of the topic that tells all, unanswered alarms of the first priority, the oldest first. */
  readonly urgent?: (data: Data) => readonly Urgent[]
  /** Where something may flash: unanswered alarms of the first priority whose sign stands alone, the oldest first. */
  readonly flashing?: (data: Data, scene: Pick<Scene, 'zoom' | 'leadId'>) => readonly LngLat[]
}

/** The facts of one subject made visible. Topics do not know one another. */
export interface Topic<Data = unknown, Bulk = unknown> {
  /** Also the key in the URL. */
  readonly id: string
  readonly name: Phrase
  /** Digit that switches it. */
  readonly shortcut: string
  readonly feeds: readonly FeedId[]
  /** Data that are too big for a feed (history, a surface from the worker); null until there. A React hook. */
  readonly useBulk?: (inputs: Inputs) => Bulk | null
  /** Pure. Never throws on an empty or partial reading. */
  readonly derive: (inputs: Inputs, bulk: Bulk | null) => Data
  /** The count in the rail's head, and what it counts; null where nothing has arrived: shown as "—". */
  readonly count: (data: Data) => number | null
  readonly countUnit: Phrase
  readonly depict: (data: Data, scene: Scene) => Depiction
  readonly legend: readonly LegendEntry[]
  /** Level of each item drawn, for the test that the legend covers them all. */
  readonly levels: (data: Data) => readonly string[]
  /** Ages are of `now`; of the time it was derived for where none is given. */
  readonly describe: (data: Data, id: string, now?: EpochMs) => Description | null
  readonly attention: (data: Data) => readonly Attention[]
  /** Its attention is all there is: what the other topics derive by rule stands in it already. */
  readonly tellsAll?: (data: Data) => boolean
  /** What it shows is not of its feeds: what is wrong with them is none of its business. */
  readonly standsAlone?: (data: Data) => boolean
  /** What of its masses lies at a place: too many to be in `hits`, so it is asked for. */
  readonly seek?: (data: Data, position: LngLat, metresPerPx: number) => Promise<Hit | null>
  /** Ids of its tables, which `topics/tables.ts` holds; the first is the topic's own. */
  readonly tableIds: readonly string[]
  /** The table that T opens while nothing is selected: that of a surface which lies over all else. */
  readonly tableOnTop?: (data: Data) => string | null | undefined
  /** What it offers beyond on and off, each off by default: words of the URL, unique over all topics. */
  readonly optionIds?: readonly string[]
  /** Records per hour of the last 28 days, oldest first, for the time bar; null until the history is there, or why not. */
  readonly timeline?: (data: Data) => Timeline | NoTimeline | null
  /** Legend and key figures, in the rail under the topic's head; of the topic that tells all, under the list. */
  readonly Panel: ComponentType<PanelProps<Data>>
  /** What the map is too far out to show, enlarged in its corner; draws nothing where it is not needed. */
  readonly Inset?: ComponentType<InsetProps<Data>>
  /** More than `describe` says, in the detail column under it. */
  readonly Detail?: ComponentType<{
    readonly data: Data
    readonly id: string
    /** Nothing can be answered in the past. */
    readonly isReplay?: boolean
  }>
}

export const URGENCY_OF: Readonly<Record<AlarmPriority, Urgency>> = {
  1: 'p1',
  2: 'p2',
  3: 'p3',
  4: 'p4',
}

/** The mark of what a rule rings for: the same as its alarm bears. */
export const urgencyOfRule = (rule: DefaultRule): Urgency => URGENCY_OF[DEFAULT_PRIORITY[rule]]
