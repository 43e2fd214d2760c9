import { type AlarmState, isUnacknowledged } from '../../domain/alarm'
import { ESCALATION, escalatedTo, nextEscalationMs } from '../../domain/alarm-escalation'
import { verificationClock } from '../../domain/fire-verification'
import { type AreaNames, areaPhrase } from '../../ui/area-names'
import {
  agePhrase,
  agoPhrase,
  formatClock,
  formatMinute,
  formatStamp,
  UNKNOWN,
} from '../../ui/clock'
import { formatCount, formatTenth } from '../../ui/numbers'
import type { Phrase } from '../../ui/words'
import type { Attention, Description, Fact } from '../topic'
import { URGENCY_OF } from '../topic'
import { type AlarmData, alarmId } from './data'
import { KIND, ROLE, RULE, STATE, VALUE_UNIT, VERDICT, WORDS } from './messages'
import { linesOf, type QueueLine, type ShownAlarm } from './standing'

/** Roles that this build knows in words; another server's as it wrote them. */
export function rolePhrase(by: string): Phrase {
  if (by === 'previous-shift') return { zh: '上一班', en: 'previous shift' }
  return ROLE[by as keyof typeof ROLE] ?? { zh: by, en: by }
}

function byWhom(by: string, rest: string): Phrase {
  const { zh, en } = rolePhrase(by)
  return { zh: `${zh} · ${rest}`, en: `${en} · ${rest}` }
}

export function titlePhrase({ ruleId, kind }: Pick<Named, 'ruleId' | 'kind'>): Phrase {
  return RULE[ruleId] ?? KIND[kind as keyof typeof KIND] ?? KIND.unknown
}

type Named = Pick<ShownAlarm, 'place' | 'placeEn'> & {
  readonly ruleId: string
  readonly kind: string
}

/** What and where. */
export function alarmPhrase(one: Named): Phrase {
  const [title, place] = [titlePhrase(one), placePhrase(one)]
  return { zh: `${title.zh} · ${place.zh}`, en: `${title.en} · ${place.en}` }
}

export function placePhrase({ place, placeEn }: Pick<ShownAlarm, 'place' | 'placeEn'>): Phrase {
  return { zh: place, en: placeEn ?? place }
}

/** The alarm that keeps it quiet, by its kind and place; its bare id where nothing else is told of it. */
export function suppressorPhrase({ above, suppressedBy }: ShownAlarm): Phrase {
  const id = suppressedBy ?? UNKNOWN
  return above ? alarmPhrase(above) : { zh: id, en: id }
}

export function statePhrase({ state, verification }: ShownAlarm): Phrase {
  const now = STATE[state as AlarmState | 'unknown'] ?? STATE.unknown
  if (!verification) return now
  const { zh, en } = VERDICT[verification.verdict]
  return { zh: `${now.zh} · ${zh}`, en: `${now.en} · ${en}` }
}

/** The queue, as the desk lists it. */
export function attention(data: AlarmData): readonly Attention[] {
  const { queue } = data.standing
  return linesOf(queue, data.rate.isFlood).map((line) => entry(line, data.areas))
}

function entry({ head, members }: QueueLine, areas: AreaNames): Attention {
  const title = titlePhrase(head)
  const n = members.length
  const first = head.isFirst && n === 1
  const told = n === 1 ? escalatedTo(head) : null
  // What this page raised itself has no area.
  const area = head.areaCode ? areaPhrase(areas, `${head.areaCode.slice(0, 4)}00`) : WORDS.local
  const state = statePhrase(head)
  return {
    topic: 'alarms',
    id: alarmId(head),
    urgency: URGENCY_OF[head.priority],
    title: n > 1 ? { zh: `${title.zh} × ${n}`, en: `${title.en} × ${n}` } : title,
    place: n > 1 ? area : placePhrase(head),
    state: {
      zh: [first && WORDS.first.zh, state.zh].filter(Boolean).join(' · '),
      en: [first && WORDS.first.en, state.en].filter(Boolean).join(' · '),
    },
    ...(told && {
      note: {
        zh: `${WORDS.escalated.zh}${ROLE[told.role].zh} ${formatMinute(told.since)} 起`,
        en: `${WORDS.escalated.en} ${ROLE[told.role].en} ${formatMinute(told.since)}`,
      },
    }),
    since: head.raisedAt,
    occurrence: head.id,
    alarmState: head.state,
    asks: isUnacknowledged(head),
    count: n,
  }
}

export function alarmOf(data: AlarmData, id: string): ShownAlarm | null {
  return data.all.find((one) => alarmId(one) === id) ?? null
}

