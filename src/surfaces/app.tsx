import {
  type ComponentType,
  lazy,
  Suspense,
  useCallback,
  useEffect,
  useMemo,
  useState,
} from 'react'
import { MannerProvider } from '../ui/lang'
import { HTML_LANG } from '../ui/words'
import { type Personal, readPersonal, writePersonal } from '../view/personal'
import { useRoute, useView } from '../view/use-view'
import { Desk } from './desk/desk'
import { FEED_NAME } from './feed-words'
import { fetchTheRest } from './later'
import { PanelBoundary } from './panel-boundary'
import { VOCABULARY } from './vocabulary'

// Over the page, and not waited for by it.
const LocalWatch = lazy(() => import('../topics/alarms/local'))
const AlarmBanner = lazy(() => import('../topics/alarms/banner'))
const Alarms = lazy(() => import('./alarms/alarms'))
const Coverage = lazy(() => import('./coverage/coverage'))
const Brief = lazy(() => import('./brief/brief'))
const Review = lazy(() => import('./review/review'))
const FeedBoard = lazy(() => import('./feeds/board'))
const About = lazy(() => import('./about/about'))
const Wall = lazy(() => import('./wall/wall'))
const WallEditor = lazy(() => import('./wall/editor/editor'))
const Walls = lazy(() => import('./wall/watch/walls'))
const Missing = lazy(() => import('./missing'))

const feedName = (feed: string) => FEED_NAME[feed as keyof typeof FEED_NAME]

interface Props {
  /** What the product is served under, "/" or "/drumtower/". */
  readonly base: string
  /** True where the simulated world answers. */
  readonly mocked: boolean
  /** Null outside development. */
  readonly gallery: ComponentType<{ readonly onBack: () => void }> | null
}

/**
 * All pages. There is one map for the life of the page: the desk keeps it and stays mounted under the others; the wall
 * takes its place and the map with it, and no topic is derived twice.
 */
export function App({ base, mocked, gallery: Gallery }: Props) {
  const [asked, open] = useRoute(base)
  const route = asked === 'gallery' && !Gallery ? null : asked
  const [view, change] = useView(VOCABULARY)
  const [personal, setPersonal] = useState<Personal>(() => readPersonal(storage()))
  const lang = view.lang ?? personal.lang
  const flavour = view.flavour ?? personal.flavour

  useEffect(() => {
    const html = document.documentElement
    html.lang = HTML_LANG[lang]
    html.dataset.flavour = flavour
    html.dataset.surface = route ?? 'none'
  }, [lang, flavour, route])

  useEffect(fetchTheRest, [])

  function remember(choice: Partial<Personal>) {
    const next = { ...personal, ...choice }
    setPersonal(next)
    writePersonal(storage(), next)
  }

  /** A choice made by hand is personal, and takes the place of what a shared link had asked for. */
  function prefer(choice: Partial<Personal>) {
    remember({ lang, flavour, ...choice })
    change({ lang: null, flavour: null })
  }

  const keeper = useMemo(storage, [])
  const toDesk = useCallback(() => open('desk'), [open])
  const toWallEditor = useCallback(() => open('wall/edit'), [open])
  return (
    <MannerProvider lang={lang} flavour={flavour}>
      <Suspense>
        <LocalWatch nameOf={feedName} isAttended={route !== 'wall'} keeper={keeper} />
      </Suspense>
      {route !== 'wall' && (
        <Suspense>
          <AlarmBanner
            soundTestedAt={personal.soundTestedAt}
            onSoundTested={(soundTestedAt) => remember({ soundTestedAt })}
            onShow={({ alarm }) => {
              change({ selected: { topic: 'alarms', id: alarm } }, 'push')
              open('desk')
            }}
          />
        </Suspense>
      )}
      {route !== 'wall' && route !== 'wall/edit' && (
        <Desk
          view={view}
          change={change}
          isShown={route === 'desk'}
          mocked={mocked}
          seat={personal.seat}
          onSeat={(seat) => remember({ seat })}
          onLang={() => prefer({ lang: lang === 'zh' ? 'en' : 'zh' })}
          onFlavour={() => prefer({ flavour: flavour === 'night' ? 'day' : 'night' })}
          onAlarms={() => {
            // What the desk's table is filtered by must not hide an alarm.
            change({ table: null, filter: '' })
            open('alarms')
          }}
          onCoverage={() => open('coverage')}
          onReview={() => open('review')}
          onBrief={() => open('brief')}
          onFeeds={() => open('feeds')}
          onAbout={() => open('about')}
          onWall={toWallEditor}
        />
      )}
      <PanelBoundary lang={lang} key={route}>
        <Suspense>
          {route === 'wall' && (
            <Wall mocked={mocked} keeper={keeper} onDesk={toDesk} onEdit={toWallEditor} />
          )}
          {route === 'wall/edit' && (
            <WallEditor mocked={mocked} keeper={keeper} view={view} onBack={toDesk} />
          )}
          {route === 'walls' && <Walls mocked={mocked} onBack={toDesk} />}
          {route === 'alarms' && (
            <Alarms view={view} change={change} mocked={mocked} onBack={toDesk} />
          )}
          {route === 'coverage' && (
            <Coverage
              mocked={mocked}
              onBack={toDesk}
              onPlace={(id) => {
                change({ selected: { topic: 'patrols', id: `place:${id}` } }, 'push')
                open('desk')
              }}
            />
          )}
          {route === 'brief' && <Brief mocked={mocked} onBack={toDesk} />}
          {route === 'review' && (
            <Review
              mocked={mocked}
              seat={personal.seat}
              marks={personal.marks}
              onMarks={(marks) => remember({ marks })}
              onLang={() => prefer({ lang: lang === 'zh' ? 'en' : 'zh' })}
              onFlavour={() => prefer({ flavour: flavour === 'night' ? 'day' : 'night' })}
              onBack={toDesk}
            />
          )}
          {route === 'feeds' && (
            <FeedBoard mocked={mocked} onBack={toDesk} onWalls={() => open('walls')} />
          )}
          {route === 'about' && <About mocked={mocked} onBack={toDesk} />}
          {route === 'gallery' && Gallery && <Gallery onBack={toDesk} />}
          {route === null && <Missing mocked={mocked} onBack={toDesk} />}
        </Suspense>
      </PanelBoundary>
    </MannerProvider>
  )
}

function storage(): Storage | null {
  try {
    return window.localStorage
  } catch {
    return null
  }
}
