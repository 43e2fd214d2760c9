import { FONT_FAMILY } from '../../ui/tokens'

/** What a picture says about itself: nobody may be handed a chart without these. */
export interface Caption {
  readonly title: string
  readonly note: string
  /** Legend, sources, cut-off: a line each. */
  readonly lines: readonly string[]
  /** Seat, role and time. */
  readonly watermark: string
}

const COPIED = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'vector-effect',
  'paint-order',
  'opacity',
  'font-size',
  'font-weight',
  'text-anchor',
  'visibility',
] as const

const MARGIN = 24
const HEAD = 72
const LINE = 22
const LINE_FONT = `14px ${FONT_FAMILY}`

/**
 * The drawings of a panel with title, legend, ages and sources as a PNG. Each drawing is copied with its computed looks as
 * plain attributes, read back as an image from a data: URL, which `img-src 'self' data:` allows, and put where it stands
 * in the panel. No style element, no foreign object: neither would pass, and the canvas stays clean.
 */
export async function pictureOf(panel: HTMLElement, caption: Caption): Promise<Blob | null> {
  const copy = copyForPaper(panel)
  try {
    return await drawn(copy, caption)
  } finally {
    copy.remove()
  }
}

/**
 * The panel as it is now, out of sight and in the colours of paper: nobody at night is flashed at, and what is drawn anew while
 * its parts are read back is not in the picture by half.
 */
function copyForPaper(panel: HTMLElement): HTMLElement {
  const { width, height } = panel.getBoundingClientRect()
  const copy = panel.cloneNode(true) as HTMLElement
  copy.dataset.leaving = ''
  copy.dataset.flavour = 'print'
  delete copy.dataset.chart
  copy.inert = true
  Object.assign(copy.style, {
    position: 'fixed',
    insetInlineStart: '-99999px',
    width: `${width}px`,
    height: `${height}px`,
  })
  panel.after(copy)
  return copy
}

async function drawn(panel: HTMLElement, caption: Caption): Promise<Blob | null> {
  const body = panel.querySelector<HTMLElement>('.review-panel-body') ?? panel
  const frame = body.getBoundingClientRect()
  const looks = getComputedStyle(panel)
  const ink = looks.getPropertyValue('--ink1').trim() || '#14181D'
  const soft = looks.getPropertyValue('--ink2').trim() || ink
  const scale = Math.max(1, Math.min(2, 2_400 / frame.width))
  const canvas = document.createElement('canvas')
  const measuring = canvas.getContext('2d')
  if (!measuring || frame.width === 0) return null
  measuring.font = LINE_FONT
  const lines = caption.lines.flatMap((line) =>
    wrapped(line, (text) => measuring.measureText(text).width <= frame.width),
  )
  const height = HEAD + frame.height + MARGIN + (lines.length + 1) * LINE + MARGIN
  canvas.width = Math.ceil((frame.width + 2 * MARGIN) * scale)
  canvas.height = Math.ceil(height * scale)
  const pen = canvas.getContext('2d')
  if (!pen) return null
  pen.scale(scale, scale)
  pen.fillStyle = looks.getPropertyValue('--panel').trim() || '#FFFFFF'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.fillStyle = ink
  pen.font = `600 18px ${FONT_FAMILY}`
  pen.fillText(caption.title, MARGIN, 34)
  pen.fillStyle = soft
  pen.font = `14px ${FONT_FAMILY}`
  pen.fillText(caption.note, MARGIN, 56)
  for (const svg of body.querySelectorAll('svg')) {
    const box = svg.getBoundingClientRect()
    if (box.width === 0) continue
    const image = await imageOf(svg, box)
    if (image)
      pen.drawImage(
        image,
        MARGIN + box.left - frame.left,
        HEAD + box.top - frame.top,
        box.width,
        box.height,
      )
  }
  writeWords(body, pen, frame)
  pen.font = LINE_FONT
  pen.fillStyle = soft
  lines.forEach((line, i) => {
    pen.fillText(line, MARGIN, HEAD + frame.height + MARGIN + (i + 1) * LINE)
  })
  pen.textAlign = 'right'
  pen.fillText(caption.watermark, frame.width + MARGIN, height - MARGIN / 2)
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'))
}

/** A line in as many as fit, broken between words and between Chinese characters. */
export function wrapped(text: string, fits: (text: string) => boolean): readonly string[] {
  const pieces =
    text.match(/[\u3000-\u9fff\uff00-\uffef]|[^\s\u3000-\u9fff\uff00-\uffef]+|\s+/g) ?? []
  const lines: string[] = []
  let line = ''
  for (const piece of pieces) {
    if (line && !fits(`${line}${piece}`.trimEnd())) {
      lines.push(line.trimEnd())
      line = piece.trimStart()
    } else line += piece
  }
  return [...lines, line.trimEnd()]
}

function imageOf(svg: SVGSVGElement, box: DOMRect): Promise<HTMLImageElement | null> {
  const copy = svg.cloneNode(true) as SVGSVGElement
  copyLooks(svg, copy)
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  copy.setAttribute('width', String(box.width))
  copy.setAttribute('height', String(box.height))
  const text = new XMLSerializer().serializeToString(copy)
  return new Promise((resolve) => {
    const image = new Image()
    image.onload = () => resolve(image)
    image.onerror = () => resolve(null)
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`
  })
}

/** Looks that a style sheet gives stay behind when an element leaves its page: they go along as attributes. */
function copyLooks(from: Element, to: Element) {
  const looks = getComputedStyle(from)
  for (const name of COPIED) {
    const value = looks.getPropertyValue(name)
    if (value) to.setAttribute(name, value)
  }
  if (from instanceof SVGTextElement) to.setAttribute('font-family', FONT_FAMILY)
  to.removeAttribute('class')
  to.removeAttribute('style')
  for (let i = 0; i < from.children.length; i++)
    copyLooks(from.children[i] as Element, to.children[i] as Element)
}

/** Words that stand beside the drawings as text of the page. */
function writeWords(body: HTMLElement, pen: CanvasRenderingContext2D, frame: DOMRect) {
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const holder = node.parentElement
    if (!holder || holder.closest('svg, select, option, input, .effect-form')) continue
    const looks = getComputedStyle(holder)
    pen.font = `${looks.fontWeight} ${looks.fontSize} ${FONT_FAMILY}`
    pen.fillStyle = looks.color
    for (const { words, box } of linesOf(node, range)) {
      if (!words || box.width === 0 || box.bottom > frame.bottom + 4) continue
      const baseline = box.top - frame.top + box.height * 0.74
      pen.fillText(words, MARGIN + box.left - frame.left, HEAD + baseline, box.width + 2)
    }
  }
}

/** A text as the page has broken it. */
function linesOf(node: Node, range: Range) {
  const text = node.textContent ?? ''
  const boxOf = (from: number, to: number) => {
    range.setStart(node, from)
    range.setEnd(node, to)
    return range.getBoundingClientRect()
  }
  const whole = boxOf(0, text.length)
  if (range.getClientRects().length < 2) return [{ words: text.trim(), box: whole }]
  const starts = [0]
  for (let i = 1; i < text.length; i++) {
    const [before, here] = [boxOf(i - 1, i), boxOf(i, i + 1)]
    if (before.width > 0 && here.width > 0 && here.top > before.bottom - before.height / 2)
      starts.push(i)
  }
  return starts.map((from, i) => {
    const to = starts[i + 1] ?? text.length
    return { words: text.slice(from, to).trim(), box: boxOf(from, to) }
  })
}

/** Hands a picture to the person as a file. */
export function saveBlob(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
