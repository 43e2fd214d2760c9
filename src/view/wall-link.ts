import { defaultView, formatView, parseView, type Vocabulary } from './codec'

export type LinkFault = 'not-a-desk-link' | 'link-unknown-key' | 'link-bad-value' | 'link-a-table'

const DESK = /^\/(?:[\w-]+\/)*(?:desk)?(?:\?|$)/
const KEYS = ['at', 'span', 'show', 'sel', 'task', 'q', 'lang', 'flavour']
/** Of the simulated world, which the wall's own address chooses, and of the person who copied the link. */
const IGNORED = ['scenario', 'scale', 'seed', 'now', 'task', 'q', 'lang', 'flavour']

/** A link that the desk would read as it stands; null where nothing of it would fall to a default in silence. */
export function faultOfLink(
  link: string,
  vocabulary: Vocabulary,
): { readonly code: LinkFault; readonly detail: string } | null {
  if (!DESK.test(link)) return { code: 'not-a-desk-link', detail: '/desk?…' }
  const at = link.indexOf('?')
  const params = new URLSearchParams(at < 0 ? '' : link.slice(at))
  const fallback = defaultView(vocabulary)
  for (const [key, value] of params) {
    if (key === 'table') return { code: 'link-a-table', detail: value.slice(0, 40) }
    if (IGNORED.includes(key)) continue
    if (!KEYS.includes(key)) return { code: 'link-unknown-key', detail: key.slice(0, 40) }
    const said = formatView(
      parseView(`${key}=${encodeURIComponent(value)}`, vocabulary),
      vocabulary,
    )
    const isDefault = { span: fallback.span as string, show: fallback.shown.join() }[key] === value
    const isWhole = key !== 'show' || isDefault || isSubset(value, vocabulary.topics)
    if ((said === '' && !isDefault) || !isWhole)
      return { code: 'link-bad-value', detail: `${key}=${value.slice(0, 60)}` }
  }
  return null
}

/** A word that is no topic would be dropped, and the rest shown. */
function isSubset(value: string, topics: readonly string[]): boolean {
  return value === 'none' || value.split(',').every((one) => topics.includes(one))
}
