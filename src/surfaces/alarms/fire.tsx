import { useState } from 'react'
import { getVerifications } from '../../api/fire-records'
import { useReading } from '../../api/readings'
import type { FireDevice } from '../../domain/fire'
import { maintenanceList } from '../../domain/fire-maintenance'
import { DAY_MS } from '../../domain/time'
import { useSay } from '../../ui/lang'
import { Hazards } from './fire-hazards'
import { Maintenance } from './fire-maintenance'
import { Villages } from './fire-villages'
import { FIRE } from './fire-words'
import { Here } from './here'
import type { PartProps } from './part'
import { useAsked } from './use-asked'

const MAINTENANCE_DAYS = 90
const AT_LEAST = 2
const NO_DEVICES: readonly FireDevice[] = []

/** What fire alarms leave behind: devices to look at, villages and their days without fire, and hazards. */
export function Fire({ now, areas, filter, onFilter }: PartProps) {
  const say = useSay()
  const register = useReading('fire-devices').snapshot
  const devices = register?.items ?? NO_DEVICES
  const [records, again] = useAsked(getVerifications)
  const [until] = useState(now)
  return (
    <div className="page-body alarms-fire">
      <Hazards areas={areas} />
      <section className="alarms-maintenance">
        <h2>{say(FIRE.maintenance)}</h2>
        <p className="ink3">{say(FIRE.maintenanceHow)}</p>
        <Here asked={records} again={again}>
          {({ verifications }) => (
            <Maintenance
              devices={devices}
              entries={maintenanceList(
                verifications,
                { from: until - MAINTENANCE_DAYS * DAY_MS, to: until },
                AT_LEAST,
              )}
            />
          )}
        </Here>
      </section>
      <section>
        <h2>{say(FIRE.villages)}</h2>
        <p className="ink3">{say(FIRE.villagesHow)}</p>
        {register ? (
          <Here asked={records} again={again}>
            {(record) => (
              <Villages
                devices={devices}
                record={record}
                now={until}
                areas={areas}
                filter={filter}
                onFilter={onFilter}
              />
            )}
          </Here>
        ) : (
          <p className="note hatched">{say(FIRE.noRegister)}</p>
        )}
      </section>
    </div>
  )
}
