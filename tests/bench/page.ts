import { adviceCover } from './advice-cover'
import { PASSES, type Row } from './bench'
import { chartUpdate } from './chart-update'
import { densityBrush } from './density-brush'
import { densityInsert } from './density-insert'
import { densityRebuild } from './density-rebuild'
import { giStar } from './gi-star'
import { historyDecode } from './history-decode'
import { hover } from './hover'
import { idlenessSegments } from './idleness-segments'
import { pollParse } from './poll-parse'
import { unitsGlide } from './units-glide'

declare global {
  interface Window {
    bench: (id: string, smoke: boolean, fewer: number | null) => Promise<Row[]>
  }
}

/** What draws here. A time without it says nothing. */
function rendererName(): string {
  const gl = document.createElement('canvas').getContext('webgl2')
  const info = gl?.getExtension('WEBGL_debug_renderer_info')
  const name = gl && info ? String(gl.getParameter(info.UNMASKED_RENDERER_WEBGL)) : null
  gl?.getExtension('WEBGL_lose_context')?.loseContext()
  if (!name) throw new Error('no WebGL 2 here')
  return /swiftshader|llvmpipe|software/i.test(name) ? `software GL (${name})` : name
}

const renderer = rendererName()

window.bench = (id, smoke, fewer) => {
  const passes = fewer ?? (smoke ? 3 : PASSES)
  if (id === 'density-rebuild') return densityRebuild(smoke ? 100_000 : 1_000_000, passes, renderer)
  if (id === 'density-brush') return densityBrush(smoke ? 50_000 : 1_000_000, passes, renderer)
  if (id === 'density-insert') return densityInsert(smoke ? 100_000 : 5_000_000, passes, renderer)
  if (id === 'history-decode') return historyDecode(smoke ? 50_000 : 1_000_000, passes, renderer)
  if (id === 'hover') return hover(smoke ? 20_000 : 1_000_000, passes, renderer)
  if (id === 'poll-parse') return pollParse(smoke, passes, renderer)
  if (id === 'coverage') return idlenessSegments(smoke ? 5_000 : 50_000, passes, renderer)
  if (id === 'allocation') return adviceCover(smoke ? 10_000 : 100_000, passes, renderer)
  if (id === 'gi-star') return giStar(smoke ? 300 : 1_000, passes, renderer)
  if (id === 'units-glide') return unitsGlide(smoke ? 5_000 : 50_000, passes, renderer)
  if (id === 'chart-update') return chartUpdate(smoke ? 4_000 : 10_000, passes, renderer)
  throw new Error(`no bench called ${id}`)
}
