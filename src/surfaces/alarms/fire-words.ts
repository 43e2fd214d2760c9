import type { PackFault } from '../../domain/fire-rule-pack'
import type { Phrase } from '../../ui/words'

const phrases = <Key extends string>(record: Record<Key, Phrase>) => record

export const FIRE = phrases({
  funnel: { zh: '检查与隐患', en: 'Inspections and hazards' },
  funnelHow: {
    zh: '今年以来。一次检查可发现多处隐患，整改的可能是往期发现的；未整改 = 期初 + 发现 − 整改，缺数时为下限。',
    en: 'This year so far. One inspection finds several hazards, and what is put right may have been found before; open = before + found − put right, a lower bound where a figure is missing.',
  },
  noReports: { zh: '没有检查报告', en: 'No reports of inspections' },
  inspections: { zh: '检查（次）', en: 'Inspections' },
  found: { zh: '发现隐患（处）', en: 'Hazards found' },
  putRight: { zh: '已整改（处）', en: 'Hazards put right' },
  open: { zh: '未整改（处）', en: 'Hazards open' },
  maintenance: { zh: '维护清单', en: 'Maintenance list' },
  maintenanceHow: {
    zh: '近 90 天误报 2 次以上的设备，误报多者在前，至多列 50 台；已核实 = 属实 + 误报，测试不计。',
    en: 'Devices with 2 and more false alarms in 90 days, the most first, 50 at most; verified are true and false ones, tests left out.',
  },
  noMaintenance: { zh: '没有反复误报的设备', en: 'No device raises false alarms again and again' },
  device: { zh: '设备', en: 'Device' },
  falseAlarms: { zh: '误报（次）', en: 'False alarms' },
  verified: { zh: '已核实（次）', en: 'Verified' },
  lastFalse: { zh: '末次误报', en: 'Last false alarm' },
  noRegister: {
    zh: '设备登记册未到，不知有哪些村寨',
    en: 'The register of devices has not come: which villages there are is unknown',
  },
  villages: { zh: '木房连片村寨', en: 'Villages of wooden houses' },
  villagesHow: {
    zh: '木房 50 栋以上为风险区。无火天数自末次属实火警起算；记录 180 天，没有火警的写“≥”。',
    en: 'Risk areas from 50 wooden houses. Days since the last alarm found true; the record holds 180 days, "≥" where it holds no fire.',
  },
  houses: { zh: '木房（栋）', en: 'Wooden houses' },
  daysWithoutFire: { zh: '无火天数（天）', en: 'Days without fire' },
  lastFire: { zh: '末次火警', en: 'Last fire' },
  waiting: { zh: '待核实（条）', en: 'To be verified' },
  pack: { zh: '消防规则包', en: 'Fire rule pack' },
  earlier: { zh: '取回旧版', en: 'Take an earlier revision' },
  noEarlier: { zh: '旧版未能读取', en: 'Earlier revisions could not be read' },
  packHow: {
    zh: '一行一条。改动后须换 version；有误则指出行列，不生效。限值用于图层、就绪与告警；sureness 为把握程度：2、1、K；authorRole 在生效时写成本席角色。未列：火灾时市政消火栓 0.10 MPa 与 15 L/s、建筑高度 100 m 以上静压 0.15 MPa 与水箱 50 m³，因登记册不记高度、流量与火灾时。',
    en: 'One rule a line. A change needs another version; a wrong pack is refused with line and column. Limits judge layer, readiness and alarms; sureness says how sure we are: 2, 1, K; authorRole becomes the role of this seat when it goes live. Left out: 0.10 MPa and 15 L/s of a street hydrant in a fire, 0.15 MPa static and 50 m³ over 100 m of height, as the register has neither heights nor flows nor fires.',
  },
  loses: {
    zh: '比现行规则包少问，请核对后再按一次：',
    en: 'Asks less than the pack in use; check, and press once more: ',
  },
  noClass: { zh: '整类不再判：', en: 'nothing asked any more of: ' },
  noLine: { zh: '删去：', en: 'gone: ' },
  laxer: { zh: '放宽：', en: 'laxer: ' },
  breaking: { zh: '现读数不符：', en: 'Now outside it:' },
  toHalfWidth: { zh: '改成半角', en: 'Make half-width' },
  faults: { zh: '须改正，未生效', en: 'To be put right; not live' },
  inWords: { zh: '逐条释义', en: 'The rules in words' },
  line: { zh: '行', en: 'Line' },
  asked: { zh: '要求', en: 'Asked' },
  unit: { zh: '单位', en: 'Unit' },
  delay: { zh: '延时（s）', en: 'Delay, s' },
  sureness: { zh: '把握', en: 'How sure' },
})

export const PACK_CAUSE: Readonly<Record<PackFault['cause'], Phrase>> = {
  syntax: { zh: '不是合法的 JSON', en: 'not JSON' },
  'duplicate-key': { zh: '键重复', en: 'key twice' },
  'too-deep': { zh: '嵌套过深', en: 'nested too deep' },
  'too-long': { zh: '过长', en: 'too long' },
  missing: { zh: '缺少键', en: 'key missing' },
  'unknown-key': { zh: '未知的键', en: 'unknown key' },
  type: { zh: '类型不对', en: 'wrong type' },
  word: { zh: '不在可选词中', en: 'not a word of the list' },
  empty: { zh: '不能为空', en: 'must not be empty' },
  'no-lines': { zh: '至少要有一条规则', en: 'needs one rule at least' },
  range: { zh: '超出范围', en: 'out of range' },
  unit: { zh: '设备不用此单位', en: 'not a unit of such a device' },
  condition: { zh: '静压、动压不明或多余', en: 'static or flowing missing, or not wanted' },
  'duplicate-line': { zh: '同一问题写了两行', en: 'the same question twice' },
  contradiction: { zh: '上下限矛盾', en: 'limits contradict' },
  'same-version': { zh: '须换版本号', en: 'needs another version' },
}
