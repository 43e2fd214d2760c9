import type { Phrase } from '../../ui/words'

const phrases = <Key extends string>(record: Record<Key, Phrase>) => record

/** Of the time bar, which comes after the first picture. */
export const TIME = phrases({
  clock: { zh: '时钟', en: 'Clock' },
  play: { zh: '播放', en: 'Play' },
  pause: { zh: '暂停', en: 'Pause' },
  speed: { zh: '速度', en: 'Speed' },
  loops: { zh: '循环', en: 'loops' },
  step: { zh: '步长', en: 'Step' },
  stepMin: { zh: '步长（分钟）', en: 'Step in minutes' },
  byShift: { zh: '按班次', en: 'By shift' },
  minutes: { zh: '分', en: 'min' },
  pin: { zh: '钉住起点', en: 'Pin start' },
  brush: { zh: '时间窗终点', en: 'End of the window' },
  brushHint: { zh: '拖动 · ← → · [ ]', en: 'drag · ← → · [ ]' },
  perHour: { zh: '每小时起数', en: 'per hour' },
})
