import { useEffect, useRef } from 'react'
import type { DensityGrid } from '../../domain/density'
import { paintedBreaks } from '../../domain/density-floor'
import type { LngLat } from '../../domain/geo'
import type { HotPlace } from '../../domain/incident-hot-spots'
import { WEEK_MS } from '../../domain/time'
import { areaPhrase } from '../../ui/area-names'
import { UrgencyMark } from '../../ui/glyph'
import { useFlavour, useSay } from '../../ui/lang'
import { formatCount } from '../../ui/numbers'
import { DENSITY_RAMP, type Flavour, TOKENS } from '../../ui/tokens'
import type { InsetProps } from '../topic'
import type { IncidentsData } from './data'
import { lineOf, spotsOf } from './hot-places'
import { type Cut, classesOf, cutPoint, inCut } from './inset'
import './inset.css'
import { WORDS } from './words'

/** Size in CSS px at the design's 1920, drawn twice as fine; what one of them is on the ground. */
const WIDTH_PX = 232
const HEIGHT_PX = 184
const FINER = 2
const METRES_PER_PX = 100
/** An alarm's mark. */
const MARK_PX = 20
const BAR_M = 5_000
/** Near enough that the map itself shows the kernel. */
const LEAST_FACTOR = 2
const GO_ZOOM = 10.5

/** The densest place of the region enlarged: same surface, same classes; the factor and the scale are printed. */
export function Inset({ data, metresPerPx, marks, onGo }: InsetProps<IncidentsData>) {
  const say = useSay()
  const { bulk, areas } = data
  const top = bulk?.top ?? null
  const factor = metresPerPx / METRES_PER_PX
  if (!top || factor < LEAST_FACTOR) return null
  const { grid, areaCode: code } = top
  const window = bulk?.picture?.window
  const where = code === '' ? DENSEST : areaPhrase(areas, code)
  const times = `×${factor.toFixed(1)}`
  const cut = {
    centre: top.position,
    width: WIDTH_PX,
    height: HEIGHT_PX,
    metresPerPx: METRES_PER_PX,
  }
  const burning = inCut(cut, marks, MARK_PX / 2)
  return (
    <button
      type="button"
      className="density-inset"
      title={say(WORDS.insetGo)}
      onClick={() => onGo(top.position, GO_ZOOM)}
    >
      <span className="density-inset-head">
        {say({ zh: `${where.zh} 放大 ${times}`, en: `${where.en} ${times}` })}
        {burning.length > 0 && ` · P1 ${formatCount(burning.length)}`}
      </span>
      <span className="density-inset-cut">
        <Cutting
          grid={grid}
          windowMs={window ? window.to - window.from : WEEK_MS}
          centre={top.position}
          places={spotsOf(data)?.places ?? NO_PLACES}
        />
        {burning.map(({ one, at }) => (
          <span
            key={one.id}
            className="density-inset-mark"
            style={{ left: `${at[0] / 16}rem`, top: `${at[1] / 16}rem` }}
          >
            <UrgencyMark urgency="p1" />
          </span>
        ))}
      </span>
      <span className="density-inset-scale" style={{ width: `${BAR_M / METRES_PER_PX / 16}rem` }}>
        {BAR_M / 1000} km
      </span>
    </button>
  )
}

function Cutting({
  grid,
  windowMs,
  centre: [lng, lat],
  places,
}: {
  grid: DensityGrid
  windowMs: number
  centre: LngLat
  places: readonly HotPlace[]
}) {
  const flavour = useFlavour()
  const canvas = useRef<HTMLCanvasElement>(null)
  const [width, height] = [WIDTH_PX * FINER, HEIGHT_PX * FINER]
  useEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (!context) return
    const cut = { centre: [lng, lat] as const, width, height, metresPerPx: METRES_PER_PX / FINER }
    const image = context.createImageData(width, height)
    classesOf(grid, cut, paintedBreaks(windowMs)).forEach((one, i) => {
      const colour = DENSITY_RAMP[one]
      if (colour) image.data.set([...rgb(colour), 255], 4 * i)
    })
    context.putImageData(image, 0, 0)
    for (const place of places) drawOutline(context, place, cut, flavour)
  }, [grid, windowMs, lng, lat, width, height, places, flavour])
  return <canvas ref={canvas} width={width} height={height} />
}

const NO_PLACES: readonly HotPlace[] = []
/** Where a source names no areas, as files do. */
const DENSEST = { zh: '最密处', en: 'Densest place' }

/** As on the map: on an under-stroke, unbroken, dashed or dotted by confidence; grey where too few to say. */
function drawOutline(
  context: CanvasRenderingContext2D,
  { ring, confidence }: HotPlace,
  cut: Cut,
  flavour: Flavour,
) {
  const tokens = TOKENS[flavour]
  const { widthPx, dash } = lineOf(confidence)
  context.beginPath()
  for (const vertex of ring) context.lineTo(...cutPoint(cut, vertex))
  context.closePath()
  context.lineJoin = 'round'
  context.setLineDash([])
  context.strokeStyle = tokens.labelHalo
  context.lineWidth = FINER * (widthPx + 2)
  context.stroke()
  context.setLineDash((dash ?? []).map((px) => px * FINER))
  context.strokeStyle = confidence === null ? tokens.ink3 : tokens.ink1
  context.lineWidth = FINER * widthPx
  context.stroke()
}

const rgb = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
