import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useReading } from '../../api/readings'
import type { Mark } from '../../domain/measure'
import { startOf } from '../../domain/review/calendar'
import { areaNames, areaPhrase } from '../../ui/area-names'
import { agePhrase } from '../../ui/clock'
import { Empty, ErrorNote, Skeleton } from '../../ui/kit'
import { useLang, useSay } from '../../ui/lang'
import { type ChangeReview, type ReviewView, useReview } from '../../view/review'
import { causeWords } from '../cause-words'
import { officerOf } from '../officer'
import '../page.css'
import { PageHead } from '../page-head'
import { AddressNote, isUnknownPart } from './address-note'
import { Board } from './board'
import { Head } from './head'
import './review.css'
import './charts.css'
import './print.css'
import { chartNode, takeFocus } from './take-focus'
import { shortName } from './told'
import { useFacts } from './use-facts'
import { useMarks } from './use-marks'
import { useOwnMarks } from './use-own-marks'
import { WORDS } from './words'

const Twin = lazy(() => import('./twin'))
const Help = lazy(() => import('./help'))

export interface PageProps {
  readonly mocked: boolean
  readonly seat: number
  /** Marks of this machine, which are not kept with the data, or not yet. */
  readonly marks: readonly Mark[]
  readonly onMarks: (marks: readonly Mark[]) => void
  readonly onLang: () => void
  readonly onFlavour: () => void
  readonly onBack: () => void
}

export interface ReviewProps extends PageProps {
  readonly view: ReviewView
  readonly change: ChangeReview
}

const GUIZHOU = '520000'
const NO_ROLES: readonly string[] = []
const YEAR_DAYS = 366