export function describe(data: AlarmData, id: string, now = data.now): Description | null {
  const one = alarmOf(data, id)
  if (!one) return null
  const area = areaPhrase(data.areas, one.areaCode)
  return {
    title: alarmPhrase(one),
    subtitle: {
      zh: [
        one.areaCode && area.zh,
        one.isFirst && WORDS.first.zh,
        one.isLocal && WORDS.local.zh,
        one.id,
      ]
        .filter(Boolean)
        .join(' · '),
      en: [
        one.areaCode && area.en,
        one.isFirst && WORDS.first.en,
        one.isLocal && WORDS.local.en,
        one.id,
      ]
        .filter(Boolean)
        .join(' · '),
    },
    state: statePhrase(one),
    urgency: URGENCY_OF[one.priority],
    facts: [...times(one, now), ...more(one, now)],
    position: one.position,
    // Of what the source told: an officer's answer is news of the alarm, and none of the place. Its time is a fact above.
    observedAt: one.clearedAt ?? one.raisedAt,
  }
}

/** When it came, went and was answered: the answer's clock runs both ways. */
function times(one: ShownAlarm, now: number): Fact[] {
  const { raisedAt, clearedAt, acknowledged, occurrence } = one
  const facts: Fact[] = [
    {
      label: WORDS.raised,
      value: formatStamp(raisedAt),
      note: {
        zh: `${agoPhrase(now - raisedAt).zh} · 第 ${occurrence} 次`,
        en: `${agoPhrase(now - raisedAt).en} · occurrence ${occurrence}`,
      },
    },
  ]
  if (clearedAt !== null) facts.push({ label: WORDS.cleared, value: formatStamp(clearedAt) })
  if (acknowledged)
    facts.push({
      label: WORDS.acknowledgedAt,
      value: formatStamp(acknowledged.at),
      note: {
        zh: `${rolePhrase(acknowledged.by).zh} · ${WORDS.answered.zh} ${agePhrase(acknowledged.at - raisedAt).zh}`,
        en: `${rolePhrase(acknowledged.by).en} · answered after ${agePhrase(acknowledged.at - raisedAt).en}`,
      },
    })
  if (isUnacknowledged(one)) facts.push(waitingFact(one, now))
  return facts
}

function waitingFact(one: ShownAlarm, now: number): Fact {
  const told = escalatedTo(one)
  const next = ESCALATION[one.priority][one.escalation + 1]
  const leftMs = nextEscalationMs(one, now)
  const words = (lang: 'zh' | 'en') =>
    [
      told
        ? `${WORDS.told[lang]} ${ROLE[told.role][lang]} ${formatClock(told.since)}`
        : `${WORDS.with[lang]} ${ROLE['duty-officer'][lang]}`,
      next &&
        leftMs !== null &&
        `${WORDS.next[lang]} ${ROLE[next.role][lang]} ${agePhrase(leftMs)[lang]}`,
    ]
      .filter(Boolean)
      .join(' · ')
  return {
    label: WORDS.waiting,
    value: agePhrase(now - one.raisedAt),
    note: { zh: words('zh'), en: words('en') },
    urgency: URGENCY_OF[one.priority],
  }
}

/** 待核实 with its clock running; then who found what, and how long it took. */
function verificationFact({ verification, raisedAt }: ShownAlarm, now: number): Fact {
  const { waitedMs } = verificationClock(
    { raisedAt, decisions: verification ? [verification] : [] },
    now,
  )
  const waited = agePhrase(waitedMs)
  if (!verification)
    return {
      label: WORDS.verification,
      value: { zh: `${WORDS.toVerify.zh} ${waited.zh}`, en: `${WORDS.toVerify.en} · ${waited.en}` },
      note: WORDS.verifyClock,
    }
  const { finding } = verification
  const by = byWhom(
    verification.by,
    [finding, formatStamp(verification.at)].filter(Boolean).join(' · '),
  )
  return {
    label: WORDS.verification,
    value: VERDICT[verification.verdict],
    note: {
      zh: `${by.zh} · ${WORDS.verifiedAfter.zh} ${waited.zh}`,
      en: `${by.en} · ${WORDS.verifiedAfter.en} ${waited.en}`,
    },
  }
}

function more(one: ShownAlarm, now: number): Fact[] {
  const { value, shelved, suppressedBy, kind, above } = one
  const facts: Fact[] = []
  if (kind === 'fire') facts.push(verificationFact(one, now))
  if (value !== null && value !== 1) {
    const unit = VALUE_UNIT[one.ruleId] ?? VALUE_UNIT[kind]
    facts.push({
      label: WORDS.value,
      value: value >= 100 ? formatCount(value) : formatTenth(value),
      ...(unit && { note: unit }),
    })
  }
  if (shelved)
    facts.push({
      label: WORDS.shelvedUntil,
      value: formatStamp(shelved.until),
      note: byWhom(shelved.by, shelved.reason),
    })
  if (suppressedBy) {
    const since = formatStamp(above?.raisedAt ?? null)
    facts.push({
      label: WORDS.suppressedBy,
      value: suppressorPhrase(one),
      note: { zh: since, en: since },
    })
  }
  return facts
}
