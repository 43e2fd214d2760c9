import { useMemo } from 'react'
import type { FireDevice } from '../../domain/fire'
import { type FireVillage, fireVillages } from '../../domain/fire-village'
import { placePhrase } from '../../topics/alarms/words-of'
import { type AreaNames, areaPhrase } from '../../ui/area-names'
import { formatDate, UNKNOWN } from '../../ui/clock'
import { type DataColumn, DataTable } from '../../ui/data-table'
import { formatCount } from '../../ui/numbers'
import { FIRE } from './fire-words'
import { WORDS } from './words'

/** Risk areas of wooden houses and their days without fire. */
export function Villages({
  devices,
  record,
  now,
  areas,
  filter,
  onFilter,
}: {
  readonly devices: readonly FireDevice[]
  readonly record: Parameters<typeof fireVillages>[1]
  readonly now: number
  readonly areas: AreaNames
  readonly filter: string
  readonly onFilter: (text: string) => void
}) {
  const villages = useMemo(
    () => fireVillages(devices, record, now).villages.filter(({ isRisk }) => isRisk),
    [devices, record, now],
  )
  const columns = useMemo(() => villageColumns(areas), [areas])
  return (
    <div className="alarms-villages">
      <DataTable
        id="fire-villages"
        title={FIRE.villages}
        columns={columns}
        rows={villages}
        rowId={({ placeId }) => placeId}
        placed={null}
        filter={filter}
        onFilter={onFilter}
      />
    </div>
  )
}

function villageColumns(areas: AreaNames): readonly DataColumn<FireVillage>[] {
  return [
    {
      id: 'place',
      header: WORDS.place,
      grow: 1.6,
      text: (one, lang) => placePhrase(one)[lang],
      sort: ({ place }) => place,
    },
    {
      id: 'area',
      header: WORDS.area,
      text: ({ areaCode }, lang) => areaPhrase(areas, areaCode)[lang],
      sort: ({ areaCode }) => areaCode,
    },
    {
      id: 'houses',
      header: FIRE.houses,
      align: 'end',
      text: ({ woodenHouses }) => formatCount(woodenHouses),
      sort: ({ woodenHouses }) => woodenHouses,
    },
    {
      id: 'days',
      header: FIRE.daysWithoutFire,
      align: 'end',
      text: ({ withoutFire: { days, isAtLeast } }) =>
        days === null ? UNKNOWN : `${isAtLeast ? '≥ ' : ''}${formatCount(days)}`,
      sort: ({ withoutFire }) => withoutFire.days,
    },
    {
      id: 'last',
      header: FIRE.lastFire,
      align: 'end',
      text: ({ lastFireAt }) => (lastFireAt === null ? UNKNOWN : formatDate(lastFireAt)),
      sort: ({ lastFireAt }) => lastFireAt,
    },
    {
      id: 'waiting',
      header: FIRE.waiting,
      align: 'end',
      text: ({ waiting }) => formatCount(waiting),
      sort: ({ waiting }) => waiting,
    },
  ]
}
