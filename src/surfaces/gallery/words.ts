import type { Phrase } from '../../ui/words'

export const WORDS = {
  gallery: { zh: '陈列室', en: 'Gallery' },
  scenario: { zh: '场景', en: 'Scenario' },
  quality: { zh: '数据质量', en: 'Quality' },
  window: { zh: '时间窗', en: 'Window' },
  making: { zh: '正在生成……', en: 'Being made…' },
  kit: { zh: '部件', en: 'Kit' },
  example: { zh: '示例', en: 'Example' },
  counts: { zh: '2,272 / 2,318', en: '2,272 / 2,318' },
  why: { zh: '为何为空。', en: 'Why it is empty.' },
  todo: { zh: '该怎么办。', en: 'What to do.' },
} satisfies Record<string, Phrase>
