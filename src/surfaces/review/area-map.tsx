import { type KeyboardEvent, useRef } from 'react'
import PREFECTURES from '../../map/basemap/prefectures.json'
import { useLang, useSay } from '../../ui/lang'
import { apart } from './area-labels'
import { useBox } from './box'
import type { Figure } from './figure'
import { arrowOf } from './told'
import { WORDS } from './words'

const PAPER = { widthMm: 92, heightMm: 50 }

interface Props {
  readonly figures: ReadonlyMap<string, Figure>
  readonly area: string
  readonly region: string
  readonly nameOf: (code: string) => string
  readonly onArea: (area: string) => void
}

export const stateOf = (figure: Figure | undefined) => figure?.change?.verdict ?? 'unknown'

/** The prefectures, told apart by what changed beyond chance. One Tab stop: arrows walk, Enter picks, again lets go. */
export function AreaMap({ figures, area, region, nameOf, onArea }: Props) {
  const say = useSay()
  const lang = useLang()
  const svg = useRef<SVGSVGElement>(null)
  const [ref, box] = useBox(PAPER)
  const picked = `${area.slice(0, 4)}00`
  const codes = PREFECTURES.shapes.map(({ code }) => code)
  const stop = Math.max(0, codes.indexOf(picked))
  function walk(event: KeyboardEvent<SVGSVGElement>) {
    const nodes = [...(svg.current?.querySelectorAll<SVGGElement>('[data-area]') ?? [])]
    const at = nodes.indexOf(document.activeElement as SVGGElement)
    if (at < 0) return
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
    if (step) nodes[(at + step + nodes.length) % nodes.length]?.focus()
    else if (event.key === 'Enter' || event.key === ' ') toggle(codes[at] as string)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const toggle = (code: string) => onArea(code === picked ? region : code)
  // The picked one last, so that its edge lies over its neighbours'.
  const order = [...PREFECTURES.shapes].sort(
    (a, b) => Number(a.code === picked) - Number(b.code === picked),
  )
  // Letters of one size on the screen, whatever the drawing is scaled to.
  const scale = box
    ? Math.min(
        box.width / (PREFECTURES.width + 40),
        (box.height - 28 * box.unit) / (PREFECTURES.height + 40),
      )
    : 0.3
  const letters = (14 * (box?.unit ?? 1)) / Math.max(0.05, scale)
  const labels = PREFECTURES.shapes.map(({ code, centre: [x = 0, y = 0] }) => {
    const arrow = arrowOf(figures.get(code)?.change ?? null)
    return { code, x, y, text: arrow === '—' ? nameOf(code) : `${nameOf(code)} ${arrow}` }
  })
  const tally = (verdict: string) =>
    codes.filter((code) => stateOf(figures.get(code)) === verdict).length
  return (
    <div ref={ref} className="area-map">
      <svg
        ref={svg}
        viewBox={`-20 -20 ${PREFECTURES.width + 40} ${PREFECTURES.height + 40}`}
        role="group"
        aria-label={say(WORDS.map)}
        onKeyDown={walk}
      >
        {order.map(({ code, path }) => {
          const figure = figures.get(code)
          return (
            <g
              key={code}
              className="area"
              data-area={code}
              data-state={stateOf(figure)}
              data-picked={code === picked}
              role="button"
              aria-pressed={code === picked}
              tabIndex={codes.indexOf(code) === stop ? 0 : -1}
              aria-label={`${nameOf(code)} ${say(STATE_WORDS[stateOf(figure)])}`}
              onClick={() => toggle(code)}
            >
              <path d={path} />
            </g>
          )
        })}
        {apart(labels, letters, PREFECTURES.width).map(({ code, text, x, y }) => (
          <text
            key={code}
            className="area-name"
            data-state={stateOf(figures.get(code))}
            x={x}
            y={y + letters * 0.35}
            textAnchor="middle"
            style={{ fontSize: letters }}
          >
            {text}
          </text>
        ))}
      </svg>
      <ul className="area-legend" lang={lang === 'zh' ? 'zh-CN' : 'en'}>
        {(['usual', 'up', 'down', 'unknown'] as const).map((verdict) => (
          <li key={verdict} data-state={verdict}>
            <svg viewBox="0 0 16 12" aria-hidden="true">
              <rect x={0.5} y={0.5} width={15} height={11} />
            </svg>
            {say(STATE_WORDS[verdict])} {tally(verdict)}
          </li>
        ))}
      </ul>
    </div>
  )
}

export const STATE_WORDS = {
  usual: WORDS.usualShort,
  up: WORDS.signalUp,
  down: WORDS.signalDown,
  unknown: WORDS.unknownShort,
} as const
