import type { CSSProperties, ReactNode } from 'react'
import type { FeedId } from '../../api/feeds'
import { isAwaited } from '../../api/reading'
import { useNews, useReadings } from '../../api/readings'
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

/** How far what comes from these feeds can be trusted: the worst of them. Changes with news, not with the clock. */
export function useTrust(feeds: readonly FeedId[]) {
  const readings = useNews()
  const all = feeds.map((id) => readings[id])
  return {
    quality: worst(all.map((one) => one.quality)),
    isWaiting: all.some(isAwaited),
  }
}

/** The oldest of them; null where one has never answered. Ages by the second: for the few words that tell it. */
function useAge(feeds: readonly FeedId[]): number | null {
  const readings = useReadings()
  const ages = feeds.map((id) => readings[id].ageMs)
  return ages.includes(null) ? null : Math.max(...(ages as number[]))
}

/** Whether records of these feeds were set aside. */
export function usePartial(feeds: readonly FeedId[]): boolean {
  const readings = useNews()
  return feeds.some((id) => readings[id].flags.includes('partial'))
}

export const isOld = (quality: Quality) => QUALITIES.indexOf(quality) >= QUALITIES.indexOf('stale')

/** Age while it is fresh; before it that records were set aside. */
export function Age({
  feeds,
  registers = [],
}: {
  readonly feeds: readonly FeedId[]
  readonly registers?: readonly FeedId[] | undefined
}) {
  const say = useSay()
  const lang = useLang()
  const ageMs = useAge(feeds)
  const isPartial = usePartial([...feeds, ...registers])
  if (ageMs === null) return <span className="wall-age">{UNKNOWN}</span>
  const age = formatAge(ageMs, lang)
  // “3 s 前”, “6 分前”: a space where letters meet characters.
  const ago = /[a-z\d]$/.test(age) ? `${age} 前` : `${age}前`
  return (
    <span className="wall-age">
      {isPartial && (
        <strong>
          {say(WORDS.partial)}
          {lang === 'zh' ? ' · ' : ', '}
        </strong>
      )}
      {lang === 'zh' ? ago : age}
    </span>
  )
}

/** Over the hatch: a clock, a word and an age. Never a colour. */
export function Stale({
  quality,
  feeds,
  isWaiting,
}: {
  readonly quality: Quality
  readonly feeds: readonly FeedId[]
  readonly isWaiting: boolean
}) {
  const say = useSay()
  const lang = useLang()
  const ageMs = useAge(feeds)
  const word = isWaiting ? WORDS.waitingData : quality === 'lost' ? WORDS.lostData : WORDS.staleData
  return (
    <p className="wall-stale">
      <Glyph name="clock" size={1} /> {say(word)} {ageMs !== null && formatAge(ageMs, lang)}
    </p>
  )
}
