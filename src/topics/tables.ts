import { tables as alarms } from './alarms/tables'
import { tables as crowds } from './crowds/tables'
import { tables as fire } from './fire/tables'
import { tables as incidents } from './incidents/table'
import { tables as patrols } from './patrols/tables'
import type { Table } from './topic'

export type AnyTable = Table<unknown, unknown>

/** The tables of every topic, by its id, in the order of its `tableIds`. Apart from the registry: no map waits for them. */
export const TABLES = { incidents, patrols, crowds, fire, alarms } as unknown as Readonly<
  Record<string, readonly AnyTable[]>
>