/** Leadership's surface: is it better or worse than chance explains, where, and what was done about it. */
export default function Review(page: PageProps) {
  const { mocked, onBack } = page
  const [addressed, change] = useReview()
  const [helpOpen, setHelpOpen] = useState(false)
  const say = useSay()
  const lang = useLang()
  const meta = useReading('meta').snapshot?.items[0] ?? null
  const { snapshot, quality, cause, ageMs } = useReading('measures')
  const region = meta?.region.id ?? GUIZHOU
  const named = JSON.stringify(meta?.areas ?? [])
  const areas = useMemo(() => {
    const names = areaNames(JSON.parse(named))
    return { names, list: JSON.parse(named) as { code: string }[] }
  }, [named])
  // An address may name an area that this province does not have, and a part that the measure does not.
  const asked = addressed.area
  const isUnknown =
    asked !== null &&
    asked !== region &&
    areas.list.length > 0 &&
    !areas.list.some(({ code }) => code === asked)
  const view = useMemo(
    () => ({
      ...addressed,
      area: isUnknown ? null : addressed.area,
      part: isUnknownPart(addressed) ? '' : addressed.part,
    }),
    [isUnknown, addressed],
  )
  const facts = useFacts(view, region)
  const nameOf = useCallback(
    (code: string) =>
      code === region
        ? ((lang === 'zh' ? meta?.region.name : meta?.region.nameEn) ?? WORDS.whole[lang])
        : shortName(areaPhrase(areas.names, code)[lang]),
    [areas, lang, region, meta?.region.name, meta?.region.nameEn],
  )
  const choices = useMemo(
    () => choicesOf(region, view.area, areas.list, nameOf),
    [region, view.area, areas, nameOf],
  )

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return
      const isOpen = document.querySelector('dialog[open]') !== null
      // A dialog closes by itself, and nothing else with it; what else is open closes before the page is left.
      if (event.key === 'Escape') {
        if (isOpen) return event.stopPropagation()
        if (view.twin) change({ twin: null })
        else if (view.card) change({ card: null })
        else return
        return event.preventDefault()
      }
      // A way through the page is no letter: it also leads out of a field.
      if (event.key === 'F6' && !isOpen) {
        focusNext(event.shiftKey ? -1 : 1)
        return event.preventDefault()
      }
      const isTyping = (event.target as HTMLElement).closest?.('input, select, textarea')
      if (isOpen || isTyping || event.ctrlKey || event.metaKey || event.altKey) return
      if (event.key === '?') setHelpOpen(true)
      else if (event.key === 't' && document.activeElement?.closest('[data-chart]') === null)
        change({ twin: view.twin ? null : 'control' })
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKey, true)
    return () => window.removeEventListener('keydown', onKey, true)
  }, [view.twin, view.card, change])

  const lastTwin = useRef(view.twin)
  useEffect(() => {
    const was = lastTwin.current
    lastTwin.current = view.twin
    if (was && !view.twin) takeFocus(chartNode(was))
  }, [view.twin])

  useEffect(() => {
    if (facts) document.documentElement.dataset.ready = ''
  }, [facts])

  const rolesTold = (meta?.roles ?? NO_ROLES).join()
  const roles = useMemo(() => rolesTold.split(',').filter(Boolean), [rolesTold])
  const provenance = meta?.provenance ?? (mocked ? 'simulated' : 'live')
  const hasRoles = meta !== null
  const officer = useMemo(
    () => officerOf(hasRoles ? roles : undefined, page.seat),
    [hasRoles, roles, page.seat],
  )
  const onOwn = useOwnMarks(page.marks, page.onMarks)
  const days = {
    from: facts && startOf(facts.firstDay),
    // Also what is written of days that are still to come.
    to: facts && startOf(facts.cutOff + YEAR_DAYS),
  }
  const marksDesk = useMarks(days, page.marks, onOwn, officer)
  const more = useMemo(
    () => ({ roles, areas: areas.list.map(({ code }) => code), marksDesk, provenance }),
    [roles, areas, marksDesk, provenance],
  )
  const isOld = snapshot !== null && (quality === 'stale' || quality === 'lost')
  return (
    <main className="page review" aria-label={say(WORDS.title)} data-twin={view.twin}>
      <PageHead title={say(WORDS.title)} mocked={mocked} onBack={onBack}>
        {facts && (
          <Head
            facts={facts}
            view={view}
            change={change}
            areas={choices}
            onCsv={() => change({ twin: view.twin ?? 'multiples' })}
            onPicture={() =>
              document
                .querySelector<HTMLElement>('[data-chart="control"]')
                ?.dispatchEvent(new KeyboardEvent('keydown', { key: 'p', bubbles: true }))
            }
            onHelp={() => setHelpOpen(true)}
            onLang={page.onLang}
            onFlavour={page.onFlavour}
          />
        )}
      </PageHead>
      {isOld && (
        <p className="note hatched" role="status">
          {say(WORDS.stale)} · {agePhrase(ageMs)[lang]}
          {cause && ` · ${causeWords(cause).what[lang]}，${causeWords(cause).todo[lang]}`}
        </p>
      )}
      <AddressNote asked={addressed} isUnknownArea={isUnknown} facts={facts} />
      {facts ? (
        view.twin ? (
          <Suspense fallback={<Skeleton>{say(WORDS.waiting)}</Skeleton>}>
            <Twin
              {...page}
              {...more}
              change={change}
              view={view}
              facts={facts}
              nameOf={nameOf}
              chart={view.twin}
            />
          </Suspense>
        ) : (
          <Board {...page} {...more} change={change} view={view} facts={facts} nameOf={nameOf} />
        )
      ) : (
        <div className="page-body">
          {snapshot ? (
            <Empty title={say(WORDS.none)} why={noteIn(meta, lang) ?? say(WORDS.noneWhy)} />
          ) : cause ? (
            <ErrorNote
              what={`${say(WORDS.failed)} · ${causeWords(cause).what[lang]}`}
              todo={causeWords(cause).todo[lang]}
            />
          ) : (
            <Skeleton>{say(WORDS.waiting)}</Skeleton>
          )}
        </div>
      )}
      {helpOpen && (
        <Suspense>
          <Help onClose={() => setHelpOpen(false)} />
        </Suspense>
      )}
    </main>
  )
}

/** From the head to the tiles, from chart to chart, and round again. */
function focusNext(step: number) {
  const stops = [
    ...document.querySelectorAll<HTMLElement>(
      '.review > header h1, .tile-pick[tabindex="0"], .review [data-chart], .review-twin [role="grid"]',
    ),
  ]
  const at = stops.findLastIndex((stop) => stop.contains(document.activeElement))
  stops[(at + step + stops.length) % stops.length]?.focus()
}

function noteIn(
  meta: {
    readonly sources: readonly { feed: string; note: string | null; noteEn: string | null }[]
  } | null,
  lang: 'zh' | 'en',
): string | null {
  const source = meta?.sources.find(({ feed }) => feed === 'measures')
  return (lang === 'zh' ? source?.note : (source?.noteEn ?? source?.note)) ?? null
}

/** The region, its prefectures, and the counties of the one that is looked at. */
function choicesOf(
  region: string,
  area: string | null,
  all: readonly { readonly code: string }[],
  nameOf: (code: string) => string,
) {
  const prefix = area?.slice(0, 4)
  const codes = [
    region,
    ...all.flatMap(({ code }) =>
      code !== region && (code.endsWith('00') || code.startsWith(prefix ?? '-')) ? [code] : [],
    ),
  ]
  const list = area && !codes.includes(area) ? [...codes, area] : codes
  const isCounty = (code: string) => code !== region && !code.endsWith('00')
  return list.map((code) => ({ code, name: `${isCounty(code) ? '· ' : ''}${nameOf(code)}` }))
}
