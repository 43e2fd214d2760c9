import type { CSSProperties, ReactNode } from 'react'
import type { FeedId } from '../../api/feeds'
import type { Readings } from '../../api/reading'
import { QUALITIES, type Quality, worst } from '../../domain/quality'
import type { Box } from '../../domain/wall-layout'
import { formatAge, UNKNOWN } from '../../ui/clock'
import { Glyph } from '../../ui/glyph'
import { useLang, useSay } from '../../ui/lang'
import { WORDS } from './words'

/** Where a box stands on the wall. */
export function placed({ left, top, width, height }: Box): CSSProperties {
  return { left, top, width, height }
}

/** A part of the wall with a name. */
export function Panel({
  name,
  label,
  box,
  quality = 'live',
  children,
}: {
  readonly name: string
  readonly label: string
  readonly box: Box
  readonly quality?: Quality
  readonly children: ReactNode
}) {
  return (
    <section
      className="wall-panel"
      data-panel={name}
      data-quality={quality}
      aria-label={label}
      style={placed(box)}
    >
      {children}
    </section>
  )
}

/** How far what comes from these feeds can be trusted, and how old it is: the worst of them. */
export function trustIn(readings: Readings, feeds: readonly FeedId[]) {
  const all = feeds.map((id) => readings[id])
  const quality = worst(all.map((one) => one.quality))
  const ages = all.map(({ ageMs }) => ageMs)
  const ageMs = ages.includes(null) ? null : Math.max(...(ages as number[]))
  return { quality, ageMs, isWaiting: all.some(({ snapshot, cause }) => !snapshot && !cause) }
}

export const isOld = (quality: Quality) => QUALITIES.indexOf(quality) >= QUALITIES.indexOf('stale')

/** Age while it is fresh. */
export function Age({ ageMs }: { readonly ageMs: number | null }) {
  const lang = useLang()
  if (ageMs === null) return <span className="wall-age">{UNKNOWN}</span>
  const age = formatAge(ageMs, lang)
  // “3 s 前”, “6 分前”: a space where letters meet characters.
  const ago = /[a-z\d]$/.test(age) ? `${age} 前` : `${age}前`
  return <span className="wall-age">{lang === 'zh' ? ago : age}</span>
}

/** Over the hatch: a clock, a word and an age. Never a colour. */
export function Stale({
  quality,
  ageMs,
  isWaiting = false,
}: {
  readonly quality: Quality
  readonly ageMs: number | null
  readonly isWaiting?: boolean
}) {
  const say = useSay()
  const lang = useLang()
  const word = isWaiting ? WORDS.waitingData : quality === 'lost' ? WORDS.lostData : WORDS.staleData
  return (
    <p className="wall-stale">
      <Glyph name="clock" size={1} /> {say(word)} {ageMs !== null && formatAge(ageMs, lang)}
    </p>
  )
}
