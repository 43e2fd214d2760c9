import { COUNT_METHOD, type Measure, NO_PARTS, NONE, PER_CENT, SHARE_METHOD } from './measure'

const plain = { parts: NO_PARTS, sensitive: NONE } as const

export const fireConfirmed: Measure = {
  ...plain,
  id: 'fire-confirmed',
  kind: 'count',
  title: { zh: '火警，已属实', en: 'Fire alarms, true' },
  unit: { zh: '起', en: 'alarms' },
  rate: { per: 1, unit: { zh: '起 / 日', en: 'per day' } },
  definition: {
    zh: '消防设备报警并核实为“属实”的火警，按报警日计',
    en: 'Alarms of fire devices that were verified as true, on the day they rang',
  },
  numerator: { zh: '属实火警', en: 'true alarms' },
  denominator: { zh: '日数', en: 'days' },
  excluded: { zh: '误报、测试与待核实', en: 'false alarms, tests, and those not verified' },
  method: COUNT_METHOD,
}

export const falseAlarms: Measure = {
  ...plain,
  id: 'false-alarms',
  kind: 'share',
  title: { zh: '火警误报率', en: 'False fire alarms' },
  unit: { zh: '起', en: 'alarms' },
  rate: PER_CENT,
  definition: {
    zh: '已核实火警中为误报的比例',
    en: 'Share of verified fire alarms that were false',
  },
  numerator: { zh: '误报', en: 'false alarms' },
  denominator: { zh: '已核实为属实或误报的火警', en: 'alarms verified as true or false' },
  excluded: { zh: '测试与待核实', en: 'tests, and those not verified' },
  method: SHARE_METHOD,
}

export const fireReadiness: Measure = {
  ...plain,
  id: 'fire-readiness',
  kind: 'share',
  title: { zh: '消防就绪', en: 'Fire readiness' },
  unit: { zh: '设备·日', en: 'device-days' },
  rate: PER_CENT,
  definition: {
    zh: '正常、在线、符合条文且读数可信的设备·日占全部设备·日的比例；未知计为未就绪',
    en: 'Device-days that were normal, heard of and within their clause; unknown counts as not ready',
  },
  numerator: { zh: '就绪设备·日', en: 'device-days ready' },
  denominator: { zh: '全部设备·日', en: 'all device-days' },
  excluded: { zh: '无', en: 'nothing' },
  method: SHARE_METHOD,
  // A device that fails today fails tomorrow: days of one device are no separate cases.
}

export const inspections: Measure = {
  ...plain,
  id: 'inspections',
  kind: 'count',
  title: { zh: '消防检查', en: 'Fire inspections' },
  unit: { zh: '次', en: 'inspections' },
  rate: { per: 1, unit: { zh: '次 / 日', en: 'per day' } },
  definition: {
    zh: '消防监督检查次数，按检查日计',
    en: 'Fire inspections, on the day they were made',
  },
  numerator: { zh: '检查次数', en: 'inspections' },
  denominator: { zh: '日数', en: 'days' },
  excluded: { zh: '复查', en: 'second visits' },
  method: COUNT_METHOD,
}

export const hazards: Measure = {
  ...plain,
  id: 'hazards',
  kind: 'share',
  title: { zh: '隐患整改', en: 'Hazards put right' },
  unit: { zh: '处', en: 'hazards' },
  rate: PER_CENT,
  definition: {
    zh: '发现的火灾隐患中已整改的比例，按发现日计',
    en: 'Share of fire hazards found that were put right, by the day they were found',
  },
  numerator: { zh: '已整改隐患', en: 'hazards put right' },
  denominator: { zh: '发现的隐患', en: 'hazards found' },
  excluded: { zh: '无', en: 'nothing' },
  method: SHARE_METHOD,
}
