import type { AlarmData } from '../../topics/alarms/data'
import { Detail } from '../../topics/alarms/detail'
import type { ShownAlarm } from '../../topics/alarms/standing'
import { tables } from '../../topics/alarms/tables'
import { describe } from '../../topics/alarms/words-of'
import { DataTable } from '../../ui/data-table'
import { UrgencyMark } from '../../ui/glyph'
import { Empty } from '../../ui/kit'
import { useSay } from '../../ui/lang'
import type { Lang, Phrase } from '../../ui/words'
import { WORDS } from './words'

interface Props {
  readonly data: AlarmData
  readonly rows: readonly ShownAlarm[]
  readonly none: Phrase
  readonly isHushed?: boolean
  readonly isNoneWaiting?: boolean
  readonly filter: string
  readonly onFilter: (text: string) => void
  readonly chosen: string | null
  readonly onChoose: (id: string) => void
}

/** A list of alarms, and the card of the one that is chosen. */
export function Queue({
  data,
  rows,
  none,
  isHushed = false,
  isNoneWaiting = false,
  filter,
  onFilter,
  chosen,
  onChoose,
}: Props) {
  const say = useSay()
  const table = tables[isHushed ? 2 : 0]
  const description = chosen === null ? null : describe(data, chosen)

  if (!table) return null
  const columns = table.columns.map((column) => ({
    ...column,
    text: (row: ShownAlarm, lang: Lang) => column.text(row, lang, data.areas),
  }))
  return (
    <div className="alarms-split">
      <DataTable
        id={table.id}
        title={isHushed ? WORDS.hushed : WORDS.queue}
        columns={columns}
        rows={rows}
        rowId={table.rowId}
        placed={null}
        filter={filter}
        onFilter={onFilter}
        why={say(none)}
        selectedId={chosen}
        onSelect={onChoose}
      />
      <aside aria-label={say(WORDS.title)}>
        <p role="status" className="ink2">
          {isNoneWaiting && say(WORDS.noneWaiting)}
        </p>
        {chosen === null || !description ? (
          <Empty title={say(WORDS.chooseOne)} why={say(WORDS.chooseOneWhy)} />
        ) : (
          <>
            <header>
              {description.urgency && <UrgencyMark urgency={description.urgency} />}
              <h2>{say(description.title)}</h2>
              <span className="ink2">{say(description.state)}</span>
            </header>
            <p className="ink2">{say(description.subtitle)}</p>
            <dl>
              {description.facts.map((fact) => (
                <div key={fact.label.en}>
                  <dt className="ink2">{say(fact.label)}</dt>
                  <dd>
                    {typeof fact.value === 'string' ? fact.value : say(fact.value)}
                    {fact.note && <span className="ink3"> {say(fact.note)}</span>}
                  </dd>
                </div>
              ))}
            </dl>
            <Detail data={data} id={chosen} />
          </>
        )}
      </aside>
    </div>
  )
}
