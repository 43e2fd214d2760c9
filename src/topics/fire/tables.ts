import { DEVICE_CLASSES, type DeviceNow } from '../../domain/fire-readiness'
import { formatStamp, UNKNOWN } from '../../ui/clock'
import { formatCount } from '../../ui/numbers'
import { say } from '../../ui/words'
import type { Table } from '../topic'
import { deviceId, type FireData } from './data'
import { BUILDING, KIND, WORDS } from './messages'
import { TABLE } from './table-messages'
import { classPhrase, judgementPhrase, placeName, valueText } from './words-of'

export const deviceTable: Table<FireData, DeviceNow> = {
  id: 'fire',
  title: TABLE.table,
  layer: 'fire-devices',
  selectable: true,
  rows: (data) => data.devices ?? [],
  rowId: deviceId,
  placed: ({ device }) => device.position !== null,
  columns: [
    {
      id: 'place',
      header: TABLE.place,
      grow: 2.2,
      text: (one, lang) => say(placeName(one), lang),
      sort: ({ device }) => device.place,
    },
    {
      id: 'kind',
      header: TABLE.kind,
      grow: 1.4,
      text: ({ device }, lang) => say(KIND[device.kind], lang),
      sort: ({ device }) => device.kind,
    },
    {
      id: 'state',
      header: TABLE.state,
      text: (one, lang) => say(classPhrase(one), lang),
      sort: (one) => DEVICE_CLASSES.indexOf(one.class),
    },
    {
      id: 'value',
      header: WORDS.value,
      align: 'end',
      text: ({ reading }) => valueText(reading),
      sort: ({ reading }) => reading?.value ?? null,
    },
    {
      id: 'clause',
      header: TABLE.clause,
      grow: 2.2,
      text: (one, lang) => {
        const phrase = judgementPhrase(one)
        return phrase ? say(phrase, lang) : UNKNOWN
      },
      sort: ({ judgement }) => judgement.is,
    },
    {
      id: 'building',
      header: TABLE.building,
      grow: 1.4,
      text: ({ device }, lang) => say(BUILDING[device.buildingClass], lang),
      sort: ({ device }) => device.buildingClass,
    },
    {
      id: 'houses',
      header: WORDS.houses,
      align: 'end',
      text: ({ device }) => formatCount(device.woodenHouses),
      sort: ({ device }) => device.woodenHouses,
    },
    {
      id: 'id',
      header: TABLE.id,
      text: ({ device }) => device.id,
      sort: ({ device }) => device.id,
    },
    {
      id: 'observed',
      header: WORDS.observed,
      align: 'end',
      grow: 1.4,
      text: ({ reading }) => formatStamp(reading?.observedAt ?? null),
      sort: ({ reading }) => reading?.observedAt ?? null,
    },
  ],
}

export const tables = [deviceTable]
