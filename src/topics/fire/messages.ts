import type { BuildingClass, FireDeviceKind, HydraulicCondition } from '../../domain/fire'
import type { Incomparable } from '../../domain/fire-clauses'
import type { DeviceClass } from '../../domain/fire-readiness'
import type { Phrase } from '../../ui/words'

export const CLASS: Record<DeviceClass, Phrase> = {
  alarm: { zh: '火警', en: 'alarm' },
  fault: { zh: '故障', en: 'fault' },
  supervisory: { zh: '监管', en: 'supervisory' },
  disabled: { zh: '屏蔽', en: 'disabled' },
  unknown: { zh: '未知', en: 'unknown' },
  normal: { zh: '正常', en: 'normal' },
}

export const KIND: Record<FireDeviceKind, Phrase> = {
  smoke: { zh: '感烟探测器', en: 'Smoke detector' },
  heat: { zh: '感温探测器', en: 'Heat detector' },
  'call-point': { zh: '手动报警按钮', en: 'Call point' },
  extinguisher: { zh: '灭火器', en: 'Extinguisher' },
  'tank-level': { zh: '水箱液位', en: 'Tank level' },
  'hydrant-pressure': { zh: '消火栓压力', en: 'Hydrant pressure' },
  pump: { zh: '消防泵', en: 'Fire pump' },
  power: { zh: '消防电源', en: 'Power supply' },
  unknown: { zh: '未知设备', en: 'Unknown device' },
}

export const BUILDING: Record<BuildingClass, Phrase> = {
  'high-rise-public-1': { zh: '一类高层公共建筑', en: 'high-rise public, class 1' },
  'high-rise-public-2': { zh: '二类高层公共建筑', en: 'high-rise public, class 2' },
  'high-rise-residential': { zh: '高层住宅', en: 'high-rise residential' },
  'multi-storey-public': { zh: '多层公共建筑', en: 'multi-storey public' },
  'multi-storey-residential': { zh: '多层住宅', en: 'multi-storey residential' },
  industrial: { zh: '工业建筑', en: 'industrial' },
  'wooden-village': { zh: '木结构村寨', en: 'wooden village' },
  street: { zh: '市政道路', en: 'street' },
  unknown: { zh: '未知类别', en: 'unknown class' },
}

export const CONDITION: Record<HydraulicCondition, Phrase> = {
  static: { zh: '静压', en: 'static' },
  flowing: { zh: '动压', en: 'flowing' },
}

/** Why no clause can be held against a reading, where one would speak of the device. */
export const INCOMPARABLE: Record<Exclude<Incomparable, 'no-clause'>, Phrase> = {
  condition: {
    zh: '条文与读数的工况（静压、动压）不同，不对照',
    en: 'not comparable: its clause speaks of the other condition',
  },
  class: { zh: '类别未知，不对照', en: 'not comparable: class unknown' },
  unit: { zh: '单位不同或未知，不对照', en: 'not comparable: unit differs or is unknown' },
}

export const WORDS = {
  name: { zh: '消防', en: 'Fire' },
  devices: { zh: '台', en: 'devices' },
  ready: { zh: '可用', en: 'ready' },
  readiness: { zh: '就绪', en: 'Ready' },
  readinessHow: {
    zh: '正常、在线且符合条文；未知计入分母',
    en: 'of all devices, unknown ones included',
  },
  outside: { zh: '不符合条文', en: 'Outside its clause' },
  outsideStandard: { zh: '不符合 GB 50974-2014 条文', en: 'Outside GB 50974-2014' },
  advisory: { zh: '（宜）', en: '(advisory)' },
  implausible: { zh: '读数不可信', en: 'Implausible readings' },
  hazards: { zh: '未整改隐患', en: 'Hazards open' },
  unplaced: { zh: '无坐标', en: 'Without position' },
  unregistered: { zh: '名录外读数', en: 'Readings of unregistered devices' },
  states: { zh: '全部状态', en: 'All states' },
  value: { zh: '读数', en: 'Reading' },
  condition: { zh: '工况', en: 'Condition' },
  houses: { zh: '木房栋数', en: 'Wooden houses' },
  riskVillage: { zh: '50 栋及以上，为火灾风险村寨', en: '50 and more: a risk village' },
  area: { zh: '区划', en: 'Area' },
  observed: { zh: '末次读数', en: 'Last reading' },
  silent: { zh: '6 分钟以上未上报', en: 'nothing heard for over 6 min' },
  never: { zh: '从未上报', en: 'never heard of' },
  clockSuspect: { zh: '设备时钟超前，读数不采信', en: 'its clock is ahead: reading not trusted' },
  notComparable: { zh: '无可对照条文', en: 'no clause to hold it against' },
  impossible: { zh: '数值或单位不可能', en: 'impossible value or unit' },
} as const satisfies Record<string, Phrase>
