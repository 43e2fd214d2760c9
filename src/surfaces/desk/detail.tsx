import { type ReactNode, Suspense, useState } from 'react'
import { agoPhrase, formatStamp } from '../../ui/clock'
import { UrgencyMark } from '../../ui/glyph'
import { KeysWait } from '../../ui/keys'
import { Button, Empty } from '../../ui/kit'
import { useLang, useSay } from '../../ui/lang'
import { Toolbar } from '../../ui/toolbar'
import type { Selected } from '../../view/view'
import { PanelBoundary } from '../panel-boundary'
import type { TopicNow } from '../use-topics'
import { describeSelected } from './describe-selected'
import { WORDS } from './words'

interface Props {
  readonly topics: readonly TopicNow[]
  readonly selected: Selected | null
  readonly now: number
  readonly isReplay: boolean
  readonly onClose: () => void
  readonly onGo: () => void
  /** What the desk knows of it beyond its topic. */
  readonly more?: ReactNode
}

/** One item, whole: what it is, what its numbers are, and how old they are. */
export default function Detail(props: Props) {
  const { topics, selected, now, isReplay, onClose, onGo, more } = props
  const say = useSay()
  const lang = useLang()
  const description = describeSelected(topics, selected)
  const found = topics.find(({ topic }) => topic.id === selected?.topic)
  return (
    <section
      id="desk-detail"
      className="desk-detail"
      tabIndex={-1}
      data-region="detail"
      aria-label={say(WORDS.detail)}
    >
      {!selected ? (
        <Empty title={say(WORDS.nothingSelected)} why={say(WORDS.nothingSelectedWhy)} />
      ) : !description || !found ? (
        <>
          <Empty title={say(WORDS.gone)} why={say(WORDS.goneWhy)} />
          <Toolbar
            className="detail-buttons"
            label={say({ zh: '对选中项', en: 'With what is selected' })}
          >
            <Button onClick={onClose}>{say(WORDS.close)}</Button>
          </Toolbar>
        </>
      ) : (
        <>
          <header className="detail-head">
            {description.urgency && <UrgencyMark urgency={description.urgency} />}
            <h2>{say(description.title)}</h2>
            <span className="ink2">{say(description.state)}</span>
            <p className="ink2">{say(description.subtitle)}</p>
          </header>
          <div
            className="detail-body"
            tabIndex={0}
            role="group"
            aria-label={say(description.title)}
          >
            <dl className="detail-facts">
              {description.facts.map((fact) => (
                <div key={fact.label.en} className="detail-fact">
                  <dt className="ink2">{say(fact.label)}</dt>
                  <dd>
                    {fact.urgency && <UrgencyMark urgency={fact.urgency} />}
                    {typeof fact.value === 'string' ? fact.value : say(fact.value)}
                  </dd>
                  {fact.note && <dd className="ink3 detail-fact-note">{say(fact.note)}</dd>}
                </div>
              ))}
            </dl>
            {found.topic.Detail && (
              <PanelBoundary lang={lang} key={selected.id}>
                <Suspense fallback={<KeysWait />}>
                  <found.topic.Detail data={found.data} id={selected.id} isReplay={isReplay} />
                </Suspense>
              </PanelBoundary>
            )}
            {more}
            <p className="ink3">
              {say(WORDS.observed)} {formatStamp(description.observedAt)} ·{' '}
              {say(agoPhrase(now - description.observedAt))}
              {!description.position && ` · ${say(WORDS.unplaced)}`}
            </p>
          </div>
          <div className="detail-buttons">
            {description.position && <Button onClick={onGo}>{say(WORDS.goThere)}</Button>}
            <CopyLink />
            <Button onClick={onClose}>{say(WORDS.close)}</Button>
          </div>
        </>
      )}
    </section>
  )
}

function CopyLink() {
  const say = useSay()
  const [copied, setCopied] = useState(false)
  async function copy() {
    // Not on plain http, where the clipboard is closed: the address bar holds the same link.
    await navigator.clipboard?.writeText(location.href)
    setCopied(navigator.clipboard !== undefined)
    setTimeout(() => setCopied(false), 2_000)
  }
  if (!globalThis.isSecureContext) return null
  return <Button onClick={copy}>{say(copied ? WORDS.copied : WORDS.copyLink)}</Button>
}
