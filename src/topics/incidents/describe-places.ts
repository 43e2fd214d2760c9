import type { HotPlace } from '../../domain/incident-hot-spots'
import { NEAR_DAYS, NEAR_M } from '../../domain/near-limits'
import type { WatchCell } from '../../domain/near-repeat'
import { formatStamp } from '../../ui/clock'
import { formatCount, formatTenth } from '../../ui/numbers'
import type { Description } from '../topic'
import type { IncidentsData } from './data'
import { COMPUTING, cellsOf, hotId, spotsOf, watchId } from './hot-places'

/** A place that is still drawn while another window is tested keeps its card, without figures. */
export function describePlace(place: HotPlace, data: IncidentsData): Description {
  const { confidence, position } = place
  const now = spotsOf(data)
  const { incidents, areaKm2, peakZ } = now ? place : UNTOLD
  const windowKm = formatTenth(now && now.windowM / 1_000)
  return {
    title: { zh: '警情热点', en: 'Incident hot spot' },
    subtitle:
      confidence === null
        ? { zh: '看似热点，样本不足，不作判断', en: 'Looks hot; too few to say' }
        : { zh: '经检验不是偶然', en: 'Tested: not chance' },
    state: !now
      ? COMPUTING
      : confidence === null
        ? { zh: '不足 30 起', en: 'under 30' }
        : {
            zh: `错误发现率 ≤ ${100 - confidence} / 100`,
            en: `false discoveries ≤ ${100 - confidence} in 100`,
          },
    urgency: null,
    facts: [
      {
        label: { zh: '峰值窗内', en: 'In the peak window' },
        value: formatCount(incidents),
        note: { zh: `起，${windowKm} km 见方`, en: `incidents, ${windowKm} km square` },
      },
      { label: { zh: 'Gi* 峰值', en: 'Highest Gi*' }, value: formatTenth(peakZ) },
      {
        label: { zh: '圈内面积', en: 'Area inside' },
        value: formatTenth(areaKm2),
        note: { zh: 'km²；圈线在窗的中心', en: 'km²; the line runs through middles of windows' },
      },
    ],
    position,
    observedAt: data.asOf ?? 0,
  }
}

const UNTOLD = { incidents: null, areaKm2: null, peakZ: null }

export function describeCell(cell: WatchCell, { asOf }: IncidentsData): Description {
  return {
    title: { zh: '近重复关注格', en: 'Watch cell' },
    subtitle: {
      zh: `${NEAR_M} m 内，${NEAR_DAYS} 天内再看`,
      en: `within ${NEAR_M} m, for ${NEAR_DAYS} days`,
    },
    state: { zh: `${formatStamp(cell.until)} 到期`, en: `ends ${formatStamp(cell.until)}` },
    urgency: null,
    facts: [
      { label: { zh: '警情', en: 'Incidents' }, value: formatCount(cell.count) },
      { label: { zh: '最早', en: 'First' }, value: formatStamp(cell.from) },
    ],
    position: cell.position,
    observedAt: asOf ?? cell.from,
  }
}

/** A place or a watch cell by its id; null: it is neither. */
export function describeFound(data: IncidentsData, id: string): Description | null {
  const place = data.bulk?.analysis?.hot.spots?.places.find((one) => hotId(one) === id)
  if (place) return describePlace(place, data)
  const cell = cellsOf(data).find((one) => watchId(one) === id)
  if (cell) return describeCell(cell, data)
  return null
}
