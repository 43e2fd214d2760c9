import { useState } from 'react'
import { getRules, putRules } from '../../api/alarm-reads'
import { useReading } from '../../api/readings'
import { ALARM_PRIORITIES, type AlarmPriority } from '../../domain/alarm'
import { type DoubtedRule, doubtedRules } from '../../domain/alarm-rule-doubts'
import { boundsOf, type RuleFault, ruleFaults } from '../../domain/alarm-rule-faults'
import {
  type AlarmRule,
  RULE_MEASURES,
  type RuleFigure,
  type RuleSet,
} from '../../domain/alarm-rules'
import { Button, Switch } from '../../ui/kit'
import { useLang, useSay } from '../../ui/lang'
import { formatCount } from '../../ui/numbers'
import type { Lang } from '../../ui/words'
import { failedPhrase, Here } from './here'
import { Revision } from './revision'
import { Trial } from './rules-trial'
import { useAsked } from './use-asked'
import { DOUBT, FAULT, UNIT, WORDS } from './words'

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
  const [tried, setTried] = useState<ReadonlySet<string>>(new Set())
  // Whatever makes the most urgent rules quieter, and what nobody has tried, is asked for twice.
  const doubted = doubtedRules(live.rules, rules, (rule) => tried.has(JSON.stringify(rule)))
  const [isSure, setSure] = useState(false)
  async function save() {
    if (doubted.length > 0 && !isSure) {
      setSure(true)
      return setMessage(
        `${say(WORDS.quieter)}${doubted.map((one) => doubtText(one, lang)).join(lang === 'en' ? '; ' : '；')}`,
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
                onTried={(of) => setTried((before) => new Set(before).add(JSON.stringify(of)))}
              />
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}

/** E.g. 分区密度危险（放宽很多、未经试算；限值 5 → 9） */
function doubtText({ rule, before, why }: DoubtedRule, lang: Lang): string {
  const limit =
    rule.limit === before.limit ? '' : ` ${WORDS.limit[lang]} ${before.limit} → ${rule.limit}`
  const words = why.map((one) => DOUBT[one][lang])
  return lang === 'en'
    ? `${rule.nameEn} (${words.join(', ')}${limit && `;${limit}`})`
    : `${rule.name}（${words.join('、')}${limit && `；${limit.trim()}`}）`
}

function Row({
  rule,
  faults,
  onChange,
  onTried,
}: {
  readonly rule: AlarmRule
  readonly faults: readonly RuleFault[]
  readonly onChange: (edit: Partial<AlarmRule>) => void
  readonly onTried: (rule: AlarmRule) => void
}) {
  const say = useSay()
  const lang = useLang()
  const name = lang === 'en' ? rule.nameEn : rule.name
  const number = (field: RuleFigure, label: string) => {
    const fault = faults.find((one) => one.field === field)
    const [least, most] = boundsOf(rule, field)
    return (
      <>
        <input
          type="number"
          step="any"
          min={least}
          max={most}
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
            {fault.why === 'out-of-range' && ` ${least}–${formatCount(most)}`}
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
          onTried={onTried}
          disabled={faults.length > 0 || rule.kind === 'feed-lost' || rule.kind === 'product-fault'}
        />
      </td>
    </tr>
  )
}
