import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { formatView, parseView, type Vocabulary } from './codec'
import { pathOf, type Route, routeOf } from './route'
import type { View } from './view'

const CHANGED = 'drumtower:navigated'

function subscribe(listener: () => void): () => void {
  for (const event of ['popstate', CHANGED]) window.addEventListener(event, listener)
  return () => {
    for (const event of ['popstate', CHANGED]) window.removeEventListener(event, listener)
  }
}

function go(url: string, how: 'push' | 'replace') {
  if (url === location.pathname + location.search) return
  if (how === 'push') history.pushState(null, '', url)
  else history.replaceState(null, '', url)
  window.dispatchEvent(new Event(CHANGED))
}

/** The query of the address, as it stands. */
export function useSearch(): string {
  return useSyncExternalStore(subscribe, () => location.search)
}

/** The query as it stands, and how a page that has a codec of its own changes it. */
export function useQuery() {
  return [useSearch(), setQuery] as const
}

function setQuery(change: (search: string) => string, how: 'push' | 'replace') {
  go(location.pathname + change(location.search), how)
}

export type ChangeView = (
  change: Partial<View> | ((now: View) => Partial<View>),
  how?: 'push' | 'replace',
) => void

/**
 * What we look at, out of the URL, and how to change it. What a person would want to step back from is pushed;
 * a camera that moves replaces.
 */
export function useView(vocabulary: Vocabulary): readonly [View, ChangeView] {
  const search = useSyncExternalStore(subscribe, () => location.search)
  const view = useMemo(() => parseView(search, vocabulary), [search, vocabulary])
  const change = useCallback<ChangeView>(
    (part, how = 'replace') => {
      const now = parseView(location.search, vocabulary)
      const next = { ...now, ...(typeof part === 'function' ? part(now) : part) }
      go(location.pathname + formatView(next, vocabulary, location.search), how)
    },
    [vocabulary],
  )
  return [view, change]
}

/** The page that the path asks for, and how to go to another one with the same view. */
export function useRoute(base: string): readonly [Route | null, (route: Route) => void] {
  const pathname = useSyncExternalStore(subscribe, () => location.pathname)
  const open = useCallback(
    (route: Route) => go(pathOf(route, base) + location.search, 'push'),
    [base],
  )
  return [routeOf(pathname, base), open]
}
