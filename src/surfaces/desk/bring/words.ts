import type { SetAside } from '../../../api/bring/build'
import type { Roles } from '../../../api/bring/recognise'
import type { BringCause } from '../../../api/bring/refusal'
import type { Phrase } from '../../../ui/words'

const phrases = <Key extends string>(record: Record<Key, Phrase>) => record

export const WORDS = phrases({
  title: { zh: '打开警情文件', en: 'Open a file of incidents' },
  drop: {
    zh: '松开以打开；文件不离开本浏览器',
    en: 'Let go to open; the file does not leave this browser',
  },
  kinds: {
    zh: 'CSV、GeoJSON、Parquet、Arrow，可用 gzip 或 zstd 压缩，至多 2 GB、一千万行。文件只在本浏览器内读取，不上传。',
    en: 'CSV, GeoJSON, Parquet or Arrow, also packed by gzip or zstd; at most 2 GB and ten million rows. It is read in this browser and sent nowhere.',
  },
  choose: { zh: '选择文件', en: 'Choose a file' },
  opening: { zh: '正在打开', en: 'Opening' },
  loading: { zh: '正在读取', en: 'Reading' },
  rows: { zh: '行', en: 'rows' },
  cancel: { zh: '取消', en: 'Cancel' },
  close: { zh: '关闭', en: 'Close' },
  another: { zh: '另选文件', en: 'Another file' },
  columns: { zh: '各列含义', en: 'What the columns mean' },
  none: { zh: '（没有）', en: '(none)' },
  mustChoose: { zh: '（请选择）', en: '(choose)' },
  crs: { zh: '坐标系', en: 'Coordinate system' },
  zone: { zh: '无时区的时间按', en: 'Times without a zone are of' },
  zoneTold: { zh: '时间自带时区', en: 'Times tell their zone' },
  order: { zh: '日期写法', en: 'Dates are written' },
  dmy: { zh: '日/月/年', en: 'day/month/year' },
  mdy: { zh: '月/日/年', en: 'month/day/year' },
  dedupe: {
    zh: '时间、位置、类别全同的只计一次',
    en: 'Count rows of the same time, place and category once',
  },
  load: { zh: '读取', en: 'Read it' },
  noTime: {
    zh: '没有时间列：只能看位置，整份按 起/km² 显示，不随时段变化；时段、近重复、前后比较没有意义。',
    en: 'No column of times: only where they lie can be seen, all of them per km², whatever window is chosen. Hours, near repeats and comparisons of periods mean nothing.',
  },
  standsFor: { zh: '没有时间，全部计在', en: 'Without times, all count on' },
  needsDay: { zh: '计在哪一天', en: 'the day that they count on' },
  needsZone: { zh: '时区', en: 'the time zone' },
  needsOrder: { zh: '日期写法', en: 'how dates are written' },
  needs: { zh: '尚需选择：', en: 'Still to be chosen: ' },
  kept: { zh: '采用', en: 'Kept' },
  aside: { zh: '不采用', en: 'Set aside' },
  duplicates: { zh: '重复行', en: 'Duplicates' },
  dropped: { zh: '只计一次', en: 'counted once' },
  countedAll: { zh: '全部计入', en: 'all counted' },
  unplaced: { zh: '无位置（计数，不上图）', en: 'Without a position (counted, not drawn)' },
  farOff: {
    zh: '远在其他点之外（保留，不计入密度；请核对坐标系）',
    en: 'Far from all others (kept, not in the density; check the coordinate system)',
  },
  atZero: {
    zh: '位于经度 0、纬度 0（多为缺失的坐标；保留）',
    en: 'At longitude 0, latitude 0 (mostly a missing position; kept)',
  },
  mixedZones: {
    zh: '有的时间带时区，有的不带；不带的按所选时区读取。',
    en: 'Some times tell a zone and some do not; those are read in the zone chosen.',
  },
  monthOnly: {
    zh: '只有年月：按整月显示，比率按整月天数计；时段与近重复分析没有意义。',
    en: 'Month only: shown by whole months, with rates over all their days; hours and near repeats mean nothing here.',
  },
  dayOnly: {
    zh: '只有日期的计在零时；多数如此的文件按整日显示。',
    en: 'What tells a date only counts at midnight; a file of mostly such rows is shown by whole days.',
  },
  asPublic: {
    zh: '没有来源列：全部计入，不能按来源筛选。',
    en: 'No column of sources: all rows count, and they cannot be narrowed by source.',
  },
  takenFor: { zh: '类别对应', en: 'Categories were taken for' },
  sourcesTakenFor: { zh: '来源对应', en: 'Sources were taken for' },
  sampleOf: { zh: '例', en: 'e.g.' },
  show: { zh: '显示', en: 'Show them' },
  saveReport: { zh: '导出报告 CSV', en: 'Report as CSV' },
})

export const ROLE: Readonly<Record<keyof Roles, Phrase>> = {
  time: { zh: '时间', en: 'Time' },
  lng: { zh: '经度', en: 'Longitude' },
  lat: { zh: '纬度', en: 'Latitude' },
  category: { zh: '类别', en: 'Category' },
  source: { zh: '来源', en: 'Source' },
}

export const ASIDE: Readonly<Record<SetAside, Phrase>> = {
  'no-time': { zh: '时间为空', en: 'no time' },
  'bad-time': { zh: '时间读不出', en: 'time cannot be read' },
  'no-zone': { zh: '时间无时区', en: 'time without a zone' },
  'no-order': { zh: '日月次序不明', en: 'day and month cannot be told apart' },
  'bad-position': { zh: '坐标不成立', en: 'position is none' },
}

export const CAUSE: Readonly<Record<BringCause, Phrase>> = {
  'too-large': { zh: '文件过大（解压后至多 2 GB）', en: 'Too large (2 GB unpacked at most)' },
  bomb: { zh: '压缩率异常，已中止解压', en: 'It unpacks beyond reason; given up' },
  damaged: { zh: '文件残缺或损坏', en: 'The file is cut short or damaged' },
  'no-table': { zh: '不是表格', en: 'This is not a table' },
  'too-many-columns': { zh: '列数过多（至多 1,000）', en: 'Too many columns (1,000 at most)' },
  'too-many-rows': { zh: '行数过多（至多一千万）', en: 'Too many rows (ten million at most)' },
  empty: { zh: '没有可用的行', en: 'No row can be used' },
  'unknown-kind': { zh: '不支持的文件类型', en: 'This kind of file is not read' },
}
