import type { Phrase } from '../../ui/words'

/** Of the card alone, which no first picture waits for. */
export const CARD = {
  guidance: { zh: '处置指引', en: 'Guidance' },
  photo: { zh: '现场照片', en: 'Photograph of the place' },
  noPhoto: { zh: '没有照片', en: 'No photograph' },
  answers: { zh: '处置', en: 'Answers' },
  acknowledge: { zh: '确认', en: 'Acknowledge' },
  reset: { zh: '复位', en: 'Reset' },
  shelve: { zh: '搁置…', en: 'Shelve…' },
  unshelve: { zh: '取消搁置', en: 'Unshelve' },
  verify: { zh: '核实…', en: 'Verify…' },
  reason: { zh: '原因', en: 'Reason' },
  length: { zh: '时长', en: 'For' },
  finding: { zh: '写明结论（不写姓名）', en: 'what it was (no names)' },
  file: { zh: '提交', en: 'File' },
  minutes: { zh: '分钟', en: 'minutes' },
  cancel: { zh: '取消', en: 'Cancel' },
  sending: { zh: '发送中……', en: 'Sending…' },
} as const satisfies Record<string, Phrase>
