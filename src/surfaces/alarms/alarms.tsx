import { useState } from 'react'
import { useReading, useReadings, useServerNow } from '../../api/readings'
import { alarms } from '../../topics/alarms'
import { useLocalAlarms } from '../../topics/alarms/local-shown'
import { areaNames } from '../../ui/area-names'
import { ErrorNote, ToggleGroup } from '../../ui/kit'
import { useSay } from '../../ui/lang'
import '../page.css'
import { PageHead } from '../page-head'
import './alarms.css'
import { Fire } from './fire'
import { Health } from './health'
import { History } from './history'
import { Queue } from './queue'
import { Rules } from './rules'
import { WORDS } from './words'

interface Props {
  readonly mocked: boolean
  readonly onBack: () => void
}

type ViewName = (typeof VIEWS)[number]
const VIEWS = ['queue', 'hushed', 'history', 'health', 'rules', 'fire'] as const

/** What stands, what is quiet, what was, how well the rules serve the seat, and the rules themselves. */
export default function Alarms({ mocked, onBack }: Props) {
  const say = useSay()
  const [view, setView] = useState<ViewName>('queue')
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
  const choices = VIEWS.map((value) => ({
    value,
    label: `${say(WORDS[value])}${value === 'queue' ? ` ${data.standing.queue.length}` : value === 'hushed' ? ` ${data.standing.hushed.length}` : ''}`,
  }))
  return (
    <main className="page alarms-page" aria-label={say(WORDS.title)}>
      <PageHead title={say(WORDS.title)} mocked={mocked} onBack={onBack}>
        <ToggleGroup label={say(WORDS.views)} value={view} choices={choices} onChange={setView} />
      </PageHead>
      {!data.isTold && (
        <div className="page-body">
          <ErrorNote what={say(WORDS.lost)} todo={say(WORDS.lostTodo)} />
        </div>
      )}
      {view === 'queue' && data.rate.isFlood && (
        <p className="page-line hatched" role="status">
          <strong>
            {say(WORDS.flooded)} {data.rate.per10Min}
          </strong>
        </p>
      )}
      {view === 'queue' && <Queue data={data} rows={data.standing.queue} none={WORDS.nothing} />}
      {view === 'hushed' && (
        <Queue data={data} rows={data.standing.hushed} none={WORDS.nothingHushed} isHushed />
      )}
      {view === 'history' && <History now={now} areas={areas} />}
      {view === 'health' && <Health now={now} standing={data.standing.queue} />}
      {view === 'rules' && <Rules />}
      {view === 'fire' && <Fire now={now} areas={areas} />}
    </main>
  )
}
