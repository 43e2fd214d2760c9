import { useEffect, useMemo, useState } from 'react'
import { QUALITIES, type Quality } from '../../domain/quality'
import { TOPICS } from '../../topics'
import type { Inputs } from '../../topics/topic'
import { areaNames } from '../../ui/area-names'
import { Glyph, UrgencyMark } from '../../ui/glyph'
import { GLYPHS } from '../../ui/glyphs'
import { Button, Empty, ErrorNote, Figure, Kbd, Skeleton, Switch, ToggleGroup } from '../../ui/kit'
import { MannerProvider, useLang, useSay } from '../../ui/lang'
import { type Flavour, URGENCIES } from '../../ui/tokens'
import { HTML_LANG, type Lang } from '../../ui/words'
import { SPANS, type Span, windowOf } from '../../view/view'
import { QUALITY_NAME } from '../feed-words'
import { PageHead } from '../page-head'
import { PanelBoundary } from '../panel-boundary'
import '../page.css'
import './gallery.css'
import { readingsOf, type Samples } from './samples'
import { WORDS } from './words'

const MANNERS: readonly (readonly [Lang, Flavour])[] = [
  ['zh', 'night'],
  ['en', 'night'],
  ['zh', 'day'],
  ['en', 'day'],
]

interface Props {
  readonly samples: Samples
  readonly onBack: () => void
}

/** For those who build it: every panel in every scenario, language and flavour, and the kit. Development only. */
export function Gallery({ samples, onBack }: Props) {
  const say = useSay()
  const [scenario, setScenario] = useState(samples.scenarios[0] ?? '')
  const [quality, setQuality] = useState<Quality>('live')
  const [span, setSpan] = useState<Span>('7d')
  const inputs = useInputs(samples, scenario, quality, span)
  return (
    <main className="page gallery">
      <PageHead title={say(WORDS.gallery)} mocked onBack={onBack} />
      <div className="gallery-choices">
        <ToggleGroup
          label={say(WORDS.scenario)}
          value={scenario}
          choices={samples.scenarios.map((value) => ({ value, label: value }))}
          onChange={setScenario}
        />
        <ToggleGroup
          label={say(WORDS.quality)}
          value={quality}
          choices={QUALITIES.map((value) => ({ value, label: say(QUALITY_NAME[value]) }))}
          onChange={setQuality}
        />
        <ToggleGroup
          label={say(WORDS.window)}
          value={span}
          choices={SPANS.map((value) => ({ value, label: value }))}
          onChange={setSpan}
        />
      </div>
      <div className="gallery-columns">
        {MANNERS.map(([lang, flavour]) => (
          <div key={`${lang}-${flavour}`} data-flavour={flavour} lang={HTML_LANG[lang]}>
            <MannerProvider lang={lang} flavour={flavour}>
              {inputs ? <Panels inputs={inputs} /> : <Skeleton>{say(WORDS.making)}</Skeleton>}
              <Kit />
            </MannerProvider>
          </div>
        ))}
      </div>
    </main>
  )
}

function useInputs(
  samples: Samples,
  scenario: string,
  quality: Quality,
  span: Span,
): Inputs | null {
  const [made, setMade] = useState<{
    readonly scenario: string
    readonly answers: Awaited<ReturnType<Samples['answersOf']>>
  } | null>(null)
  useEffect(() => {
    let dropped = false
    void samples.answersOf(scenario).then((answers) => dropped || setMade({ scenario, answers }))
    return () => {
      dropped = true
    }
  }, [samples, scenario])
  return useMemo(() => {
    if (made?.scenario !== scenario) return null
    const readings = readingsOf(made.answers, quality)
    const meta = readings.meta.snapshot?.items[0]
    if (!meta) return null
    const { extent: region } = meta.region
    const areas = areaNames(meta.areas)
    return { readings, now: samples.at, window: windowOf(span, samples.at), region, areas }
  }, [made, samples, scenario, quality, span])
}

/** Without bulk data: the history lives behind a server, and a panel must be able to wait for it. */
function Panels({ inputs }: { readonly inputs: Inputs }) {
  const say = useSay()
  const lang = useLang()
  return TOPICS.map((topic) => (
    <section key={topic.id}>
      <h2>{say(topic.name)}</h2>
      <PanelBoundary lang={lang} key={inputs.now}>
        <topic.Panel data={topic.derive(inputs, null)} inputs={inputs} />
      </PanelBoundary>
    </section>
  ))
}

function Kit() {
  const say = useSay()
  const [isOn, setOn] = useState(true)
  return (
    <section>
      <h2>{say(WORDS.kit)}</h2>
      <p className="gallery-row">
        <Switch pressed={isOn} label={say(WORDS.example)} onClick={() => setOn(!isOn)} />
        <Button onClick={() => setOn(!isOn)}>{say(WORDS.example)}</Button>
        <Button disabled>{say(WORDS.example)}</Button>
        <Kbd>T</Kbd>
        {URGENCIES.map((urgency) => (
          <UrgencyMark key={urgency} urgency={urgency} />
        ))}
        {URGENCIES.map((urgency) => (
          <UrgencyMark key={urgency} urgency={urgency} hollow />
        ))}
      </p>
      <p className="gallery-row">
        {QUALITIES.map((one) => (
          <span key={one} className="quality">
            <i className="quality-box" data-quality={one} />
            {say(QUALITY_NAME[one])}
          </span>
        ))}
      </p>
      <p className="gallery-row">
        {GLYPHS.map((name) => (
          <span key={name} title={name}>
            <Glyph name={name} size={1.5} />
          </span>
        ))}
      </p>
      <Figure label={say(WORDS.example)} value="98.0 %" note={WORDS.counts} />
      <Skeleton>{say(WORDS.making)}</Skeleton>
      <Empty title={say(WORDS.example)} why={say(WORDS.why)} />
      <ErrorNote what={say(WORDS.example)} todo={say(WORDS.todo)} />
    </section>
  )
}
