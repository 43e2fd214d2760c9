import { useEffect, useState } from 'react'
import { UrgencyMark } from '../../ui/glyph'
import { Button } from '../../ui/kit'
import { useSay } from '../../ui/lang'
import { reportFault } from './local'
import type { SoundState } from './sound'

const WORDS = {
  blocked: {
    zh: '浏览器不许发声：告警不会响',
    en: 'The browser blocks sound: alarms will not ring',
  },
  allow: { zh: '允许发声并试音', en: 'Allow and test' },
  untested: { zh: '本班尚未试音', en: 'Sound not tested this shift' },
  test: { zh: '试音', en: 'Test' },
  heardIt: { zh: '听到了吗？', en: 'Did you hear it?' },
  yes: { zh: '听到', en: 'Yes' },
  no: { zh: '没听到', en: 'No' },
  unheard: {
    zh: '试音没有听到：查音量、扬声器、静音键',
    en: 'The test was not heard: check volume, speaker, mute key',
  },
  again: { zh: '再试', en: 'Test again' },
} as const

const UNHEARD_FAULT = { zh: '告警声音听不到', en: 'Alarm sound cannot be heard' }

interface Props {
  readonly sound: SoundState
  readonly isTested: boolean
  readonly test: () => Promise<SoundState>
  readonly onHeard: () => void
}

/** Whether an alarm could be heard here: the browser knows whether it plays, and only a person whether it sounds. */
export function SoundCheck({ sound, isTested, test, onHeard }: Props) {
  const say = useSay()
  const [asked, setAsked] = useState<'not' | 'ask' | 'unheard'>('not')
  const isUnheard = asked === 'unheard'
  useEffect(() => reportFault('hearing', UNHEARD_FAULT, isUnheard), [isUnheard])
  if (sound === 'ready' && isTested && asked === 'not') return null

  async function play() {
    setAsked((await test()) === 'ready' ? 'ask' : 'not')
  }
  function heard() {
    setAsked('not')
    onHeard()
  }
  if (asked === 'ask')
    return (
      <span className="alarm-banner-sound" role="status">
        {say(WORDS.heardIt)}
        <Button onClick={heard}>{say(WORDS.yes)}</Button>
        <Button onClick={() => setAsked('unheard')}>{say(WORDS.no)}</Button>
        <Button onClick={play}>{say(WORDS.again)}</Button>
      </span>
    )
  const fault = isUnheard ? WORDS.unheard : sound === 'ready' ? null : WORDS.blocked
  return (
    <span className="alarm-banner-sound">
      {fault ? (
        <strong className="alarm-banner-fault" role="alert">
          <UrgencyMark urgency="p3" /> {say(fault)}
        </strong>
      ) : (
        say(WORDS.untested)
      )}
      <Button onClick={play}>
        {say(isUnheard ? WORDS.again : sound === 'ready' ? WORDS.test : WORDS.allow)}
      </Button>
    </span>
  )
}
