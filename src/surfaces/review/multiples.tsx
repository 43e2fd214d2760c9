import { type KeyboardEvent, useRef } from 'react'
import type { Mark } from '../../domain/measure'
import { useLang, useSay } from '../../ui/lang'
import { STATE_WORDS, stateOf } from './area-map'
import { type Box, useBox } from './box'
import type { ChartDay, Control } from './control'
import { type DrawnMark, marksOn } from './drawn-marks'
import type { Figure } from './figure'
import type { Leaving } from './leaving'
import { SparkLegend } from './legend'
import { lineOf } from './line-path'
import { markText } from './mark-words'
import { WITHHELD } from './released-sum'
import { niceAxis, tickText } from './scale'
import { changeText, heldIn, heldText, pairedDays, pastText } from './told'
import { WORDS } from './words'

const PAPER = { widthMm: 192, heightMm: 50 }

export interface Multiple {
  readonly code: string
  readonly figure: Figure
  readonly control: Control
}

interface Props {
  readonly multiples: readonly Multiple[]
  /** Null: not known yet. */
  readonly leaving: ReadonlyMap<string, Leaving> | null
  readonly marks: readonly Mark[]
  readonly area: string
  readonly region: string
  readonly nameOf: (code: string) => string
  readonly onArea: (area: string) => void
}

/** One chart for each prefecture on one scale. One Tab stop: arrows walk, Enter picks. */
export function Multiples({ multiples, leaving, marks, area, region, nameOf, onArea }: Props) {
  const say = useSay()
  const lang = useLang()
  const [ref, box] = useBox(PAPER)
  const grid = useRef<HTMLDivElement>(null)
  const picked = `${area.slice(0, 4)}00`
  const codes = multiples.map(({ code }) => code)
  const stop = Math.max(0, codes.indexOf(picked))
  const top = Math.max(
    1e-9,
    ...multiples.flatMap(({ control }) =>
      control.days
        .filter(({ inPeriod }) => inPeriod)
        .flatMap(({ value, past }) => [value ?? 0, past ?? 0]),
    ),
  )
  const axis = niceAxis(0, top, 4)
  const ceiling = axis.at(-1) ?? 1
  function walk(event: KeyboardEvent<HTMLDivElement>) {
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 3, ArrowUp: -3 }[event.key]
    const buttons = [...(grid.current?.querySelectorAll<HTMLButtonElement>('.multiple') ?? [])]
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
    if (!step || at < 0) return
    event.preventDefault()
    event.stopPropagation()
    buttons[(at + step + buttons.length) % buttons.length]?.focus()
  }
  const days = multiples[0]?.control.days.filter(({ inPeriod }) => inPeriod) ?? []
  const [from, to] = [days[0]?.day ?? 0, (days.at(-1)?.day ?? -1) + 1]
  const isTold = (code: string) => leaving?.get(code)?.isTold === true
  const drawnIn = (code: string) => marksOn(marks, { area: code, region, from, to })
  return (
    <>
      <SparkLegend
        controls={multiples.map(({ control }) => control)}
        hasMarks={codes.some((code) => drawnIn(code).length > 0)}
      />
      <div ref={ref} className="fill-box">
        <div
          ref={grid}
          className="multiples"
          role="group"
          aria-label={say(WORDS.multiples)}
          onKeyDown={walk}
        >
          {multiples.some(({ code }) => !isTold(code)) && (
            <p className="leaves multiples-withheld">{say(WORDS.withheldAreas)}</p>
          )}
          {multiples.map(({ code, figure, control }, i) => {
            const state = stateOf(figure)
            const drawn = drawnIn(code)
            return (
              <button
                key={code}
                type="button"
                className={isTold(code) ? 'multiple' : 'multiple withheld'}
                data-picked={code === picked}
                aria-pressed={code === picked}
                tabIndex={i === stop ? 0 : -1}
                title={drawn.map(({ mark }) => markText(mark, lang)).join('\n') || undefined}
                onClick={() => onArea(code === picked ? region : code)}
              >
                <span className="multiple-head">
                  <strong>{nameOf(code)}</strong>
                  <Counts figure={figure} leaving={leaving?.get(code)} />
                  <i aria-hidden="true">
                    {state === 'usual' ? '○' : state === 'unknown' ? '—' : '◆'}
                  </i>
                  <b data-state={state}>{say(STATE_WORDS[state])}</b>
                </span>
                {box && (
                  <Spark
                    control={control}
                    marks={drawn}
                    ceiling={ceiling}
                    box={box}
                    stays={!isTold(code)}
                  />
                )}
              </button>
            )
          })}
        </div>
      </div>
    </>
  )
}

