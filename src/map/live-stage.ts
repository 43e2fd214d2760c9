import type { Deck, LayerManager } from '@deck.gl/core'
import { MapLibreOverlay } from '@deck.gl/maplibre'
import type { AnimationLoop } from '@luma.gl/engine'
import { LngLat, Map as MapLibre, type MapMouseEvent, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import { FONT_FAMILY } from '../ui/tokens'
import type { Camera } from '../view/view'
import type { PlaceNames } from './basemap/place-labels'
import { basemapStyle } from './basemap/style'
import { drawnRatio, FIT_PADDING, halfStep, MOVE_MS, prefersStillness, sameCamera } from './camera'
import { NO_CLAIMS } from './claims'
import { type LossWatch, watchLosses } from './context-loss'
import { countFrame, noteRung, watchUploads } from './counters'
import { frameLoop, setFrameLoop, wakeFrames } from './endurance/frame-loop'
import type { Ladder, Rung } from './endurance/loss-ladder'
import { pulse } from './endurance/pulse'
import type { Hit, Painted } from './paint'
import { type Pick, pickOver } from './picking'
import { Picture } from './picture'
import { metresPerPx, type Scale, scaleAt } from './scale'
import type { StageProps } from './stage'
import { SymbolLayer } from './symbols'

const REST_MS = 200
const HEALING_LOOK_MS = 600_000

/** The one map and the one deck of the page. Built once; surfaces borrow its element. */
export class LiveStage {
  readonly element = document.createElement('div')
  private readonly map: MapLibre
  private readonly losses: LossWatch
  private overlay: MapLibreOverlay
  private overlaid: { canvas: HTMLCanvasElement; forget: () => void } | null = null
  private props: StageProps
  private pick: Pick
  private zoomStep = Number.NaN
  private hovered: unknown = null
  private hovers = 0
  private isSeeking = false
  private unsought: MapMouseEvent | null = null
  private rest: ReturnType<typeof setTimeout> | undefined
  private afterDraw: (() => void)[] = []
  private hasDrawn = false
  private announced = false
  private scaleNow: Scale = { metres: 0, px: 0 }
  private ladder: Ladder = { rung: 'full', lossesAt: [] }
  private names: PlaceNames | 'asked' | null = null
  private readonly picture = new Picture()

  constructor(props: StageProps) {
    watchUploads()
    noteRung('full')
    setWorkerUrl(workerUrl)
    this.props = props
    this.pick = pickOver(props.hits)
    this.element.className = 'stage-map'
    this.map = new MapLibre({
      container: this.element,
      style: styleOf(props),
      ...(props.camera
        ? { center: [props.camera.lng, props.camera.lat], zoom: props.camera.zoom }
        : { bounds: [...props.extent], fitBoundsOptions: { padding: FIT_PADDING } }),
      minZoom: 3,
      maxZoom: 17,
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      maxPitch: 0,
      rollEnabled: false,
      renderWorldCopies: false,
      fadeDuration: 0,
      // A tile is cut from a file that is at hand; a wall of months need not keep five levels of what it does not show.
      maxTileCacheZoomLevels: 1,
      maxCanvasSize: [8192, 8192],
      canvasContextAttributes: { antialias: false },
      localIdeographFontFamily: FONT_FAMILY,
      locale: { 'Map.Title': props.label },
    })
    this.map.touchZoomRotate.disableRotation()
    this.map.keyboard.disableRotation()
    this.map.on('render', () => {
      countFrame()
      pulse.drawn('basemap')
    })
    this.map.on('move', () => {
      pulse.asked('basemap', performance.now())
      this.step()
    })
    this.map.on('moveend', (event) => this.rested(event))
    // What is kept clear stands still while the world moves under it; at an edge names turn inward.
    this.map.on(
      'moveend',
      () => (this.props.clear || this.picture.claims !== NO_CLAIMS) && this.paint(),
    )
    this.map.on('resize', () => this.resized())
    this.map.on('mousemove', (event) => this.hover(event))
    this.map.on('mouseout', () => this.leave())
    this.map.on('mousedown', (event) => this.grab(event))
    this.map.on('click', (event) => void this.picked(event))
    // A missing file (a region without a basemap) leaves plain ground; the map draws on.
    this.map.on('error', ({ error }) => console.warn('basemap:', error.message))
    this.losses = watchLosses(
      (canvas) => canvas === this.map.getCanvas(),
      () => this.rebuild(),
      (state, losses) => {
        if (state === 'lost') this.lost()
        else pulse.recovered()
        this.props.onLoss?.(state, losses)
      },
    )
    this.losses.watch(this.map.getCanvas())
    this.take()
    this.overlay = this.makeOverlay()
    this.map.addControl(this.overlay)
    this.resized()
    this.step()
  }

  /** Takes what a surface wants to show now. */
  set(props: StageProps): void {
    const before = this.props
    this.props = props
    if (this.rung === 'tables') return
    const isOther = props.flavour !== before.flavour || props.lang !== before.lang
    if (isOther || !props.clear !== !before.clear) this.map.setStyle(styleOf(props))
    if (props.label !== before.label) this.map.getCanvas().setAttribute('aria-label', props.label)
    if (props.magnify !== before.magnify) this.resized()
    if (props.hits !== before.hits) this.pick = this.pickShown()
    if (
      props.painted !== before.painted ||
      props.clear !== before.clear ||
      (isOther && props.clear)
    )
      this.paint()
    // What needs no new picture, or was drawn before somebody asked, is told too.
    if (!this.announced) requestAnimationFrame(() => requestAnimationFrame(() => this.announce()))
    if (props.camera !== before.camera || props.extent.join() !== before.extent.join()) this.move()
    this.step()
  }

  /** After the element has found a new place. */
  attached(): void {
    this.announced = false
    // Whoever borrows it now has not been told the zoom.
    this.zoomStep = Number.NaN
    this.map.resize()
    this.map.triggerRepaint()
  }

  /** The scale bar's length; the same object as long as it reads the same. */
  readonly scale = (): Scale => this.scaleNow

  readonly onScale = (listener: () => void): (() => void) => {
    this.map.on('move', listener)
    return () => void this.map.off('move', listener)
  }

  /** Where a place stands in the picture, px from its top left as the surface sees it; also outside the picture. */
  readonly project = (lng: number, lat: number): readonly [number, number] => {
    const { x, y } = this.map.project([lng, lat])
    const { magnify = 1 } = this.props
    return [x * magnify, y * magnify]
  }

  private announce(): void {
    const { onReady, painted } = this.props
    if (this.announced || !this.hasDrawn || !onReady || !painted.length) return
    this.announced = true
    onReady()
  }

  private makeOverlay(): MapLibreOverlay {
    const overlay: MapLibreOverlay = new MapLibreOverlay({
      interleaved: false,
      layers: this.picture.layers(),
      useDevicePixels: this.ratio() as unknown as boolean,
      deviceProps: { webgl: { antialias: false } },
      onDeviceInitialized: (device) => {
        const surface = device.getDefaultCanvasContext()
        const { canvas } = surface
        if (!(canvas instanceof HTMLCanvasElement)) return
        // luma.gl watches the screen's resolution for a canvas until it is told not to, and deck.gl does not tell it.
        this.overlaid = { canvas, forget: () => surface.destroy() }
        this.losses.watch(canvas)
      },
      // deck.gl makes its canvas a tab stop without a name; keys are for the map's canvas under it.
      onLoad: () => {
        this.overlaid?.canvas.setAttribute('tabindex', '-1')
        spareFrames(overlay)
      },
      onBeforeRender: () => pulse.asked('data', performance.now()),
      onAfterRender: () => {
        countFrame()
        pulse.drawn('data')
        this.hasDrawn = true
        this.announce()
        for (const done of this.afterDraw.splice(0)) done()
      },
      onError: (error) => console.error('overlay:', error.message),
    })
    return overlay
  }

  private paint(): void {
    // deck.gl draws whenever it is told anything at all.
    if (!this.take()) return
    this.overlay.setProps({ layers: this.picture.layers() })
    if (deckOf(this.overlay)?.needsRedraw()) pulse.asked('data', performance.now())
    wakeFrames()
  }

  /** False where the picture stays the same. */
  private take(): boolean {
    const { painted, clear } = this.props
    const { clientWidth: width, clientHeight: height } = this.element
    const { claims } = this.picture
    const isOther = this.picture.take(clear ? [...painted, ...this.placeNames()] : painted, {
      camera: this.camera(),
      width,
      height,
      clear,
    })
    if (claims !== this.picture.claims) this.pick = this.pickShown()
    return isOther
  }

  /** The basemap's names, where the stage places them; asked for when they are first needed. */
  private placeNames(): readonly Painted[] {
    if (!this.names) {
      this.names = 'asked'
      const told = import('./basemap/place-labels').then((part) => part.openPlaces(basemapUrl()))
      told.then(
        (names) => {
          this.names = names
          this.paint()
        },
        (error) => console.warn('basemap:', error),
      )
    }
    if (this.names === 'asked') return []
    const { flavour, lang } = this.props
    const data = this.names(this.map.getZoom(), flavour, lang)
    const id = 'basemap-places'
    const layer = new SymbolLayer({ id, data })
    return [{ id, topic: 'basemap', band: 'point', drawn: data.length, layer }]
  }

  /** Resolves when the overlay has drawn its layers. */
  private drawn(): Promise<void> {
    return new Promise((resolve) => this.afterDraw.push(resolve))
  }

  private async rebuild(): Promise<void> {
    const before = this.overlaid
    try {
      this.map.removeControl(this.overlay)
    } catch (error) {
      // Taking a dead context apart may fail; its successor does not depend on it.
      console.warn('overlay:', error)
    }
    if (before) {
      before.forget()
      this.losses.retire(before.canvas)
    }
    this.overlay = this.makeOverlay()
    this.map.addControl(this.overlay)
    // The basemap loads its style anew, long after its context is back.
    await Promise.all([this.drawn(), this.map.loaded() || this.map.once('idle')])
  }

  private ratio(): number {
    const { clientWidth, clientHeight } = this.element
    const ratio = drawnRatio(clientWidth, clientHeight, devicePixelRatio, this.props.magnify)
    return this.ladder.rung === 'full' ? ratio : ratio / 2
  }

  private lost(): void {
    pulse.lost(performance.now())
    const { endures } = this.props
    if (endures) this.stand(endures.afterLoss(this.ladder, performance.now()))
  }

  /** Takes a rung of the ladder. */
  private stand(ladder: Ladder): void {
    const { rung } = this.ladder
    this.ladder = ladder
    if (ladder.rung === rung) return
    noteRung(ladder.rung)
    if (ladder.rung === 'tables') {
      this.remove()
      this.props.onUnavailable?.()
      return
    }
    this.resized()
    if (ladder.rung === 'coarse') this.awaitHealing()
  }

  private awaitHealing(): void {
    setTimeout(() => {
      this.stand(this.props.endures?.healed(this.ladder, performance.now()) ?? this.ladder)
      if (this.ladder.rung === 'coarse') this.awaitHealing()
    }, HEALING_LOOK_MS)
  }

  get rung(): Rung {
    return this.ladder.rung
  }

  /** The end: nothing is drawn any more, and nothing is owed. */
  private remove(): void {
    try {
      this.map.remove()
      this.overlaid?.forget()
    } catch (error) {
      // Taking a dead context apart may fail; nothing depends on it any more.
      console.warn('map:', error)
    }
    this.element.remove()
    pulse.recovered()
  }

  private resized(): void {
    const ratio = this.ratio()
    if (this.map.getPixelRatio() !== ratio) {
      this.map.setPixelRatio(ratio)
      this.overlay.setProps({ useDevicePixels: ratio as unknown as boolean })
    }
    if (!this.props.camera) this.move()
  }

  private move(): void {
    const { camera, extent } = this.props
    const target = camera ?? this.fitted(extent)
    if (!target || sameCamera(target, this.camera())) return
    this.map.easeTo({
      center: [target.lng, target.lat],
      zoom: target.zoom,
      duration: camera && !prefersStillness() ? MOVE_MS : 0,
    })
  }

  private fitted(extent: StageProps['extent']): Camera | null {
    const { center, zoom } = this.map.cameraForBounds([...extent], { padding: FIT_PADDING }) ?? {}
    if (!center || zoom === undefined) return null
    const { lng, lat } = LngLat.convert(center)
    return { lng, lat, zoom }
  }

  camera(): Camera {
    const { lng, lat } = this.map.getCenter()
    return { lng, lat, zoom: this.map.getZoom() }
  }

  private step(): void {
    const scale = scaleAt(this.map.getCenter().lat, this.map.getZoom())
    if (scale.metres !== this.scaleNow.metres || scale.px !== this.scaleNow.px)
      this.scaleNow = scale
    const step = halfStep(this.map.getZoom())
    if (step === this.zoomStep) return
    this.zoomStep = step
    this.paint()
    this.props.onZoomStep?.(step)
  }

  private rested(event: object): void {
    // Only what a person did has an event of theirs behind it; fits, resizes and our own moves have none.
    if (!('originalEvent' in event && event.originalEvent)) return
    clearTimeout(this.rest)
    this.rest = setTimeout(() => {
      const { camera } = this.props
      if (!camera || !sameCamera(camera, this.camera())) this.props.onCamera?.(this.camera())
    }, REST_MS)
  }

  /** What has given way is not found either. */
  private pickShown(): Pick {
    const { gone } = this.picture.claims
    const { hits } = this.props
    return pickOver(
      gone.size > 0 ? hits.filter(({ topic, id }) => !gone.get(topic)?.has(id)) : hits,
    )
  }

  private at({ lngLat }: MapMouseEvent) {
    return this.pick(lngLat.lng, lngLat.lat, this.map.getZoom())
  }

  /** Takes hold of what may be dragged, until the button is let go wherever that is. */
  private grab(event: MapMouseEvent): void {
    const hit = this.at(event)
    if (!hit || !this.props.canDrag?.(hit)) return
    event.preventDefault()
    const drag = ({ lngLat: { lng, lat } }: MapMouseEvent) => this.props.onDrag?.(hit, [lng, lat])
    this.map.on('mousemove', drag)
    window.addEventListener('mouseup', () => this.map.off('mousemove', drag), { once: true })
  }

  private async picked(event: MapMouseEvent): Promise<void> {
    const hit = this.at(event)
    // Without masses to ask about nobody waits.
    this.props.onPick?.(hit || !this.props.seek ? hit : await this.sought(event))
  }

  private async sought({ lngLat: { lng, lat } }: MapMouseEvent): Promise<Hit | null> {
    try {
      return (await this.props.seek?.([lng, lat], metresPerPx(lat, this.map.getZoom()))) ?? null
    } catch (error) {
      console.warn('seek:', error)
      return null
    }
  }

  private hover(event: MapMouseEvent): void {
    this.hovers++
    const hit = this.at(event)
    this.tellHover(hit, event)
    if (hit || !this.props.seek) return
    this.unsought = event
    if (!this.isSeeking) void this.seekOn()
  }

  /** One question at a time, the newest: a pointer moves faster than a worker answers. */
  private async seekOn(): Promise<void> {
    this.isSeeking = true
    while (this.unsought) {
      const event = this.unsought
      this.unsought = null
      const asked = this.hovers
      const found = await this.sought(event)
      if (found && asked === this.hovers) this.tellHover(found, event)
    }
    this.isSeeking = false
  }

  private tellHover(hit: Hit | null, event: MapMouseEvent): void {
    if (!hit && !this.hovered) return
    this.hovered = hit
    this.map.getCanvas().style.cursor = hit ? 'pointer' : ''
    const { magnify = 1 } = this.props
    this.props.onHover?.(hit, [event.point.x * magnify, event.point.y * magnify])
  }

  private leave(): void {
    this.hovers++
    this.unsought = null
    if (!this.hovered) return
    this.hovered = null
    this.props.onHover?.(null, [0, 0])
  }
}

/** The overlay keeps its deck to itself; whether it has something to draw is asked of the deck. */
function deckOf(overlay: MapLibreOverlay): Deck | undefined {
  return (overlay as unknown as { _deck?: Deck })._deck
}

/** What a deck keeps to itself. */
interface DeckParts {
  readonly animationLoop?: AnimationLoop
  readonly layerManager?: LayerManager
}

function spareFrames(overlay: MapLibreOverlay): void {
  const deck = deckOf(overlay)
  const { animationLoop, layerManager } = (deck ?? {}) as unknown as DeckParts
  const animationFrameProvider = frameLoop(() =>
    Boolean(deck?.needsRedraw() || layerManager?.needsUpdate()),
  )
  animationLoop?.setProps({ animationFrameProvider })
  setFrameLoop(animationFrameProvider)
}

/** Where the stage places the names, the basemap has none. */
function styleOf({ flavour, lang, clear }: StageProps) {
  const style = basemapStyle(flavour, lang, basemapUrl())
  return clear ? { ...style, layers: style.layers.filter(({ type }) => type !== 'symbol') } : style
}

function basemapUrl(): string {
  return new URL(`${import.meta.env.BASE_URL}basemap/`, document.baseURI).href
}
