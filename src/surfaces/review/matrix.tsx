import type { AreaLevel } from '../../domain/measure'
import type { WeekMatrix } from '../../domain/review/week-matrix'
import { useLang, useSay } from '../../ui/lang'
import { formatCount, formatTenth } from '../../ui/numbers'
import type { Phrase } from '../../ui/words'
import { type Box, useBox } from './box'
import { WEEKDAYS, WORDS } from './words'

const PAPER = { widthMm: 92, heightMm: 44 }

/**
 * Fixed breaks of incidents per hour and million persons, one row for each level: within it a colour means one thing. The
 * fewer persons an area has, the further its rates spread. Set for the simulated province; an installation sets its own.
 */
export const MATRIX_BREAKS: Readonly<Record<AreaLevel, readonly number[]>> = {
  province: [0.05, 0.1, 0.15, 0.2, 0.3],
  prefecture: [0.05, 0.1, 0.2, 0.3, 0.5],
  county: [0.1, 0.25, 0.5, 1, 2],
}
/** cividis in six classes: rates per hour, and nothing else on this page. */
export const MATRIX_RAMP = ['#00224E', '#2A3F6D', '#575C6D', '#8A8779', '#BCAF6F', '#FEE838']

const LEVELS: Readonly<Record<AreaLevel, Phrase>> = {
  province: { zh: '省级分档', en: 'classes of provinces' },
  prefecture: { zh: '市州级分档', en: 'classes of prefectures' },
  county: { zh: '区县级分档', en: 'classes of counties' },
}

interface Props {
  readonly matrix: WeekMatrix
  /** Persons present, in millions. */
  readonly millions: number
  readonly level: AreaLevel
}

export function Matrix(props: Props) {
  const [ref, box] = useBox(PAPER)
  return (
    <div ref={ref} className="fill-box">
      {box && box.height > 60 && <Drawn {...props} box={box} />}
    </div>
  )
}

function Drawn({ matrix, millions, level, box }: Props & { readonly box: Box }) {
  const say = useSay()
  const lang = useLang()
  const u = box.unit
  const [left, right, bottom] = [46 * u, 14 * u, 44 * u]
  const bars = Math.min(64 * u, box.height * 0.24)
  const top = bars + 30 * u
  const cell = { w: (box.width - left - right) / 24, h: (box.height - top - bottom) / 7 }
  const most = Math.max(...matrix.byHour.map((mean) => mean ?? 0), 1e-9)
  const breaks = MATRIX_BREAKS[level]
  const classOf = (mean: number) => {
    const at = breaks.findIndex((one) => mean / millions < one)
    return at < 0 ? breaks.length : at
  }
  const peak = matrix.byHour.indexOf(Math.max(...matrix.byHour.map((mean) => mean ?? -1)))
  // Beside six of them their unit has to stand.
  const swatch = Math.min(52 * u, (box.width - left) / (lang === 'zh' ? 9 : 12))
  return (
    <svg
      width={box.width}
      height={box.height}
      viewBox={`0 0 ${box.width} ${box.height}`}
      role="img"
      aria-label={say(WORDS.matrix)}
      className="drawing"
    >
      <text className="soft" x={left - 8 * u} y={bars + 4 * u} textAnchor="end">
        {say(WORDS.mean)}
      </text>
      {matrix.byHour.map((mean, hour) => {
        const height = ((mean ?? 0) / most) * (bars - 18 * u)
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: an hour is its index
            key={hour}
            className="matrix-bar"
            x={left + hour * cell.w + 1}
            y={bars + 4 * u - height}
            width={Math.max(1, cell.w - 3 * u)}
            height={height}
          />
        )
      })}
      {peak >= 0 && (
        <text x={left + (peak + 0.5) * cell.w} y={12 * u} textAnchor="middle">
          {formatTenth(matrix.byHour[peak] ?? null)} {say(WORDS.matrixUnit)}
        </text>
      )}
      {[0, 3, 6, 9, 12, 15, 18, 21, 24].map((hour) => (
        <text
          key={hour}
          className="soft"
          x={left + hour * cell.w}
          y={bars + 22 * u}
          textAnchor="middle"
        >
          {String(hour).padStart(2, '0')}
        </text>
      ))}
      {matrix.cells.map(({ weekday, hour, mean, samples, count }) => (
        <rect
          key={`${weekday} ${hour}`}
          className={mean === null ? 'matrix-gap' : undefined}
          x={left + hour * cell.w + 0.5}
          y={top + weekday * cell.h + 0.5}
          width={Math.max(1, cell.w - 1)}
          height={Math.max(1, cell.h - 1)}
          fill={mean === null ? 'none' : MATRIX_RAMP[classOf(mean)]}
        >
          <title>
            {`${say(WEEKDAYS[weekday] as never)} ${hour}:00  ${formatTenth(mean)} ${say(WORDS.matrixUnit)} (${formatCount(count)} / ${samples})`}
          </title>
        </rect>
      ))}
      {WEEKDAYS.map((name, i) =>
        // Where the rows are lower than letters, every other one is named.
        cell.h < 14 * u && i % 2 === 1 ? null : (
          <text
            key={name.en}
            className="soft"
            x={left - 8 * u}
            y={top + (i + 0.5) * cell.h + 5 * u}
            textAnchor="end"
          >
            {say(name)}
          </text>
        ),
      )}
      {MATRIX_RAMP.map((colour, i) => (
        <g key={colour}>
          <rect
            x={left + i * swatch}
            y={box.height - 32 * u}
            width={swatch}
            height={11 * u}
            fill={colour}
          />
          <text className="soft" x={left + i * swatch} y={box.height - 5 * u} textAnchor="middle">
            {i === 0 ? '0' : String(breaks[i - 1])}
          </text>
        </g>
      ))}
      <text className="soft" x={left + 6 * swatch + 10 * u} y={box.height - 22 * u}>
        {say(WORDS.matrixClass)}
      </text>
      <text className="soft" x={left + 6 * swatch + 10 * u} y={box.height - 5 * u}>
        {say(LEVELS[level])}
      </text>
    </svg>
  )
}
