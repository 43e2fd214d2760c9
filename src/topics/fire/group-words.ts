import { groupDevices, worstClass } from '../../domain/fire-grouping'
import { inspectionFunnel } from '../../domain/fire-inspection'
import { DEVICE_CLASSES, readinessOf } from '../../domain/fire-readiness'
import { type AreaNames, areaPhrase } from '../../ui/area-names'
import { formatCount, formatShare } from '../../ui/numbers'
import type { Phrase } from '../../ui/words'
import type { Description, Fact } from '../topic'
import { CLASS_URGENCY, type FireData, type Group, groupOf, isTold, WATER_URGENCY } from './data'
import { BUILDING, CLASS, WORDS } from './messages'
import { placeName } from './words-of'

/** A place or an area in words: six counts, none merged, and how many of all are ready. */
export function describeGroup(data: FireData, id: string): Description | null {
  const group = groupOf(data, id)
  const [first] = group?.members ?? []
  if (!group || !first) return null
  const { by, key, members } = group
  const readiness = readinessOf(members)
  const worst = worstClass(readiness)
  const told = isTold(data)
  const heard = members.flatMap(({ reading, isSilent }) =>
    reading && !isSilent ? reading.observedAt : [],
  )
  return {
    title: by === 'place' ? placeName(first) : areaTitle(data, key),
    subtitle: subtitle(group, data.areas),
    state: CLASS[worst],
    urgency: CLASS_URGENCY[worst],
    facts: [
      {
        label: WORDS.readiness,
        value: {
          zh: formatShare(told ? readiness.ready : null, readiness.all, 'zh'),
          en: formatShare(told ? readiness.ready : null, readiness.all, 'en'),
        },
        note: WORDS.readinessHow,
      },
      ...DEVICE_CLASSES.map((one): Fact => {
        const count = readiness.classes[one]
        return {
          label: CLASS[one],
          value: formatCount(told ? count : null),
          urgency: count > 0 ? CLASS_URGENCY[one] : null,
        }
      }),
      {
        label: WORDS.outsideStandard,
        value: formatCount(told ? readiness.outside : null),
        urgency: readiness.outside > 0 ? WATER_URGENCY : null,
      },
      ...hazardFacts(data, group),
      {
        label: WORDS.unplaced,
        value: formatCount(members.filter(({ device }) => !device.position).length),
      },
    ],
    position: groupDevices(members, by)[0]?.position ?? null,
    // The oldest of what is taken for the present.
    observedAt: Math.min(
      ...(heard.length > 0 ? heard : members.map((one) => one.device.observedAt)),
    ),
  }
}

/** Hazards of the area that are not put right yet; a single place has no reports of its own. */
function hazardFacts({ reports }: FireData, { by, key }: Group): Fact[] {
  if (by === 'place' || reports === null) return []
  const own = reports.filter(({ areaCode }) => areaCode.startsWith(key))
  if (own.length === 0) return []
  const { found, putRight, backlog } = inspectionFunnel(own)
  return [
    {
      label: WORDS.hazards,
      value: `${backlog.isAtLeast ? '≥ ' : ''}${formatCount(backlog.open)}`,
      note: {
        zh: `今年发现 ${formatCount(found)}，整改 ${formatCount(putRight)}`,
        en: `this year ${formatCount(found)} found, ${formatCount(putRight)} put right`,
      },
    },
  ]
}

/** The key is a division code (GB/T 2260), a prefecture's cut to four digits. */
function areaTitle({ areas }: FireData, key: string): Phrase {
  const { zh, en } = areaPhrase(areas, key.padEnd(6, '0'))
  return { zh: `消防设备 · ${zh}`, en: `Fire devices · ${en}` }
}

function subtitle({ by, members: [first, ...others] }: Group, areas: AreaNames): Phrase {
  const count = formatCount(others.length + 1)
  if (by === 'place' && first) {
    const { buildingClass, areaCode, woodenHouses } = first.device
    const { zh, en } = BUILDING[buildingClass]
    const area = areaPhrase(areas, areaCode)
    const houses = woodenHouses === null ? null : formatCount(woodenHouses)
    return {
      zh: [zh, houses && `木房 ${houses} 栋`, area.zh, `设备 ${count} 台`]
        .filter(Boolean)
        .join(' · '),
      en: [en, houses && `${houses} wooden houses`, area.en, `${count} devices`]
        .filter(Boolean)
        .join(' · '),
    }
  }
  const places = formatCount(new Set([first, ...others].map((one) => one?.device.placeId)).size)
  return { zh: `地点 ${places} 处 · 设备 ${count} 台`, en: `${count} devices in ${places} places` }
}
