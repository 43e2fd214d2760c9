import type { Decision, Outcome } from '../../api/outbox/decisions'
import type { Allocation } from '../../domain/allocation'
import type { OrderEntry } from '../../domain/order-entry'
import { formatClock } from '../../ui/clock'
import { type Lang, type Phrase, say } from '../../ui/words'
import { byPhrase, ENTRY, entryPhrase, versionPhrase, whyPhrase } from '../order-words'

/** All that tells what became of a decision. */
export interface Known {
  readonly decisions: readonly Decision[]
  readonly entries: readonly OrderEntry[]
  readonly allocations: readonly Allocation[]
}

const FATE = {
  nobody: { zh: '未派出', en: 'nobody sent' },
  sent: { zh: '已派出', en: 'sent' },
  back: { zh: '已撤回', en: 'taken back' },
  undone: { zh: '后撤销', en: 'undone' },
  replaced: { zh: '后改派', en: 'sent elsewhere' },
  unknown: { zh: '不详', en: 'not known' },
} as const satisfies Record<string, Phrase>

/** What came of it: sent, not done and why, undone by whom and when. */
export function fateOf(decision: Decision, known: Known): Phrase {
  if (decision.what === 'refused') return FATE.nobody
  const entry = known.entries.find(({ key }) => key === decision.key)
  const outcome = decision.outcome ?? entry
  if (!outcome) return FATE.unknown
  if (outcome.state === 'confirmed') {
    if (decision.what === 'undone') return FATE.back
    const after = endOf(outcome.current, known)
    return after ? joined(FATE.sent, after) : FATE.sent
  }
  if (outcome.state === 'failed' || outcome.state === 'expired')
    return joined(ENTRY[outcome.state], whyNot(outcome, decision.by))
  return entry ? entryPhrase(entry) : FATE.unknown
}

/** "seat 2 was faster (duty officer · seat 2 14:46:18 → …)". */
export function whyNot({ cause, current }: Outcome, by: string): Phrase {
  const why = whyPhrase({ cause, current, order: { by } })
  if (!current) return why
  const version = versionPhrase(current)
  return { zh: `${why.zh}（${version.zh}）`, en: `${why.en} (${version.en})` }
}

/** How an order ended that was carried out: taken back, or ended by another one. By this machine's log, or the feed. */
function endOf(made: Allocation | null, { decisions, allocations }: Known): Phrase | null {
  if (!made) return null
  const undo =
    allocations.find(({ undoes }) => undoes === made.id) ??
    decisions.find((one) => one.undoes === made.id && one.outcome?.state === 'confirmed')?.outcome
      ?.current
  if (undo) return when(FATE.undone, undo)
  const next = allocations.find(({ replaces }) => replaces === made.id)
  return next ? when(FATE.replaced, next) : null
}

function when(what: Phrase, { by, decidedAt }: Pick<Allocation, 'by' | 'decidedAt'>): Phrase {
  const text = (lang: Lang) =>
    `${say(what, lang)} ${formatClock(decidedAt)} ${say(byPhrase(by), lang)}`
  return { zh: text('zh'), en: text('en') }
}

const joined = (a: Phrase, b: Phrase): Phrase => ({
  zh: [a.zh, b.zh].filter(Boolean).join(' · '),
  en: [a.en, b.en].filter(Boolean).join(' · '),
})
