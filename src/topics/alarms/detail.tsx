import { useEffect, useState } from 'react'
import { photoUrl } from '../../api/alarm-writes'
import { useReading } from '../../api/readings'
import { type AlarmState, isUnacknowledged } from '../../domain/alarm'
import { TRANSITIONS } from '../../domain/alarm-machine'
import { expectTyping, useCardKeys } from '../../ui/keys'
import { Button, Kbd } from '../../ui/kit'
import { useSay } from '../../ui/lang'
import { Toolbar } from '../../ui/toolbar'
import { ShelveForm, VerifyForm } from './answer-forms'
import { CARD } from './card-messages'
import type { AlarmData } from './data'
import './detail.css'
import { GUIDANCE } from './guidance'
import type { ShownAlarm } from './standing'
import { alarmOf } from './words-of'
import { KEYS_PAUSE, NOTHING_TO_DO, WRITE } from './write-messages'
import { answer, usePending } from './writes'

/** What to do, the photograph, and the officer's answers with their keys. */
export function Detail({
  data,
  id,
  isReplay = false,
}: {
  readonly data: AlarmData
  readonly id: string
  readonly isReplay?: boolean
}) {
  const say = useSay()
  const one = alarmOf(data, id)
  if (!one) return null
  return (
    <div className="alarm-card">
      {!isReplay && <Answers one={one} now={data.now} key={one.id} />}
      {one.kind === 'fire' && <Photo photo={one.placePhoto} key={one.placePhoto} />}
      <h3>{say(CARD.guidance)}</h3>
      <ol>
        {(GUIDANCE[one.kind as keyof typeof GUIDANCE] ?? GUIDANCE.unknown).map((line) => (
          <li key={line.en}>{say(line)}</li>
        ))}
      </ol>
    </div>
  )
}

function Photo({ photo }: { readonly photo: string | null }) {
  const say = useSay()
  const [failed, setFailed] = useState(false)
  if (photo === null || failed) return <p className="ink3">{say(CARD.noPhoto)}</p>
  return <img src={photoUrl(photo)} alt={say(CARD.photo)} onError={() => setFailed(true)} />
}

type Form = 'shelve' | 'verify' | null

function Answers({ one, now }: { readonly one: ShownAlarm; readonly now: number }) {
  const say = useSay()
  const pending = usePending(one.id)
  const role = useReading('meta').snapshot?.items[0]?.roles[0] ?? ''
  const by = role || 'duty-officer'
  const [form, setForm] = useState<Form>(null)
  const takes = (event: 'acknowledge' | 'reset' | 'shelve' | 'unshelve') =>
    one.state !== 'unknown' && TRANSITIONS[one.state as AlarmState][event] !== undefined
  const acts = {
    a: isUnacknowledged(one) && (() => answer(one, 'acknowledge', by, now)),
    r: takes('reset') && (() => answer(one, 'reset', by, now)),
    // An unanswered P1 is answered first: shelving must not be a way round the answer.
    s:
      takes('shelve') &&
      !(one.priority === 1 && isUnacknowledged(one)) &&
      (() => setForm('shelve')),
    u: takes('unshelve') && (() => answer(one, 'unshelve', by, now)),
    v: one.kind === 'fire' && (() => setForm('verify')),
  } as const
  const [told, setTold] = useState<keyof typeof NOTHING_TO_DO | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: said of the state that it was in
  useEffect(() => setTold(null), [one.state])
  const opensNothing = (why: keyof typeof NOTHING_TO_DO) => () => {
    setTold(why)
    expectTyping()
  }
  const isToAnswer = one.priority === 1 && isUnacknowledged(one)
  useCardKeys({
    ...acts,
    r: acts.r || (() => setTold('r')),
    s: acts.s || opensNothing(isToAnswer ? 'p1' : 's'),
    v: acts.v || opensNothing('v'),
  })
  const isUnderWay = pending !== null && pending.failed === null
  const button = (key: keyof typeof acts, words: { zh: string; en: string }) =>
    acts[key] && (
      <Button onClick={acts[key]} disabled={isUnderWay}>
        {say(words)} <Kbd>{key.toUpperCase()}</Kbd>
      </Button>
    )
  return (
    <>
      <Toolbar className="alarm-answers" label={say(CARD.answers)}>
        {button('a', CARD.acknowledge)}
        {button('r', CARD.reset)}
        {button('v', CARD.verify)}
        {button('s', CARD.shelve)}
        {button('u', CARD.unshelve)}
      </Toolbar>
      {told && form === null && (
        <p className="note" role="status">
          {say(NOTHING_TO_DO[told])}
          {say({ zh: '。', en: '.' })} {told !== 'r' && say(KEYS_PAUSE)}
        </p>
      )}
      {isUnderWay && (
        <p className="ink2" role="status">
          {say(CARD.sending)}
        </p>
      )}
      {pending?.failed && (
        <p className="note hatched" role="alert">
          {say(WRITE[pending.failed])}
        </p>
      )}
      {form === 'verify' && (
        <VerifyForm
          onCancel={() => setForm(null)}
          onVerdict={(verdict, finding) => {
            setForm(null)
            void answer(one, 'verify', by, now, { verdict, ...(finding && { finding }) })
          }}
        />
      )}
      {form === 'shelve' && (
        <ShelveForm
          onCancel={() => setForm(null)}
          onShelve={(reason, minutes) => {
            setForm(null)
            void answer(one, 'shelve', by, now, { reason, minutes })
          }}
        />
      )}
    </>
  )
}
