import type { Period } from '../../domain/review/calendar'
import { formatDay, formatMinute, UNKNOWN } from '../../ui/clock'
import { Button, Kbd, ToggleGroup } from '../../ui/kit'
import { useFlavour, useLang, useSay } from '../../ui/lang'
import { AGAINST, type ReviewView, TILE_SETS, type TileSet } from '../../view/review'
import { lunarText } from './lunar'
import { TILES } from './measures'
import { periodText } from './told'
import type { Facts } from './use-facts'
import { WORDS } from './words'

interface Props {
  readonly facts: Facts
  readonly view: ReviewView
  readonly change: (part: Partial<ReviewView>) => void
  readonly areas: readonly { readonly code: string; readonly name: string }[]
  readonly onCsv: () => void
  readonly onPicture: () => void
  readonly onHelp: () => void
  readonly onLang: () => void
  readonly onFlavour: () => void
}

/** Where, when, against what, as of when; and how to take it along. */
export function Head({
  facts,
  view,
  change,
  areas,
  onCsv,
  onPicture,
  onHelp,
  onLang,
  onFlavour,
}: Props) {
  const say = useSay()
  const lang = useLang()
  const flavour = useFlavour()
  const { period, same, card } = facts
  const length = period.to - period.from
  const cutOff = card?.cutOff ?? null
  const step = (by: number) =>
    change({ period: { from: period.from + by * length, to: period.to + by * length } })
  return (
    <>
      <strong className="print-area" aria-hidden="true">
        {areas.find(({ code }) => code === facts.area)?.name.replace('· ', '')}
      </strong>
      <select
        className="head-area"
        aria-label={say(WORDS.area)}
        value={facts.area}
        onChange={({ target }) =>
          change({ area: target.value === facts.region ? null : target.value })
        }
      >
        {areas.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
      <div className="head-part">
        <Button
          className="plain"
          tabIndex={-1}
          aria-label={say(WORDS.earlier)}
          title={`${say(WORDS.earlier)} [`}
          onClick={() => step(-1)}
        >
          ‹
        </Button>
        <span className="ink2">{say(WORDS.period)}</span>
        <strong>{periodText(period, say(WORDS.to))}</strong>
        <span className="ink2">
          {lang === 'zh' && lunarSpan(period)}
          {length} {say(length === 1 ? WORDS.day : WORDS.days)}
        </span>
        <Button
          className="plain"
          tabIndex={-1}
          aria-label={say(WORDS.later)}
          title={`${say(WORDS.later)} ]`}
          disabled={period.to >= facts.cutOff}
          onClick={() => step(1)}
        >
          ›
        </Button>
      </div>
      <div className="head-part">
        <ToggleGroup
          label={say(WORDS.against)}
          value={view.against}
          choices={AGAINST.map((value) => ({ value, label: say(WORDS[value]) }))}
          onChange={(against) => change({ against })}
        />
        {same ? (
          <span className="head-same">
            {periodText(same.past, say(WORDS.to))}{' '}
            <span className="ink2">
              {say(BY[same.by])}
              {same.leftOut > 0 &&
                `${lang === 'zh' ? '，' : ', '}${same.leftOut} ${say(same.leftOut === 1 ? WORDS.leftOutOne : WORDS.leftOut)}`}
            </span>
          </span>
        ) : (
          <span className="ink2">{say(WORDS.unknown)}</span>
        )}
      </div>
      <select
        aria-label={say(WORDS.tiles)}
        value={view.tiles}
        onChange={({ target }) => {
          const tiles = target.value as TileSet
          const [first] = TILES[tiles]
          // The charts are about a measure that has its tile.
          const isKept = first === undefined || TILES[tiles].includes(view.measure)
          change({ tiles, card: null, ...(!isKept && { measure: first, part: '' }) })
        }}
      >
        {TILE_SETS.map((value) => (
          <option key={value} value={value}>
            {say(WORDS[`tiles_${value}`])}
          </option>
        ))}
      </select>
      <span className="ink2 head-cut">
        {say(WORDS.cutOff)}{' '}
        {cutOff === null ? UNKNOWN : `${formatDay(cutOff)} ${formatMinute(cutOff)}`}
      </span>
      <span className="review-spread" />
      <div className="head-tools">
        <Button onClick={onCsv}>{say(WORDS.tables)}</Button>
        <Button onClick={onPicture}>{say(WORDS.png)}</Button>
        <Button onClick={() => window.print()}>{say(WORDS.print)}</Button>
        <Button className="plain" onClick={onLang} lang={lang === 'zh' ? 'en' : 'zh-CN'}>
          {say(WORDS.otherLang)}
        </Button>
        <Button
          className="plain"
          tabIndex={-1}
          onClick={onFlavour}
          aria-label={say(flavour === 'night' ? WORDS.toLight : WORDS.toDark)}
          title={say(flavour === 'night' ? WORDS.toLight : WORDS.toDark)}
        >
          ◐
        </Button>
        <Button className="plain" tabIndex={-1} onClick={onHelp} aria-label={say(WORDS.help)}>
          <Kbd>?</Kbd>
        </Button>
      </div>
    </>
  )
}

const BY = {
  festival: WORDS.byFestival,
  date: WORDS.byDate,
  mixed: WORDS.mixed,
  before: WORDS.byBefore,
} as const

function lunarSpan({ from, to }: Period): string {
  const [a, b] = [lunarText(from, 'zh'), lunarText(to - 1, 'zh')]
  if (!a || !b) return ''
  return a === b ? `${a}，` : `${a}至${b}，`
}
