import { MAX_SPAN_HOURS, type Span, spanOf } from '../domain/clock-window'
import { MINUTE_MS, PROVINCE_OFFSET_MS } from '../domain/time'
import { ALARM_LISTS, type Camera, type Selected, SPANS, TASKS, type View } from './view'

/** The words that a URL may use: what topics and tables there are is not this room's business. */
export interface Vocabulary {
  readonly topics: readonly string[]
  readonly tables: readonly string[]
  /** What topics offer beyond on and off. */
  readonly options: readonly string[]
}

/**
 * Keys that survive every navigation inside the product: of the mocked world, and of the pages of coverage and review,
 * which read and bound their own (`coverage.ts`, `review.ts`).
 */
const KEPT_KEYS =
  'scenario scale seed now cover turn by within place area period against tiles measure part card twin action'.split(
    ' ',
  )

const LANGS = ['zh', 'en'] as const
const FLAVOURS = ['night', 'day', 'print'] as const
const MAX_ID = 128
const MAX_FILTER = 100

export const MIN_ZOOM = 4
export const MAX_ZOOM = 17

export function defaultView(vocabulary: Vocabulary): View {
  return {
    camera: null,
    span: '7d',
    since: null,
    until: null,
    shown: vocabulary.topics,
    options: [],
    selected: null,
    task: 'alarms',
    list: 'queue',
    table: null,
    filter: '',
    lang: null,
    flavour: null,
  }
}

/** Reads a query string. A value that is out of bounds falls to its default, alone. */
export function parseView(search: string, vocabulary: Vocabulary): View {
  const params = new URLSearchParams(search)
  const fallback = defaultView(vocabulary)
  return {
    camera: parseCamera(params.get('at')),
    span: parseSpan(params.get('span')) ?? fallback.span,
    since: parseMoment(params.get('since')),
    until: parseMoment(params.get('until')),
    shown: parseShown(params.get('show'), vocabulary.topics),
    options: someOf(vocabulary.options, params.get('with')),
    selected: parseSelected(params.get('sel'), vocabulary.topics),
    task: oneOf(TASKS, params.get('task')) ?? fallback.task,
    list: oneOf(ALARM_LISTS, params.get('list')) ?? fallback.list,
    table: oneOf(vocabulary.tables, params.get('table')),
    filter: bounded(params.get('q') ?? '', MAX_FILTER),
    lang: oneOf(LANGS, params.get('lang')),
    flavour: oneOf(FLAVOURS, params.get('flavour')),
  }
}

/** Writes a query string, "" or "?…": defaults are left out, the mocked world's keys of `current` are kept. */
export function formatView(view: View, vocabulary: Vocabulary, current = ''): string {
  const fallback = defaultView(vocabulary)
  const before = new URLSearchParams(current)
  const params = new URLSearchParams()
  for (const key of KEPT_KEYS) {
    const value = before.get(key)
    if (value !== null && value.length <= MAX_ID) params.set(key, value)
  }
  if (view.camera) params.set('at', formatCamera(view.camera))
  if (view.span !== fallback.span) params.set('span', view.span)
  if (view.since !== null) params.set('since', formatMoment(view.since))
  if (view.until !== null) params.set('until', formatMoment(view.until))
  if (view.shown.join() !== fallback.shown.join())
    params.set('show', view.shown.join(',') || 'none')
  if (view.options.length > 0) params.set('with', view.options.join())
  if (view.selected) params.set('sel', `${view.selected.topic}:${view.selected.id}`)
  if (view.task !== fallback.task) params.set('task', view.task)
  if (view.list !== fallback.list) params.set('list', view.list)
  if (view.table) params.set('table', view.table)
  if (view.filter) params.set('q', view.filter)
  if (view.lang) params.set('lang', view.lang)
  if (view.flavour) params.set('flavour', view.flavour)
  const text = params.toString()
  return text && `?${text}`
}

function oneOf<T extends string>(words: readonly T[], word: string | null): T | null {
  return words.find((known) => known === word) ?? null
}

// Characters that have no business in a line of text: controls and half a surrogate pair.
const UNPRINTABLE = /[\p{Cc}\p{Cs}]/gu

function bounded(text: string, length: number): string {
  return [...text.replace(UNPRINTABLE, '')].slice(0, length).join('')
}

function parseCamera(text: string | null): Camera | null {
  const match =
    /^(-?\d{1,3}(?:\.\d{1,6})?),(-?\d{1,2}(?:\.\d{1,6})?),(\d{1,2}(?:\.\d{1,2})?)$/.exec(text ?? '')
  if (!match) return null
  const [lng, lat, zoom] = match.slice(1).map(Number) as [number, number, number]
  const isOnEarth = Math.abs(lng) <= 180 && Math.abs(lat) <= 85
  return isOnEarth && zoom >= MIN_ZOOM && zoom <= MAX_ZOOM ? { lng, lat, zoom } : null
}

function formatCamera({ lng, lat, zoom }: Camera): string {
  return [trimmed(lng, 5), trimmed(lat, 5), trimmed(zoom, 2)].join()
}

function trimmed(value: number, digits: number): string {
  return String(Number(value.toFixed(digits)))
}

function parseShown(text: string | null, topics: readonly string[]): readonly string[] {
  if (text === null) return topics
  if (text === 'none') return []
  const asked = text.split(',', topics.length + 1)
  const known = topics.filter((topic) => asked.includes(topic))
  return known.length > 0 ? known : topics
}

/** The known ones of a list, each once and in the order of the words. */
function someOf(words: readonly string[], text: string | null): readonly string[] {
  const asked = (text ?? '').split(',', words.length + 1)
  return words.filter((word) => asked.includes(word))
}

function parseSelected(text: string | null, topics: readonly string[]): Selected | null {
  const at = text?.indexOf(':') ?? -1
  if (text === null || at < 0) return null
  const topic = oneOf(topics, text.slice(0, at))
  const id = text.slice(at + 1)
  return topic && id && id.length <= MAX_ID && bounded(id, MAX_ID) === id ? { topic, id } : null
}

function parseSpan(text: string | null): Span | null {
  const named = oneOf(SPANS, text)
  if (named) return named
  const hours = Number(/^(\d{1,4})h$/.exec(text ?? '')?.[1] ?? 0)
  return hours >= 1 && hours <= MAX_SPAN_HOURS ? spanOf(hours) : null
}

/** Moments that a link may name: the province's clock, to the minute. */
const [EARLIEST, LATEST] = [Date.UTC(2000, 0, 1), Date.UTC(2100, 0, 1)]

function parseMoment(text: string | null): number | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text ?? '')) return null
  const at = Date.parse(`${text}Z`) - PROVINCE_OFFSET_MS
  // `Date.parse` takes 30 February for 1 March: a moment must read back as it was written.
  return at >= EARLIEST && at < LATEST && formatMoment(at) === text ? at : null
}

function formatMoment(at: number): string {
  const minute = Math.floor(at / MINUTE_MS) * MINUTE_MS
  return new Date(minute + PROVINCE_OFFSET_MS).toISOString().slice(0, 16)
}
