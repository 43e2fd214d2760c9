import { type AlarmState, isUnacknowledged } from '../../domain/alarm'
import { ESCALATION, nextEscalationMs } from '../../domain/alarm-escalation'
import { verificationClock } from '../../domain/fire-verification'
import { type AreaNames, areaPhrase } from '../../ui/area-names'
import { agePhrase, agoPhrase, formatStamp } from '../../ui/clock'
import { formatCount, formatTenth } from '../../ui/numbers'
import type { Phrase } from '../../ui/words'
import type { Attention, Description, Fact } from '../topic'
import { URGENCY_OF } from '../topic'
import { type AlarmData, alarmId } from './data'
import { KIND, ROLE, RULE, STATE, VERDICT, WORDS } from './messages'
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

/** 首警 tells only where others followed. */
function isFirstOfSome(one: ShownAlarm, all: readonly ShownAlarm[]): boolean {
  return one.isFirst && all.some((other) => other !== one && other.placeId === one.placeId)
}

export function titlePhrase({ ruleId, kind }: ShownAlarm): Phrase {
  return RULE[ruleId] ?? KIND[kind as keyof typeof KIND] ?? KIND.unknown
}

export function placePhrase({ place, placeEn }: ShownAlarm): Phrase {
  return { zh: place, en: placeEn ?? place }
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
  const perPlace = new Map<string, number>()
  for (const { placeId } of queue)
    if (placeId) perPlace.set(placeId, (perPlace.get(placeId) ?? 0) + 1)
  // 首警 tells only where others followed.
  const isFirst = ({ isFirst: first, placeId }: ShownAlarm) =>
    first && (perPlace.get(placeId ?? '') ?? 0) > 1
  return linesOf(queue, data.rate.isFlood).map((line) =>
    entry(line, data.areas, isFirst(line.head)),
  )
}

function entry({ head, members }: QueueLine, areas: AreaNames, isFirst: boolean): Attention {
  const title = titlePhrase(head)
  const n = members.length
  const first = isFirst && n === 1
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

export function describe(data: AlarmData, id: string): Description | null {
  const one = alarmOf(data, id)
  if (!one) return null
  const area = areaPhrase(data.areas, one.areaCode)
  const title = titlePhrase(one)
  const place = placePhrase(one)
  const isFirst = isFirstOfSome(one, data.standing.queue)
  return {
    title: { zh: `${title.zh} · ${place.zh}`, en: `${title.en} · ${place.en}` },
    subtitle: {
      zh: [
        one.areaCode && area.zh,
        isFirst && WORDS.first.zh,
        one.isLocal && WORDS.local.zh,
        one.id,
      ]
        .filter(Boolean)
        .join(' · '),
      en: [
        one.areaCode && area.en,
        isFirst && WORDS.first.en,
        one.isLocal && WORDS.local.en,
        one.id,
      ]
        .filter(Boolean)
        .join(' · '),
    },
    state: statePhrase(one),
    urgency: URGENCY_OF[one.priority],
    facts: [...times(one, data.now), ...more(one, data.now)],
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
  const steps = ESCALATION[one.priority]
  const told = steps[Math.min(one.escalation, steps.length - 1)]
  const next = steps[one.escalation + 1]
  const leftMs = nextEscalationMs(one, now)
  const words = (lang: 'zh' | 'en') =>
    [
      told && `${WORDS.told[lang]} ${ROLE[told.role][lang]}`,
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
  const by = byWhom(verification.by, formatStamp(verification.at))
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
  const { value, shelved, suppressedBy, kind, ruleId } = one
  const facts: Fact[] = []
  if (kind === 'fire') facts.push(verificationFact(one, now))
  if (value !== null && value !== 1)
    facts.push({
      label: WORDS.value,
      value: value >= 100 ? formatCount(value) : formatTenth(value),
    })
  facts.push({ label: WORDS.rule, value: titlePhrase(one), note: { zh: ruleId, en: ruleId } })
  if (shelved)
    facts.push({
      label: WORDS.shelvedUntil,
      value: formatStamp(shelved.until),
      note: byWhom(shelved.by, shelved.reason),
    })
  if (suppressedBy) facts.push({ label: WORDS.suppressedBy, value: suppressedBy })
  return facts
}
