import { useState } from 'react'
import { tryRule } from '../../api/alarm-reads'
import type { TrialAnswer } from '../../api/alarm-wire'
import type { AlarmRule } from '../../domain/alarm-rules'
import { Button } from '../../ui/kit'
import { useLang, useSay } from '../../ui/lang'
import { formatCount } from '../../ui/numbers'
import type { Phrase } from '../../ui/words'
import { failedPhrase } from './here'
import { WORDS } from './words'

const TRIAL_DAYS = 7

/** How often a rule as it is edited would have rung in the last days. */
export function Trial({
  rule,
  disabled,
  onTried,
}: {
  readonly rule: AlarmRule
  readonly disabled: boolean
  readonly onTried: (rule: AlarmRule) => void
}) {
  const say = useSay()
  const [result, setResult] = useState<{ of: string; is: TrialAnswer | Phrase } | null>(null)
  const [isTrying, setTrying] = useState(false)
  const key = JSON.stringify(rule)
  async function run() {
    setTrying(true)
    const answer = await tryRule(rule, TRIAL_DAYS)
    setResult({
      of: key,
      is: answer.ok ? answer.value : failedPhrase(WORDS.notTried, answer.cause),
    })
    if (answer.ok) onTried(rule)
    setTrying(false)
  }
  // What was tried with other figures says nothing of these.
  const fresh = result?.of === key ? result.is : null
  return (
    <div className="alarms-trial">
      <Button onClick={run} disabled={disabled || isTrying}>
        {say(isTrying ? WORDS.trying : WORDS.trial)}
      </Button>
      {fresh && 'zh' in fresh && <span role="alert">{say(fresh)}</span>}
      {fresh && 'rang' in fresh && <Rang answer={fresh} />}
    </div>
  )
}

function Rang({ answer }: { readonly answer: TrialAnswer }) {
  const say = useSay()
  const lang = useLang()
  const most = Math.max(1, ...answer.perDay.map(({ count }) => count))
  const step = Math.round(answer.stepMs / 60_000)
  return (
    <div role="status">
      {say({
        zh: `上周会响 ${formatCount(answer.rang)} 次（每 ${step} 分钟看一次）`,
        en: `would have rung ${formatCount(answer.rang)} times last week (looked at every ${step} min)`,
      })}
      <span className="alarms-days" aria-hidden="true">
        {answer.perDay.map(({ day, count }) => (
          <i key={day} title={`${day} ${count}`} style={{ height: `${(100 * count) / most}%` }} />
        ))}
      </span>
      {answer.top.length > 0 && (
        <span className="ink2">
          {answer.top
            .slice(0, 3)
            .map(
              ({ place, placeEn, count }) =>
                `${lang === 'en' ? (placeEn ?? place) : place} ${count}`,
            )
            .join(lang === 'en' ? ', ' : '、')}
        </span>
      )}
    </div>
  )
}
