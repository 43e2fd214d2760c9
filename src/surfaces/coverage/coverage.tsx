import { useMemo, useState } from 'react'
import { useReading, useServerNow } from '../../api/readings'
import { type AreaDigits, coverageByArea } from '../../domain/patrol-shift'
import { MINUTE_MS } from '../../domain/time'
import { areaNames } from '../../ui/area-names'
import { formatMinute } from '../../ui/clock'
import { DataTable } from '../../ui/data-table'
import { ErrorNote, Skeleton, ToggleGroup } from '../../ui/kit'
import { useSay } from '../../ui/lang'
import { formatCount } from '../../ui/numbers'
import type { Phrase } from '../../ui/words'
import '../page.css'
import { PageHead } from '../page-head'
import { type AccountSpan, type PatrolAccount, patrolAccount, SPANS } from './account'
import { areaColumns, doseColumns, orderColumns } from './columns'
import { SHIFT_NAME, WORDS } from './words'

interface Props {
  readonly mocked: boolean
  readonly onBack: () => void
}

const VIEWS = ['areas', 'dose', 'order'] as const
type ViewName = (typeof VIEWS)[number]
/** A table that is made anew under the eye cannot be read. */
const EVERY_MS = MINUTE_MS

/** How the watch places are kept: by area, by dose, and whether somebody could learn the round by heart. */
export default function CoveragePage({ mocked, onBack }: Props) {
  const say = useSay()
  const [view, setView] = useState<ViewName>('areas')
  const [digits, setDigits] = useState<AreaDigits>(4)
  const [span, setSpan] = useState<AccountSpan>('this')
  const [filter, setFilter] = useState('')
  const now = useServerNow(EVERY_MS)
  const places = useReading('watch-places')
  const visits = useReading('visits')
  const units = useReading('units').snapshot?.items ?? []
  const meta = useReading('meta').snapshot?.items[0]
  const areas = useMemo(() => areaNames(meta?.areas ?? []), [meta])
  const callSigns = useMemo(() => new Map(units.map(({ id, callSign }) => [id, callSign])), [units])
  const account = useMemo(() => {
    if (now === null || !places.snapshot || !visits.snapshot || visits.quality === 'lost')
      return null
    return patrolAccount(places.snapshot.items, visits.snapshot.items, now, span)
  }, [span, now, places.snapshot, visits.snapshot, visits.quality])
  const rows = useMemo(
    () => (account ? coverageByArea(account.idle, account.time, digits) : []),
    [account, digits],
  )
  return (
    <main className="page" aria-label={say(WORDS.title)}>
      <PageHead title={say(WORDS.title)} mocked={mocked} onBack={onBack}>
        <ToggleGroup
          label={say(WORDS.views)}
          value={view}
          choices={VIEWS.map((value) => ({ value, label: say(WORDS[value]) }))}
          onChange={(next) => {
            setView(next)
            setFilter('')
          }}
        />
        {view !== 'order' && (
          <ToggleGroup
            label={say(WORDS.span)}
            value={span}
            choices={SPANS.map((value) => ({ value, label: say(WORDS[value]) }))}
            onChange={setSpan}
          />
        )}
        {view === 'areas' && (
          <ToggleGroup
            label={say(WORDS.digits)}
            value={String(digits)}
            choices={[
              { value: '4', label: say(WORDS.prefecture) },
              { value: '6', label: say(WORDS.county) },
            ]}
            onChange={(value) => setDigits(value === '4' ? 4 : 6)}
          />
        )}
      </PageHead>
      {visits.quality === 'lost' && now !== null ? (
        <div className="page-body">
          <ErrorNote what={say(WORDS.lost)} todo={say(WORDS.lostTodo)} />
        </div>
      ) : !account ? (
        <div className="page-body">
          <Skeleton>{say(WORDS.waiting)}</Skeleton>
        </div>
      ) : (
        <>
          <p className="page-line ink2">
            {visits.quality === 'stale' && <strong className="hatched">{say(WORDS.old)} </strong>}
            {say(WORDS.asOf)} {formatMinute(now)} ·{' '}
            {view !== 'order' && `${spanText(account, say)} · `}
            {say(view === 'order' ? WORDS.orderHow : view === 'dose' ? WORDS.doseHow : WORDS.how)}
            {setAside(account.dose) > 0 &&
              ` ${say(WORDS.setAside)}${formatCount(setAside(account.dose))}`}
          </p>
          {view === 'areas' && (
            <DataTable
              id="coverage-areas"
              title={WORDS.areas}
              columns={areaColumns(areas)}
              rows={rows}
              rowId={({ areaCode }) => areaCode}
              placed={null}
              filter={filter}
              onFilter={setFilter}
              why={say(WORDS.nothing)}
            />
          )}
          {view === 'dose' && (
            <DataTable
              id="coverage-dose"
              title={WORDS.dose}
              columns={doseColumns(areas, account.clocks)}
              rows={account.dose.places}
              rowId={({ place }) => place.id}
              placed={null}
              filter={filter}
              onFilter={setFilter}
              why={say(WORDS.nothing)}
            />
          )}
          {view === 'order' && (
            <DataTable
              id="coverage-order"
              title={WORDS.order}
              columns={orderColumns(callSigns)}
              rows={account.orders}
              rowId={({ unitId }) => unitId}
              placed={null}
              filter={filter}
              onFilter={setFilter}
              why={say(WORDS.nothingOrder)}
            />
          )}
        </>
      )}
    </main>
  )
}

function setAside({ ahead, negative, elsewhere }: PatrolAccount['dose']): number {
  return ahead + negative + elsewhere
}

/** "Night 22:00–06:00", until now where it has not ended. */
function spanText(
  { shift, dose: { window, until } }: PatrolAccount,
  say: (phrase: Phrase) => string,
) {
  const name = say((shift && SHIFT_NAME[shift.id]) ?? (shift ? WORDS.shift : WORDS.day))
  return `${name} ${formatMinute(window.from)}–${formatMinute(Math.min(window.to, until))}`
}
