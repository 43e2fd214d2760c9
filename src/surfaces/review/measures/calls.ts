import { INCIDENT_CATEGORIES } from '../../../domain/incident'
import { CATEGORY } from '../../../topics/incidents/category-words'
import { COUNT_METHOD, type Measure, NO_PARTS, NONE, PER_CENT, SHARE_METHOD } from './measure'

const CATEGORIES = Object.fromEntries(
  INCIDENT_CATEGORIES.filter((category) => category !== 'unknown').map((category) => [
    category,
    CATEGORY[category],
  ]),
)

export const incidents: Measure = {
  id: 'incidents',
  kind: 'rate',
  title: { zh: '接报警情', en: 'Incidents reported' },
  unit: { zh: '起', en: 'incidents' },
  rate: { per: 100_000, unit: { zh: '起 / 10 万人·日', en: 'per 100,000 persons and day' } },
  definition: {
    zh: '110 接报并立案处置的警情，按发生日计；一起警情多人报警只计一次',
    en: 'Incidents taken by 110, on the day they occurred; one incident once, however many called',
  },
  numerator: { zh: '警情起数', en: 'incidents' },
  denominator: {
    zh: '在地人口·日（普查 2020，春运期间按返乡估计调整）',
    en: 'persons present and day (census 2020, adjusted for the festival season)',
  },
  excluded: {
    zh: '骚扰、重复与测试来电；巡逻自查不作热点依据但计入',
    en: 'nuisance, repeated and test calls; what patrols found is counted here',
  },
  method: COUNT_METHOD,
  parts: CATEGORIES,
  sensitive: new Set(['assault', 'missing', 'medical']),
}

export const response: Measure = {
  id: 'response',
  kind: 'share',
  title: { zh: '城镇 5 分钟到场', en: 'Town, there within 5 min' },
  unit: { zh: '起', en: 'incidents' },
  rate: PER_CENT,
  definition: {
    zh: '接报至首个单元到场不超过 5 分 00 秒的城镇警情所占比例；5 分钟为本地设定，国家规定未给分钟数',
    en: 'Share of town incidents whose first unit was there within 5:00 of the call; 5 min is a local setting',
  },
  numerator: { zh: '5 分钟内到场的城镇警情', en: 'town incidents reached within 5 min' },
  denominator: {
    zh: '接报、到场两个时刻俱全的城镇警情',
    en: 'town incidents with both times',
  },
  excluded: { zh: '缺接报或到场时刻者', en: 'incidents without one of the two times' },
  method: SHARE_METHOD,
  parts: NO_PARTS,
  sensitive: NONE,
}

export const responseTime: Measure = {
  id: 'response-time',
  kind: 'count',
  title: { zh: '到场用时', en: 'Time to arrive' },
  unit: { zh: '起', en: 'incidents' },
  rate: { per: 1, unit: { zh: '起 / 日', en: 'per day' } },
  definition: {
    zh: '接报至首个单元到场的用时，按档计数；分位数在档内按直线插值',
    en: 'From the call to the first unit on the spot, counted by classes; percentiles are interpolated within a class',
  },
  numerator: { zh: '各档警情起数', en: 'incidents in each class' },
  denominator: { zh: '两个时刻俱全的警情', en: 'incidents with both times' },
  excluded: { zh: '缺接报或到场时刻者', en: 'incidents without one of the two times' },
  method: {
    zh: '分位数的 95 % 区间由秩的二项分布得出（Conover）',
    en: '95 % interval of a percentile from the binomial distribution of ranks (Conover)',
  },
  parts: Object.fromEntries(
    ['2', '4', '5', '6', '8', '10', '12', '15', '20', '30', '60'].map((minutes) => [
      minutes,
      { zh: `${minutes} 分以内`, en: `up to ${minutes} min` },
    ]),
  ),
  sensitive: NONE,
}

export const villageFires: Measure = {
  id: 'village-fires',
  kind: 'count',
  title: { zh: '村寨火灾', en: 'Village fires' },
  unit: { zh: '起', en: 'fires' },
  rate: { per: 1, unit: { zh: '起 / 日', en: 'per day' } },
  definition: {
    zh: '50 户以上木结构村寨内的火灾警情，按发生日计',
    en: 'Fires in villages of 50 and more wooden houses, on the day they occurred',
  },
  numerator: { zh: '火灾起数', en: 'fires' },
  denominator: { zh: '日数', en: 'days' },
  excluded: { zh: '野外用火与误报', en: 'fires in the open, false alarms' },
  method: COUNT_METHOD,
  parts: NO_PARTS,
  sensitive: NONE,
}
