import type { AnnotationCause } from '../../api/annotations'
import type { AnnotationDraft } from '../../domain/annotation'
import type { Mark } from '../../domain/measure'
import { dayOf } from '../../domain/review/calendar'
import type { Phrase } from '../../ui/words'
import { formatDayNumber } from '../../view/review'
import type { Unwritten } from './use-marks'

const phrases = <Key extends string>(record: Record<Key, Phrase>) => record

export const MARK_WORDS = phrases({
  own: { zh: '仅在本机', en: 'on this machine only' },
  source: { zh: '随数据', en: 'with the data' },
  keep: { zh: '存入数据', en: 'Keep with the data' },
  remove: { zh: '删除', en: 'Remove' },
  again: { zh: '再试', en: 'Try again' },
  overrule: { zh: '仍按我的改', en: 'Write mine all the same' },
  giveUp: { zh: '放弃我的改动', en: 'Let mine go' },
  mine: { zh: '我的', en: 'Mine' },
  theirs: { zh: '现为', en: 'It is now' },
  removed: { zh: '已删除', en: 'removed' },
  everywhere: { zh: '全省', en: 'everywhere' },
  mayNot: {
    zh: '此角色只能看批注，不能写。',
    en: 'This role reads marks and writes none.',
  },
  waiting: { zh: '批注尚未取得', en: 'Marks are still awaited' },
  old: { zh: '批注陈旧，只到', en: 'Marks are old: as they stood at' },
  failed: { zh: '批注未能取得', en: 'Marks could not be had' },
  setAside: { zh: '条批注不合格，已搁置', en: 'marks set aside (unreadable)' },
  none: { zh: '这些年月还没有批注。', en: 'Nothing has been written of these days yet.' },
  cancel: { zh: '不改了', en: 'Stop editing' },
})

const CAUSES: Readonly<Record<AnnotationCause, Phrase>> = {
  changed: { zh: '他人先改，未存', en: 'somebody was faster: not written' },
  gone: { zh: '此批注已不存在，未存', en: 'the mark is no longer there: not written' },
  full: { zh: '批注已满，须先删旧的', en: 'no room: remove an old mark first' },
  precondition: {
    zh: '请求到达时缺少版本号，未存；再试仍如此请报网络或代理管理',
    en: 'the request came without its revision: not written; if it happens again, tell whoever keeps the proxy',
  },
  forbidden: { zh: '无权写批注，未存', en: 'not allowed to write marks: not written' },
  refused: { zh: '服务拒绝，未存', en: 'refused by the service: not written' },
}

export function outcomePhrase(outcome: Unwritten): Phrase {
  switch (outcome.is) {
    case 'sending':
      return { zh: '正在存', en: 'being written' }
    case 'locked':
      return { zh: '未登录，未存，草稿保留', en: 'not signed in: not written, the draft is kept' }
    case 'unknown':
      return {
        zh: '无应答，不知是否已存，草稿保留；再试不会存成两份',
        en: 'no answer, not known whether it was written; the draft is kept, and trying again writes nothing twice',
      }
    case 'refused':
      return CAUSES[outcome.cause]
  }
}

export const markName = ({ label, labelEn }: Pick<Mark, 'label' | 'labelEn'>): Phrase => ({
  zh: label,
  en: labelEn ?? label,
})

/** As a line beside a chart. */
export const markText = (mark: Mark, lang: 'zh' | 'en'): string =>
  `${formatDayNumber(dayOf(mark.from))} ${markName(mark)[lang]}`

/** "2026-02-25 Roadblock", or that it is struck out. */
export function versionPhrase(draft: AnnotationDraft): Phrase {
  const name = markName(draft)
  const say = (lang: 'zh' | 'en') =>
    `${formatDayNumber(dayOf(draft.from))} ${name[lang]}${draft.isRemoved ? ` (${MARK_WORDS.removed[lang]})` : ''}`
  return { zh: say('zh'), en: say('en') }
}
