import { useMemo } from 'react'
import type { FireDevice } from '../../domain/fire'
import type { maintenanceList } from '../../domain/fire-maintenance'
import { placePhrase } from '../../topics/alarms/words-of'
import { KIND } from '../../topics/fire/messages'
import { formatStamp, UNKNOWN } from '../../ui/clock'
import { Empty } from '../../ui/kit'
import { useSay } from '../../ui/lang'
import { formatCount } from '../../ui/numbers'
import { FIRE } from './fire-words'
import { WORDS } from './words'

/** Devices that somebody should look at. */
export function Maintenance({
  devices,
  entries,
}: {
  readonly devices: readonly FireDevice[]
  readonly entries: ReturnType<typeof maintenanceList>
}) {
  const say = useSay()
  const byId = useMemo(() => new Map(devices.map((device) => [device.id, device])), [devices])
  if (entries.length === 0) return <Empty title={say(FIRE.noMaintenance)} />
  return (
    <table className="page-table">
      <thead>
        <tr>
          <th>{say(FIRE.device)}</th>
          <th>{say(WORDS.place)}</th>
          <th className="end">{say(FIRE.falseAlarms)}</th>
          <th className="end">{say(FIRE.verified)}</th>
          <th className="end">{say(FIRE.lastFalse)}</th>
        </tr>
      </thead>
      <tbody>
        {entries.slice(0, 50).map(({ deviceId, falseAlarms, alarms, lastFalseAt }) => {
          const device = byId.get(deviceId)
          return (
            <tr key={deviceId}>
              <th>
                {say(KIND[device?.kind ?? 'unknown'])} <small className="ink3">{deviceId}</small>
              </th>
              <td>{device ? say(placePhrase(device)) : UNKNOWN}</td>
              <td className="end">{formatCount(falseAlarms)}</td>
              <td className="end">{formatCount(alarms)}</td>
              <td className="end">{formatStamp(lastFalseAt)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
