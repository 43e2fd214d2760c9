import { useEffect, useRef, useState } from 'react'
import { useReading, useServerNow } from '../../api/readings'
import { formatAge, formatClock } from '../../ui/clock'
import { UrgencyMark } from '../../ui/glyph'
import { isChord, isKeyTaken } from '../../ui/keys'
import { Button, Kbd } from '../../ui/kit'
import { useLang, useSay } from '../../ui/lang'
import { Toolbar } from '../../ui/toolbar'
import './banner.css'
import { fromServer } from './data'
import { reportFault } from './local'
import { useLocalAlarms } from './local-shown'
import { isSilenced, QUIET, shiftOf, silence, whatRings } from './ringing'
import { openSound, ring, type SoundState, soundState } from './sound'
import { SoundCheck } from './sound-check'
import { type ShownAlarm, standingOf, unansweredP1 } from './standing'
import { placePhrase, titlePhrase } from './words-of'

const WORDS = {
  unanswered: { zh: '条 P1 未确认', en: 'P1 unacknowledged' },
  asOf: { zh: '数据截至', en: 'as of' },
  show: { zh: '查看', en: 'Show' },
  silence: { zh: '静音', en: 'Silence' },
  silenced: { zh: '已静音，仍须确认', en: 'silenced, still to be acknowledged' },
  notices: { zh: '告警通报', en: 'Alarm notices' },
  deaf: {
    zh: '告警服务中断：服务器的告警到不了这里',
    en: 'Alarm service lost: its alarms do not reach this page',
  },
} as const

interface Props {
  readonly soundTestedAt: number | null
  readonly onSoundTested: (at: number) => void
  readonly onShow: (alarm: ShownAlarm) => void
}

/** Over every surface: what is most urgent and unanswered, and whether an alarm could be heard at all. */
export default function AlarmBanner({ soundTestedAt, onSoundTested, onShow }: Props) {
  const say = useSay()
  const lang = useLang()
  const { snapshot, quality, cause } = useReading('alarms')
  const local = useLocalAlarms()
  const now = useServerNow(1_000) ?? 0
  const isDeaf = quality === 'lost' && (snapshot !== null || cause !== null)
  const all = [...(snapshot && quality !== 'lost' ? fromServer(snapshot.items) : []), ...local]
  const standing = standingOf(all)
  const urgent = unansweredP1(standing)
  const { sound, isSilenced: isHushed, hush, test } = useSound(standing.queue, now)
  const isTested = soundTestedAt !== null && now > 0 && shiftOf(soundTestedAt) === shiftOf(now)
  const first = urgent[0]

  useEffect(() => {
    if (!first) return
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() === 'm' && !isChord(event) && !isKeyTaken(event)) hush()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [first, hush])

  if (!first && !isDeaf && sound === 'ready' && isTested) return null
  return (
    <div
      className="alarm-banner"
      role="region"
      aria-label={first ? `${urgent.length} ${say(WORDS.unanswered)}` : say(WORDS.notices)}
    >
      {first && (
        <p className="alarm-banner-urgent" role="alert">
          <UrgencyMark urgency="p1" />
          <strong>
            {quality === 'stale' && '≥ '}
            {urgent.length} {say(WORDS.unanswered)}
          </strong>
          <span className="alarm-banner-what">
            {say(titlePhrase(first))} · {say(placePhrase(first))}
          </span>
          <span>{formatAge(now - first.raisedAt, lang)}</span>
          {quality === 'stale' && snapshot && (
            <span className="hatched">
              {say(WORDS.asOf)} {formatClock(snapshot.observedAt)}
            </span>
          )}
        </p>
      )}
      {isDeaf && (
        <strong className="alarm-banner-fault hatched" role="alert">
          <span>{say(WORDS.deaf)}</span>
        </strong>
      )}
      <Toolbar className="alarm-banner-acts" label={say(WORDS.notices)}>
        {first && (
          <Button onClick={() => onShow(first)}>
            {say(WORDS.show)} <Kbd>N</Kbd>
          </Button>
        )}
        {first &&
          (isHushed ? (
            <span className="ink2">{say(WORDS.silenced)}</span>
          ) : (
            <Button onClick={hush}>
              {say(WORDS.silence)} <Kbd>M</Kbd>
            </Button>
          ))}
        {now > 0 && (
          <SoundCheck
            sound={sound}
            isTested={isTested}
            test={test}
            onHeard={() => onSoundTested(now)}
          />
        )}
      </Toolbar>
    </div>
  )
}

const SOUND_FAULT = { zh: '告警声音被浏览器阻止', en: 'Alarm sound blocked by the browser' }

function useSound(queue: readonly ShownAlarm[], now: number) {
  const [sound, setSound] = useState<SoundState>(soundState)
  const memory = useRef(QUIET)
  const [silenced, setSilenced] = useState(QUIET.silenced)
  const latest = useRef(queue)
  latest.current = queue
  useEffect(() => {
    if (now === 0) return
    const { next, sound: due } = whatRings(memory.current, latest.current, now)
    memory.current = next
    if (due) void ring(due).then(setSound)
  }, [now])
  useEffect(() => {
    reportFault('sound', SOUND_FAULT, sound === 'blocked')
    if (sound === 'ready') return
    // Any touch of the page may be what the browser has waited for.
    // But the button here does so itself: were it renamed under the finger, the click would miss it.
    const touched = ({ target }: Event) => {
      if (target instanceof Element && target.closest('.alarm-banner-sound')) return
      void openSound().then(setSound)
    }
    const touches = ['pointerdown', 'keydown'] as const
    for (const touch of touches) window.addEventListener(touch, touched)
    return () => {
      for (const touch of touches) window.removeEventListener(touch, touched)
    }
  }, [sound])
  return {
    sound,
    isSilenced: isSilenced(silenced, queue),
    hush: () => {
      memory.current = silence(memory.current, latest.current)
      setSilenced(memory.current.silenced)
    },
    test: async () => {
      const heard = await ring('p1')
      setSound(heard)
      return heard
    },
  }
}
