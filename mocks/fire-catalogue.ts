import { cumulate } from './random'

/** Static pressure at the worst hydrant (GB 50974-2014 5.2.2), MPa; roof tank (5.2.1), m³. */
export const CLAUSES = {
  'high-rise-public-1': { staticMPa: 0.1, tankM3: 36 },
  'high-rise-public-2': { staticMPa: 0.07, tankM3: 18 },
  'high-rise-residential': { staticMPa: 0.07, tankM3: 12 },
  'multi-storey-public': { staticMPa: 0.07, tankM3: 18 },
  'multi-storey-residential': { staticMPa: 0.07, tankM3: 6 },
  industrial: { staticMPa: 0.1, tankM3: 18 },
} as const
type Built = keyof typeof CLAUSES

export const BUILT: readonly {
  readonly of: Built
  readonly share: number
  readonly names: readonly (readonly [string, string])[]
}[] = [
  {
    of: 'high-rise-public-1',
    share: 0.16,
    names: [
      ['国际金融中心', 'Finance Centre'],
      ['人民医院住院楼', 'Hospital Tower'],
      ['会展酒店', 'Expo Hotel'],
    ],
  },
  {
    of: 'high-rise-public-2',
    share: 0.14,
    names: [
      ['政务服务中心', 'Service Centre'],
      ['商务大厦', 'Business Tower'],
    ],
  },
  {
    of: 'high-rise-residential',
    share: 0.24,
    names: [
      ['锦绣小区高层', 'Jinxiu Towers'],
      ['滨江公寓', 'Riverside Flats'],
      ['安置房高层', 'Resettlement Towers'],
    ],
  },
  {
    of: 'multi-storey-public',
    share: 0.2,
    names: [
      ['第一中学', 'No. 1 School'],
      ['购物中心', 'Shopping Centre'],
      ['客运站', 'Coach Station'],
    ],
  },
  {
    of: 'multi-storey-residential',
    share: 0.12,
    names: [
      ['老城小区', 'Old Town Estate'],
      ['家属院', 'Family Court'],
    ],
  },
  {
    of: 'industrial',
    share: 0.14,
    names: [
      ['产业园厂房', 'Works'],
      ['冷链仓库', 'Cold Store'],
      ['酒业包装车间', 'Packing Plant'],
    ],
  },
]

export const BUILT_SHARES = cumulate(BUILT.map(({ share }) => share))

export const VILLAGE_FIRST = [
  '上',
  '下',
  '大',
  '小',
  '岩',
  '平',
  '高',
  '新',
  '龙',
  '白',
  '石',
  '青',
]
export const VILLAGE_LAST = ['寨', '坪', '洞', '坝', '岭', '溪']
export const LATIN: Record<string, string> = {
  上: 'Shang',
  下: 'Xia',
  大: 'Da',
  小: 'Xiao',
  岩: 'Yan',
  平: 'Ping',
  高: 'Gao',
  新: 'Xin',
  龙: 'Long',
  白: 'Bai',
  石: 'Shi',
  青: 'Qing',
  寨: 'zhai',
  坪: 'ping',
  洞: 'dong',
  坝: 'ba',
  岭: 'ling',
  溪: 'xi',
}

/** Villages of wooden houses: most stand in the south-east. */
export const VILLAGE_WEIGHT: Record<string, number> = {
  '522600': 10,
  '522700': 3,
  '520600': 2,
  '522300': 1,
  '520100': 0,
}
