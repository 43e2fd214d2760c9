import type { StopClass } from '../../domain/patrol-dose'
import type { OrderState } from '../../domain/patrol-order'
import type { Phrase } from '../../ui/words'

const phrases = <Key extends string>(record: Record<Key, Phrase>) => record

export const WORDS = phrases({
  title: { zh: '覆盖与剂量', en: 'Coverage and dose' },
  views: { zh: '查看', en: 'View' },
  areas: { zh: '各区覆盖', en: 'By area' },
  dose: { zh: '守望点剂量', en: 'Dose by place' },
  order: { zh: '巡线规律', en: 'Order of visits' },
  shift: { zh: '班次', en: 'Shift' },
  digits: { zh: '级别', en: 'Level' },
  prefecture: { zh: '市州', en: 'Prefecture' },
  county: { zh: '区县', en: 'County' },
  waiting: { zh: '等待守望点与到访数据……', en: 'Waiting for places and visits…' },
  old: { zh: '到访数据陈旧：空闲时间为下限。', en: 'Visits are stale: idleness is a lower bound.' },
  lost: { zh: '到访数据中断，无从计算', en: 'Visits are lost: nothing can be computed' },
  lostTodo: { zh: '在数据源页查看原因。', en: 'The feed board says why.' },
  area: { zh: '区域', en: 'Area' },
  places: { zh: '守望点', en: 'Places' },
  within: { zh: '现在间隔内', en: 'Within now' },
  mean: { zh: '平均空闲', en: 'Mean idle' },
  p90: { zh: 'P90 空闲', en: 'P90 idle' },
  worst: { zh: '最久', en: 'Worst' },
  timeWithin: { zh: '间隔内时间', en: 'Time within' },
  place: { zh: '守望点', en: 'Place' },
  stops: { zh: '停留', en: 'Stops' },
  kinds: { zh: '短 / 足 / 超', en: 'short / dose / over' },
  delivered: { zh: '已投入', en: 'Delivered' },
  planned: { zh: '应投入', en: 'Due so far' },
  share: { zh: '完成', en: 'Share' },
  gap: { zh: '最长间隔', en: 'Longest gap' },
  clock: { zh: '到访时刻', en: 'Times of visits' },
  unit: { zh: '单元', en: 'Unit' },
  moves: { zh: '转移次数', en: 'Moves' },
  openness: { zh: '不可预测度', en: 'Openness' },
  chance: { zh: '偶然概率', en: 'p' },
  state: { zh: '判断', en: 'Judgement' },
  how: {
    zh: '“现在”各列截至上述时刻，分母只含此时段有要求的守望点（夜间多数无要求），P90 取最近秩，24 小时内无到访记录的按下限计（≥）。“间隔内时间”按所选班次。',
    en: 'Columns of now are as of the time above, of the places asked for at this hour only (few by night); P90 by nearest rank; places without a visit in 24 h count by their lower bound (≥). Time within is of the shift chosen.',
  },
  doseHow: {
    zh: '剂量：一次停留 10 至 16 分钟，次序不固定（Koper 1995）。应投入：到此刻已满的间隔数 × 计划停留；不足一个间隔不判断；完成 = 已投入 / 应投入。标记：间隔过长（超过该点自身间隔的 1.25 倍）、投入不足（不到应投入一半）、投入过多（已开始各间隔计划的 2 倍起）、超量停留（超 16 分钟的至少 2 次且占半数以上）。',
    en: 'Dose: stops of 10 to 16 min, in no fixed order (Koper 1995). Due: whole intervals so far × the planned stay; before the first is over nothing is judged; share = delivered / due. Marks: a long gap (over 1.25 times the interval of the place itself), under half of what is due, twice the plan of all intervals begun or more, over the dose (two stops or more beyond 16 min, and half of all).',
  },
  orderHow: {
    zh: '不可预测度，近 24 小时：已知现处（与前一处）时，下一处还有多少悬念；0 为固定路线，约 1 为随机。≤ 0.50 且偶然概率 ≤ 0.01 判为可预测；少于 12 次转移或少于 3 处不判断。到访时刻：至少 6 个间隔，变异系数 ≤ 0.25 为可预测。',
    en: 'Openness, over 24 h: how much of the next place is open to somebody who knows the last one or two; 0 is a fixed round, about 1 is chance. Predictable: ≤ 0.50 and p ≤ 0.01; under 12 moves or 3 places nothing is judged. Times of visits: at least 6 gaps, predictable up to a variation of 0.25.',
  },
  asOf: { zh: '截至', en: 'As of' },
  span: { zh: '班次', en: 'Shift' },
  this: { zh: '本班', en: 'This shift' },
  last: { zh: '上一班', en: 'Last shift' },
  day: { zh: '24 小时', en: '24 h' },
  minutes: { zh: '分', en: 'min' },
  marks: { zh: '标记', en: 'Marks' },
  overDose: { zh: '超量停留', en: 'over the dose' },
  under: { zh: '投入不足', en: 'under half' },
  tooMuch: { zh: '投入过多', en: 'twice the plan' },
  twoPlaces: { zh: '不足 3 处，不判断', en: 'under 3 places, not judged' },
  nothing: { zh: '没有守望点', en: 'No watch places' },
  nothingOrder: { zh: '24 小时内没有到访', en: 'No visits in 24 h' },
  itsPlaces: { zh: '看该区守望点', en: 'Its places' },
  allAreas: { zh: '全省', en: 'Whole province' },
  nothingHere: { zh: '该区没有守望点', en: 'No watch places in this area' },
  stopsHere: { zh: '所选时段内的停留', en: 'Stops in the chosen time' },
  noStops: { zh: '所选时段内没有停留', en: 'No stop in the chosen time' },
  lastVisit: { zh: '上一次到访止于', en: 'the last visit ended' },
  noVisit: { zh: '24 小时内没有到访记录', en: 'no visit on record in 24 h' },
  window: { zh: '时段', en: 'Span' },
  noSuchPlace: {
    zh: '登记中没有这个守望点，或它不在所选区域：',
    en: 'No such place in the register, or not in the chosen area: ',
  },
  onMap: { zh: '在地图上看', en: 'Show on the map' },
  close: { zh: '关闭', en: 'Close' },
  still: { zh: '仍在', en: 'still there' },
  each: { zh: '每次计划', en: 'planned stay' },
  setAside: { zh: '剔除的到访：', en: 'Visits set aside: ' },
  gapOver: { zh: '间隔过长', en: 'long gap' },
  early: { zh: '尚早，不判断', en: 'too early to judge' },
  noneDue: { zh: '不足一个间隔', en: 'under one interval' },
})

export const ORDER: Readonly<Record<OrderState, Phrase>> = {
  'too-few': { zh: '次数不足，不判断', en: 'too few to judge' },
  varied: { zh: '多变', en: 'varied' },
  predictable: { zh: '可预测', en: 'predictable' },
}

export const SHIFT_NAME: Readonly<Record<string, Phrase>> = {
  early: { zh: '早班', en: 'Early' },
  middle: { zh: '中班', en: 'Middle' },
  night: { zh: '夜班', en: 'Night' },
}

export const STOP: Readonly<Record<StopClass, Phrase>> = {
  'under-way': { zh: '进行中', en: 'under way' },
  short: { zh: '短', en: 'short' },
  dose: { zh: '足', en: 'a dose' },
  over: { zh: '超', en: 'over' },
}
