import { useState } from 'react'
import { getRules, putRules, tryRule } from '../../api/alarm-reads'
import type { TrialAnswer } from '../../api/alarm-wire'
import { useReading } from '../../api/readings'
import { ALARM_PRIORITIES, type AlarmPriority } from '../../domain/alarm'
import {
  type AlarmRule,
  LARGEST,
  RULE_MEASURES,
  type RuleFault,
  type RuleFigure,
  type RuleSet,
  ruleFaults,
} from '../../domain/alarm-rules'
import { Button, Switch } from '../../ui/kit'
import { useLang, useSay } from '../../ui/lang'
import { formatCount } from '../../ui/numbers'
import type { Phrase } from '../../ui/words'
import { failedPhrase, Here } from './here'
import { Revision } from './revision'
import { useAsked } from './use-asked'
import { FAULT, UNIT, WORDS } from './words'

const TRIAL_DAYS = 7

/** Rules that raise alarms: edited, tried on the recorded past, and only then live. */
export function Rules() {
  const [asked, again] = useAsked(getRules)
  return (
    <div className="page-body alarms-rules">
      <Here asked={asked} again={again}>
        {(rules) => <Editor live={rules} />}
      </Here>
    </div>
  )
}

/** What was typed and is not live, while another view is open. */
let draft: { readonly rev: number; readonly rules: readonly AlarmRule[] } | null = null

function Editor({ live: first }: { readonly live: RuleSet }) {
  const say = useSay()
  const lang = useLang()
  const by = useReading('meta').snapshot?.items[0]?.roles[0] || 'duty-officer'
  const [live, setLive] = useState(first)
  const [rules, setRules] = useState(draft?.rev === first.rev ? draft.rules : first.rules)
  draft = { rev: live.rev, rules }
  const [message, setMessage] = useState<string | null>(null)
  const faults = ruleFaults(rules)
  const isChanged = JSON.stringify(rules) !== JSON.stringify(live.rules)

  function change(id: string, edit: Partial<AlarmRule>) {
    setMessage(null)
    setSure(false)
    setRules((before) => before.map((rule) => (rule.id === id ? { ...rule, ...edit } : rule)))
  }
  // Whatever makes the most urgent rules quieter is asked for twice.
  const quieter = rules.filter((rule) => {
    const before = live.rules.find(({ id }) => id === rule.id)
    return before?.priority === 1 && before.isOn && (!rule.isOn || rule.priority > 1)
  })
  const [isSure, setSure] = useState(false)
  async function save() {
    if (quieter.length > 0 && !isSure) {
      setSure(true)
      return setMessage(
        `${say(WORDS.quieter)}${quieter.map((rule) => (lang === 'en' ? rule.nameEn : rule.name)).join(lang === 'en' ? ', ' : '、')}`,
      )
    }
    setSure(false)
    const answer = await putRules(live, rules, by)
    if (answer.ok) {
      setLive(answer.value)
      setRules(answer.value.rules)
      setMessage(say(WORDS.saved))
      return
    }
    if (answer.cause !== 'changed')
      return setMessage(say(failedPhrase(WORDS.notSaved, answer.cause)))
    const now = await getRules(new AbortController().signal)
    if (now.ok) setLive(now.value)
    setMessage(say(WORDS.conflict))
  }
  return (
    <>
      <p className="ink2">{say(WORDS.rulesHow)}</p>
      <div className="alarms-rules-bar">
        <Button onClick={save} disabled={!isChanged || faults.length > 0}>
          {say(isSure ? WORDS.saveSure : WORDS.save)}
        </Button>
        <Button
          disabled={!isChanged}
          onClick={() => {
            setSure(false)
            setRules(live.rules)
            setMessage(null)
          }}
        >
          {say(WORDS.undo)}
        </Button>
        <Revision {...live} />
        <strong role="status">
          {message ?? (faults.length > 0 ? say(WORDS.faulty) : isChanged ? say(WORDS.changed) : '')}
        </strong>
      </div>
      <section className="page-scroll" tabIndex={0} aria-label={say(WORDS.rules)}>
        <table className="page-table">
          <thead>
            <tr>
              {(
                [
                  'on',
                  'ruleName',
                  'priority',
                  'limit',
                  'hysteresis',
                  'onDelay',
                  'onCount',
                  'onCountWindow',
                  'offDelay',
                  'latching',
                  'source',
                  'trial',
                ] as const
              ).map((name) => (
                <th key={name}>{say(WORDS[name])}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rules.map((rule) => (
              <Row
                key={rule.id}
                rule={rule}
                faults={faults.filter((fault) => fault.rule === rule.id)}
                onChange={(edit) => change(rule.id, edit)}
              />
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}

function Row({
  rule,
  faults,
  onChange,
}: {
  readonly rule: AlarmRule
  readonly faults: readonly RuleFault[]
  readonly onChange: (edit: Partial<AlarmRule>) => void
}) {
  const say = useSay()
  const lang = useLang()
  const name = lang === 'en' ? rule.nameEn : rule.name
  const number = (field: RuleFigure, label: string) => {
    const fault = faults.find((one) => one.field === field)
    return (
      <>
        <input
          type="number"
          step="any"
          min={0}
          aria-label={`${name} ${label}`}
          aria-invalid={fault !== undefined}
          value={Number.isNaN(rule[field]) ? '' : (rule[field] ?? '')}
          onChange={(event) =>
            onChange({
              [field]: event.target.value === '' ? Number.NaN : Number(event.target.value),
            })
          }
        />
        {fault && (
          <span className="alarms-misses">
            {say(FAULT[fault.why] ?? WORDS.faulty)}
            {fault.why === 'out-of-range' && ` 0–${formatCount(LARGEST[field])}`}
          </span>
        )}
      </>
    )
  }
  return (
    <tr>
      <td>
        <Switch
          pressed={rule.isOn}
          label={`${say(WORDS.on)} ${name}`}
          onClick={() => onChange({ isOn: !rule.isOn })}
        />
      </td>
      <th>{name}</th>
      <td>
        <select
          aria-label={`${name} ${say(WORDS.priority)}`}
          value={rule.priority}
          onChange={(event) => onChange({ priority: Number(event.target.value) as AlarmPriority })}
        >
          {ALARM_PRIORITIES.map((priority) => (
            <option key={priority} value={priority}>
              P{priority}
            </option>
          ))}
        </select>
      </td>
      <td>
        {RULE_MEASURES[rule.measure] !== null && number('limit', say(WORDS.limit))}{' '}
        <span className="ink2">{say(UNIT[rule.measure])}</span>
      </td>
      <td>{RULE_MEASURES[rule.measure] !== null && number('hysteresis', say(WORDS.hysteresis))}</td>
      <td>{number('onDelayS', say(WORDS.onDelay))}</td>
      <td>{number('onCount', say(WORDS.onCount))}</td>
      <td>{number('onCountWindowS', say(WORDS.onCountWindow))}</td>
      <td>{number('offDelayS', say(WORDS.offDelay))}</td>
      <td>
        <Switch
          pressed={rule.latching}
          label={`${say(WORDS.latching)} ${name}`}
          onClick={() => onChange({ latching: !rule.latching })}
        />
      </td>
      <td className="ink2">{lang === 'en' ? (rule.sourceEn ?? rule.source) : rule.source}</td>
      <td>
        <Trial
          rule={rule}
          disabled={faults.length > 0 || rule.kind === 'feed-lost' || rule.kind === 'product-fault'}
        />
      </td>
    </tr>
  )
}

function Trial({ rule, disabled }: { readonly rule: AlarmRule; readonly disabled: boolean }) {
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
