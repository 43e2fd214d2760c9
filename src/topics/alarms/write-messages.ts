import type { WriteCause } from '../../api/alarm-writes'
import type { Phrase } from '../../ui/words'

/** What became of a write, and what the officer can do. */
export const WRITE: Readonly<Record<WriteCause, Phrase>> = {
  network: {
    zh: '没有收到应答，不知是否生效。可再按一次：不会重复执行。',
    en: 'No answer: nobody knows whether it arrived. Press again: it is done once.',
  },
  changed: {
    zh: '别人先处理了。请看现在的状态，再决定。',
    en: 'Somebody was faster. Look at the state as it is now.',
  },
  superseded: {
    zh: '又有新的一次告警，刚才的确认没有算在它头上。',
    en: 'A newer occurrence stands; the answer was not taken for it.',
  },
  'not-possible': { zh: '现在的状态不接受此操作。', en: 'Its present state takes no such action.' },
  'no-reason': { zh: '请写明原因。', en: 'Give a reason.' },
  'too-long': { zh: '最多搁置 8 小时。', en: 'Shelve for at most 8 h.' },
  'already-over': { zh: '时间须在将来。', en: 'The time must lie ahead.' },
  gone: { zh: '此告警已不存在。', en: 'This alarm is no longer there.' },
  refused: { zh: '服务器拒绝了此操作。', en: 'The server refused it.' },
}

/** Where a key of the card has nothing to do, why. */
export const NOTHING_TO_DO = {
  s: { zh: '现在的状态不能搁置', en: 'It cannot be shelved in its present state' },
  p1: { zh: 'P1 须先确认，再搁置', en: 'A P1 is acknowledged before it is shelved' },
  v: { zh: '只有火警要核实', en: 'Only fire alarms are verified' },
  r: {
    zh: '没有可复位的：原因未消失，或此告警不保持',
    en: 'Nothing to reset: its cause stands, or it does not latch',
  },
} as const satisfies Record<string, Phrase>

/** After a key that opened nothing: what is typed for the form that did not come is no command. */
export const KEYS_PAUSE: Phrase = {
  zh: '停键 1 秒后，按键才再作命令。',
  en: 'Keys are commands again after a pause of 1 s.',
}