/** On the screen as they are; on paper and in pictures no more than the export of the table tells. */
function Counts({ figure, leaving }: { figure: Figure; leaving: Leaving | undefined }) {
  const lang = useLang()
  const told = (now: string, past: string, change: string | null) => (
    <>
      {now}
      <span className="ink2">
        {lang === 'zh'
          ? `，${past}${change === null ? '' : `（${change}）`}`
          : `, ${past}${change === null ? '' : ` (${change})`}`}
      </span>
    </>
  )
  const word = WORDS[figure.same?.by === 'before' ? 'before' : 'year'].zh
  const then = (past: string) => (lang === 'zh' ? `${word} ${past}` : `was ${past}`)
  const change = changeText(heldIn(figure), lang)
  // What leaves of a withheld area is of all days: beside sums of a few it would be read as theirs.
  const isPaired = pairedDays(figure) !== null
  const asIs = told(heldText(figure), then(pastText(figure)), change)
  if (leaving?.isTold) return <span>{asIs}</span>
  return (
    <span>
      <span className="stays">{asIs}</span>
      <span className="leaves">
        {isPaired
          ? told(WITHHELD, then(WITHHELD), null)
          : told(leaving?.now ?? WITHHELD, then(leaving?.past ?? WITHHELD), null)}
      </span>
    </span>
  )
}

function Spark({
  control,
  marks,
  ceiling,
  box,
  stays,
}: {
  /** Its days are not told outside: the drawing stays on the screen. */
  readonly stays: boolean
  readonly control: Control
  readonly marks: readonly DrawnMark[]
  readonly ceiling: number
  readonly box: Box
}) {
  const u = box.unit
  const columns = box.width > 700 * u ? 3 : box.width > 460 * u ? 2 : 1
  const width = Math.floor(box.width / columns - 18 * u)
  const height = Math.max(48 * u, Math.floor(box.height / Math.ceil(9 / columns) - 34 * u))
  const left = 32 * u
  const days = control.days.filter(({ inPeriod }) => inPeriod)
  const x = (i: number) => left + ((i + 0.5) / Math.max(1, days.length)) * (width - left - 6 * u)
  const y = (value: number) => 4 * u + (1 - value / ceiling) * (height - 10 * u)
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
      className={stays ? 'drawing stays' : 'drawing'}
    >
      <path className="spark-grid" d={`M${left} ${y(ceiling)}H${width}`} />
      <path className="spark-base" d={`M${left} ${y(0)}H${width}`} />
      <text className="soft" x={left - 6 * u} y={y(ceiling) + 10 * u} textAnchor="end">
        {tickText(ceiling, ceiling % 1 === 0 ? 1 : 0.1)}
      </text>
      <text className="soft" x={left - 6 * u} y={y(0) + 3 * u} textAnchor="end">
        0
      </text>
      {marks.map(({ mark, day }) => (
        <path
          key={mark.id}
          className="spark-mark"
          d={`M${x(day - (days[0]?.day ?? 0))} ${y(0)}V${y(ceiling)}`}
        />
      ))}
      <path
        className="spark-past"
        d={lineOf(
          days.map(({ past }) => past),
          x,
          y,
        )}
      />
      <path
        className="spark-now"
        d={lineOf(
          days.map(({ value }) => value),
          x,
          y,
        )}
      />
      {days.map(({ day, value, signal }, i) =>
        value !== null && !signal && isAlone(days, i) ? (
          <circle key={day} className="spark-alone" cx={x(i)} cy={y(value)} r={2 * u} />
        ) : value !== null && signal ? (
          <path
            key={day}
            className="spark-signal"
            d={`M${x(i)} ${y(value) - 4 * u}l${4 * u} ${4 * u}l${-4 * u} ${4 * u}l${-4 * u} ${-4 * u}z`}
          />
        ) : value === null ? (
          <path key={day} className="spark-gap" d={`M${x(i)} ${y(0)}V${y(ceiling)}`} />
        ) : null,
      )}
    </svg>
  )
}

/** A day between gaps has no line to be seen by. */
function isAlone(days: readonly ChartDay[], i: number): boolean {
  return [i - 1, i + 1].every((at) => (days[at]?.value ?? null) === null)
}
