import { type CSSProperties, useEffect, useState } from 'react'
import { FEED_IDS } from '../../api/feeds'
import type { WallProfile } from '../../domain/wall-profile'
import type { Urgent } from '../../topics/topic'
import { useFlavour, useLang, useSay } from '../../ui/lang'
import { URGENCIES, type Urgency } from '../../ui/tokens'
import type { View } from '../../view/view'
import type { SceneLayout, ScriptFault } from '../../view/wall-script'
import { countOf } from '../attention'
import { Banner } from './banner'
import { ClockPanel } from './clock-panel'
import { Figures } from './figures'
import { Legend, RingLegend } from './legend'
import { MapPart } from './map-part'
import { Notices, Stamp } from './notices'
import { ScriptFaultNote } from './script-fault'
import { TakeOver } from './take-over'
import { usePlan } from './use-plan'
import { type Situation, useSituation } from './use-situation'
import './wall.css'
import './banner.css'
import './panels.css'
import './take-over.css'
import { REFUSAL, WORDS } from './words'

interface Props {
  readonly width: number
  readonly height: number
  readonly profile: WallProfile
  readonly view: View
  readonly layout: SceneLayout
  readonly figures: readonly string[]
  readonly mocked: boolean
  /** Occurrences of the alarms that hold the wall; none: the scene is shown. */
  readonly heldBy: readonly string[]
  /** Told whenever it changes, the first time too: what waits for an answer. */
  readonly onUrgent: (urgent: readonly Urgent[]) => void
  /** What is wrong with a newer script; null: nothing. */
  readonly faults: readonly ScriptFault[]
}

/** One scene of the wall, or the alarms that took it over, at any size. */
export function Picture({ width, height, profile, view, faults, mocked, ...props }: Props) {
  const { figures, heldBy, onUrgent } = props
  const say = useSay()
  const lang = useLang()
  const flavour = useFlavour()
  const [zoom, setZoom] = useState(6)
  const [noWebgl, setNoWebgl] = useState(false)
  const [isLost, setLost] = useState(false)
  const situation = useSituation({
    view,
    scene: { zoom, flavour, lang, isGlance: true },
    heldBy,
    onUrgent,
  })
  const { meta, topics, held, focus, urgent, attention, shown, now } = situation
  const isMapless = noWebgl || (props.layout === 'figures' && held.length === 0)
  const isBare = props.layout === 'map' && held.length === 0
  const plan = isMapless ? 'figures' : isBare ? 'map' : null
  const shows = (id: string) => shown.some(({ topic }) => topic.id === id)
  const { type, layout, magnify } = usePlan(profile, width, height, plan, faults.length > 0)

  const hasAnswer = now > 0
  useEffect(() => {
    if (noWebgl && hasAnswer) document.documentElement.dataset.ready = ''
  }, [noWebgl, hasAnswer])

  if (typeof layout === 'string') {
    return (
      <div className="wall-face wall-refusal" style={{ width, height }}>
        <h1>{say(WORDS.noRoom)}</h1>
        <p>{say(REFUSAL[layout])}</p>
      </div>
    )
  }

  const { body, critical, least } = type
  const provenance = meta?.provenance ?? (mocked ? 'simulated' : null)
  const stamp = <Stamp provenance={provenance} />
  const notices = <Notices isLost={isLost} noWebgl={noWebgl} />
  const named = meta ? { zh: meta.region.name, en: meta.region.nameEn } : WORDS.guizhou
  return (
    <div
      className="wall-face"
      data-take-over={held.length}
      style={
        {
          width,
          height,
          '--u': `${body}px`,
          '--critical': `${critical}px`,
          '--least': `${least}px`,
          '--foot': `${layout.foot.width / magnify}px`,
        } as CSSProperties
      }
    >
      <MapPart
        situation={situation}
        layout={layout}
        size={{ width, height }}
        displays={profile.displays}
        magnify={magnify}
        camera={view.camera}
        isShown={!isMapless}
        zoom={zoom}
        isTold={faults.length > 0}
        onZoomStep={setZoom}
        onLost={setLost}
        onUnavailable={() => setNoWebgl(true)}
      />
      {focus ? (
        <TakeOver
          situation={situation}
          focus={focus}
          layout={layout}
          type={type}
          notices={notices}
          stamp={stamp}
        />
      ) : (
        <>
          <Banner
            slots={layout.sceneBanner}
            region={say(named)}
            counts={countsOf(situation)}
            isBlind={hasAnswer && isBlind(situation)}
            unanswered={urgent.length}
            first={attention[0] ?? null}
            type={type}
            now={now}
            notices={notices}
            stamp={stamp}
          />
          {!isMapless && shows('incidents') && (
            <Legend
              box={layout.legend}
              span={view.span}
              windowMs={situation.window.to - situation.window.from}
            />
          )}
          {!isMapless && !shows('incidents') && shows('crowds') && (
            <RingLegend box={layout.legend} />
          )}
          <Figures topics={topics} ids={figures} boxes={layout.tiles} body={body} />
        </>
      )}
      {faults.length > 0 && <ScriptFaultNote faults={faults} box={layout.notice} />}
      <ClockPanel box={layout.clock} />
    </div>
  )
}

/** By urgency; null where nobody knows. */
function countsOf({ attention, now }: Situation): Record<Urgency, number | null> {
  const counts = URGENCIES.map((urgency) => [
    urgency,
    now > 0 ? countOf(attention.filter((one) => one.urgency === urgency)) : null,
  ])
  return Object.fromEntries(counts) as Record<Urgency, number | null>
}

/** Whether what is counted is a lower bound. */
function isBlind({ whole, readings }: Situation): boolean {
  const counted = whole ? (['alarms'] as const) : FEED_IDS
  return counted.some((id) => ['stale', 'lost'].includes(readings[id].quality))
}
