import { useEffect, useState } from 'react'
import { useReading, useReadings, useServerNow } from '../../api/readings'
import { alarms } from '../../topics/alarms'
import { useLocalAlarms } from '../../topics/alarms/local-shown'
import { nextUnanswered } from '../../topics/alarms/standing'
import { areaNames } from '../../ui/area-names'
import { isChord, isKeyTaken } from '../../ui/keys'
import { ErrorNote, ToggleGroup } from '../../ui/kit'
import { useSay } from '../../ui/lang'
import type { ChangeView } from '../../view/use-view'
import { ALARM_LISTS, type AlarmList, type View } from '../../view/view'
import '../page.css'
import { PageHead } from '../page-head'
import './alarms.css'
import { Fire } from './fire'
import { Pack } from './fire-pack'
import { Health } from './health'
import { History } from './history'
import { Queue } from './queue'
import { Rules } from './rules'
import { WORDS } from './words'

interface Props {
  readonly view: Pick<View, 'list' | 'filter' | 'selected'>
  readonly change: ChangeView
  readonly mocked: boolean
  readonly onBack: () => void
}

/** What stands, what is quiet, what was, how well the rules serve the seat, and the rules themselves. */
export default function Alarms({ view, change, mocked, onBack }: Props) {
  const say = useSay()
  const { list, filter, selected } = view
  const readings = useReadings()
  const now = useServerNow(1_000) ?? 0
  const meta = useReading('meta').snapshot?.items[0]
  const local = useLocalAlarms()
  const region = meta?.region.extent ?? ([0, 0, 0, 0] as const)
  const areas = areaNames(meta?.areas ?? [])
  const data = alarms.derive(
    { readings, now, window: { from: now, to: now }, region, areas },
    local,
  )
  const { queue, hushed } = data.standing
  const chosen = selected?.topic === alarms.id ? selected.id : null
  const [askedN, setAskedN] = useState(false)
  const choose = (id: string) => change({ selected: { topic: alarms.id, id } })
  const onFilter = (text: string) => change({ filter: text })

  // From wherever one is on this page: what waits for an answer stands in the queue.
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'n' || isChord(event) || isKeyTaken(event)) return
      const next = nextUnanswered(queue, chosen)
      setAskedN(true)
      if (list !== 'queue') change({ list: 'queue', filter: '' }, 'push')
      if (next) change({ selected: { topic: alarms.id, id: next.alarm } })
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [queue, chosen, list, change])

  const counts: Partial<Record<AlarmList, number>> = { queue: queue.length, hushed: hushed.length }
  const choices = ALARM_LISTS.map((value) => ({
    value,
    label: [say(WORDS[value]), counts[value]].filter((part) => part !== undefined).join(' '),
  }))
  const table = { data, filter, onFilter, chosen, onChoose: choose }
  const part = { now, areas, filter, onFilter }
  return (
    <main className="page alarms-page" aria-label={say(WORDS.title)}>
      <PageHead title={say(WORDS.title)} mocked={mocked} onBack={onBack}>
        <ToggleGroup
          label={say(WORDS.views)}
          value={list}
          choices={choices}
          onChange={(to) => change({ list: to, filter: '' }, 'push')}
        />
      </PageHead>
      {!data.isTold && (
        <div className="page-body">
          <ErrorNote what={say(WORDS.lost)} todo={say(WORDS.lostTodo)} />
        </div>
      )}
      {list === 'queue' && data.rate.isFlood && (
        <p className="page-line hatched" role="status">
          <strong>
            {say(WORDS.flooded)} {data.rate.per10Min}
          </strong>
        </p>
      )}
      {list === 'queue' && (
        <Queue
          {...table}
          rows={queue}
          none={WORDS.nothing}
          isNoneWaiting={askedN && nextUnanswered(queue, null) === null}
        />
      )}
      {list === 'hushed' && <Queue {...table} rows={hushed} none={WORDS.nothingHushed} isHushed />}
      {list === 'history' && <History {...part} />}
      {list === 'health' && <Health now={now} standing={queue} />}
      {list === 'rules' && <Rules />}
      {list === 'fire' && <Fire {...part} />}
      {list === 'pack' && <Pack />}
    </main>
  )
}
