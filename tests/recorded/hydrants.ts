import type * as z from 'zod/mini'
import type { fireDeviceWire } from '../../src/api/feeds/fire-devices'
import type { fireReadingWire } from '../../src/api/feeds/fire-readings'

type DeviceWire = z.input<typeof fireDeviceWire>
type ReadingWire = z.input<typeof fireReadingWire>

/** One hydrant as a fire brigade's register exports it: every value a string, an empty one where nothing was entered. */
export interface Hydrant {
  readonly geometry: { readonly coordinates: readonly [number, number] }
  readonly properties: Readonly<Record<string, string | undefined>>
}

const of = ({ properties }: Hydrant, field: string) => properties[field] ?? ''

/** “2024/10/10 上午 08:55:04” of UTC+8 as ISO 8601; what cannot be read as it came, for the door to judge. */
export function timeOf(text: string): string {
  const parts = /^(\d{4})\/(\d{1,2})\/(\d{1,2}) (上午|下午) (\d{2}):(\d{2}:\d{2})$/.exec(text)
  if (!parts) return text
  const [, year = '', month = '', day = '', half, hour = '', rest] = parts
  const of24 = (Number(hour) % 12) + (half === '下午' ? 12 : 0)
  const two = (n: string | number) => String(n).padStart(2, '0')
  return `${year}-${two(month)}-${two(day)}T${two(of24)}:${rest}+08:00`
}

const idOf = (hydrant: Hydrant) => of(hydrant, '消防栓編號').replace(/\.0$/, '')

export function deviceOf(hydrant: Hydrant): DeviceWire {
  return {
    id: idOf(hydrant),
    kind: 'hydrant-pressure',
    placeId: `taichung-${of(hydrant, 'name')}`,
    place: of(hydrant, '消防栓位置'),
    buildingClass: 'street',
    position: [...hydrant.geometry.coordinates],
    areaCode: of(hydrant, '區鄉鎮市名稱'),
    // What is written down is an outflow.
    condition: 'flowing',
    observedAt: timeOf(of(hydrant, '修改時間')),
  }
}

/** The register has a flow in L/min and no pressure; 0 is how it says “not measured”. The contract has no unit for flow. */
export function readingOf(hydrant: Hydrant): ReadingWire {
  const flow = Number.parseFloat(of(hydrant, '出水量'))
  const isLow = of(hydrant, '水壓不足') === 'True'
  const isOff = of(hydrant, '是否停用') === 'True'
  return {
    id: idOf(hydrant),
    states: isOff ? ['disabled'] : isLow ? ['supervisory'] : ['normal'],
    value: flow > 0 ? flow : null,
    unit: null,
    observedAt: timeOf(of(hydrant, '修改時間')),
  }
}
