import type { Phrase } from '../../ui/words'

const phrases = <Key extends string>(record: Record<Key, Phrase>) => record

/** Of the time bar and of replay, which come after the first picture. */
export const TIME = phrases({
  timeBar: { zh: '近 28 天每小时起数', en: 'Incidents per hour, last 28 days' },
  noTimeline: { zh: '历史尚未到达', en: 'History has not arrived' },
  notPresent: { zh: '不是当前 · 按 L 回到实时', en: 'not the present · press L for live' },
  replayNoCommands: { zh: '回放中不下命令', en: 'Replay: commands are off' },
  forLive: { zh: '回到实时', en: 'for live' },
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
