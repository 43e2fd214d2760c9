import { TABLES } from '../../topics/tables'
import { DataTable } from '../../ui/data-table'
import { Empty } from '../../ui/kit'
import { useSay } from '../../ui/lang'
import type { Lang } from '../../ui/words'
import type { Selected } from '../../view/view'
import type { TopicNow } from '../use-topics'
import { WORDS } from './words'

const WHICH = { zh: '表格内容', en: 'Which table' } as const

interface Props {
  readonly topics: readonly TopicNow[]
  readonly id: string
  readonly filter: string
  readonly selected: Selected | null
  readonly why: (topic: TopicNow) => string | null
  readonly onTable: (id: string) => void
  readonly onFilter: (text: string) => void
  readonly onSelect: (selected: Selected) => void
}

/** The records of one layer as a table, in the place of the map. */
export default function TableView({
  topics,
  id,
  filter,
  selected,
  why,
  onTable,
  onFilter,
  onSelect,
}: Props) {
  const say = useSay()
  const all = topics.flatMap((now) => (TABLES[now.topic.id] ?? []).map((table) => ({ now, table })))
  const found = all.find(({ table }) => table.id === id)
  if (!found) return <Empty title={say(WORDS.loading)} />
  const { now, table } = found
  const { topic, data, error, inputs } = now
  const note = error ? null : table.note?.(data)
  return (
    <div className="table-view">
      <div>
        <label className="table-choice">
          <span className="ink2">{say(WHICH)}</span>
          <select value={id} onChange={(event) => onTable(event.target.value)}>
            {all.map((choice) => (
              <option key={choice.table.id} value={choice.table.id}>
                {say(choice.table.title)}
              </option>
            ))}
          </select>
        </label>
        {note && <p className="ink2 table-note">{say(note)}</p>}
      </div>
      <DataTable
        key={table.id}
        id={table.id}
        title={table.title}
        columns={table.columns.map((column) => ({
          ...column,
          text: (row: unknown, lang: Lang) => column.text(row, lang, inputs.areas),
        }))}
        rows={error ? [] : table.rows(data)}
        rowId={table.rowId}
        placed={table.placed}
        filter={filter}
        onFilter={onFilter}
        why={error ? error.message : why(now)}
        selectedId={selected?.topic === topic.id ? selected.id : null}
        {...(table.selectable && {
          onSelect: (row: string) => onSelect({ topic: topic.id, id: row }),
        })}
      />
    </div>
  )
}
