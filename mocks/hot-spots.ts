import type { LngLat } from '../src/domain/geo'

/** A tight cluster: share of its prefecture's incidents, and how far they scatter. */
export interface HotSpot {
  readonly code: string
  readonly name: string
  readonly centre: LngLat
  readonly sigmaM: number
  readonly share: number
  readonly streets: readonly string[]
}

/** Real quarters at approximate positions; the amounts are invented. */
export const HOT_SPOTS: readonly HotSpot[] = [
  spot('520102', '花果园', 106.687, 26.563, 480, 0.17, [
    '花果园大街',
    '延安南路',
    '中山南路',
    '彭家湾路',
  ]),
  spot('520103', '中华北路', 106.713, 26.588, 460, 0.17, [
    '中华北路',
    '北京路',
    '延安中路',
    '合群路',
  ]),
  spot('520102', '大十字', 106.715, 26.577, 420, 0.12, [
    '中华南路',
    '中山西路',
    '都司高架路',
    '文昌南路',
  ]),
  spot('520102', '贵阳站', 106.706, 26.556, 450, 0.07, ['遵义路', '解放路', '四通街']),
  spot('520115', '会展城', 106.629, 26.647, 600, 0.08, ['长岭北路', '观山东路', '林城东路']),
  spot('520111', '小河', 106.696, 26.508, 550, 0.04, ['黄河路', '珠江路', '长江路']),
  spot('520111', '大学城', 106.634, 26.385, 800, 0.03, ['栋青路', '思孟路']),
  spot('520113', '白云', 106.631, 26.678, 600, 0.03, ['白云南路', '同心西路']),
  spot('520302', '丁字口', 106.928, 27.694, 480, 0.12, ['中华路', '万里路', '老城新街']),
  spot('520303', '汇川', 106.934, 27.724, 550, 0.07, ['香港路', '上海路', '厦门路']),
  spot('520201', '钟山', 104.85, 26.593, 500, 0.24, ['钟山大道', '人民路', '荷城路']),
  spot('520502', '七星关', 105.292, 27.302, 500, 0.12, ['洪山路', '威宁路', '百里杜鹃大道']),
  spot('522601', '凯里', 107.981, 26.578, 500, 0.18, ['北京西路', '韶山南路', '博南路']),
  spot('522701', '都匀', 107.519, 26.261, 500, 0.17, ['剑江中路', '民族路', '斗篷山路']),
  spot('522301', '兴义', 104.897, 25.092, 520, 0.2, ['瑞金路', '神奇路', '桔山大道']),
  spot('520602', '碧江', 109.188, 27.72, 480, 0.18, ['解放路', '锦江北路', '民主路']),
  spot('520402', '西秀', 105.935, 26.248, 500, 0.22, ['中华东路', '塔山东路', '南华路']),
]

function spot(
  code: string,
  name: string,
  lng: number,
  lat: number,
  sigmaM: number,
  share: number,
  streets: readonly string[],
): HotSpot {
  return { code, name, centre: [lng, lat], sigmaM, share, streets }
}
