import { useMemo, useState } from 'react'
import { useReading, useServerNow } from '../../api/readings'
import { coverageByArea } from '../../domain/patrol-shift'
import { MINUTE_MS } from '../../domain/time'
import { areaNames } from '../../ui/area-names'
import { formatMinute } from '../../ui/clock'
import { DataTable } from '../../ui/data-table'
import { Button, ErrorNote, Skeleton, ToggleGroup } from '../../ui/kit'
import { useSay } from '../../ui/lang'
import { formatCount } from '../../ui/numbers'
import '../page.css'
import './coverage.css'
import { COVERAGE_LEVELS, COVERAGE_SPANS, COVERAGE_VIEWS, useCoverage } from '../../view/coverage'
import { PageHead } from '../page-head'
import { type PatrolAccount, patrolAccount } from './account'
import { areaName } from './area-name'
import { areaColumns, doseColumns, orderColumns } from './columns'
import { PlaceStops } from './place-stops'
import { csvOf, spanText } from './span-text'
import { WORDS } from './words'

interface Props {
  readonly mocked: boolean
  readonly onBack: () => void
  /** Shows a watch place on the map. */
  readonly onPlace: (placeId: string) => void
}

/** A table that is made anew under the eye cannot be read. */
const EVERY_MS = MINUTE_MS

/** How the watch places are kept: by area, by dose, and whether somebody could learn the round by heart. */
export default function CoveragePage({ mocked, onBack, onPlace }: Props) {
  const say = useSay()
  const [{ view, span, level, area, place: placeId }, change] = useCoverage()
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
    () =>
      account
        ? ([2, level === 'county' ? 6 : 4] as const).flatMap((digits) =>
            coverageByArea(account.idle, account.time, digits),
          )
        : [],
    [account, level],
  )
  const doses = useMemo(
    () => (account?.dose.places ?? []).filter(({ place }) => place.areaCode.startsWith(area ?? '')),
    [account, area],
  )
  const place = placeId === null ? null : doses.find((one) => one.place.id === placeId)
  // Walking on from one choice to the next is one step back.
  const choose = (part: 'area' | 'place', was: string | null) => (id: string) =>
    change({ [part]: id }, was === null ? 'push' : 'replace')
  return (
    <main className="page coverage-page" aria-label={say(WORDS.title)}>
      <PageHead title={say(WORDS.title)} mocked={mocked} onBack={onBack}>
        <ToggleGroup
          label={say(WORDS.views)}
          value={view}
          choices={COVERAGE_VIEWS.map((value) => ({ value, label: say(WORDS[value]) }))}
          onChange={(next) => {
            change({ view: next })
            setFilter('')
          }}
        />
        {view !== 'order' && (
          <ToggleGroup
            label={say(WORDS.span)}
            value={span}
            choices={COVERAGE_SPANS.map((value) => ({ value, label: say(WORDS[value]) }))}
            onChange={(next) => change({ span: next })}
          />
        )}
        {view === 'areas' && (
          <ToggleGroup
            label={say(WORDS.digits)}
            value={level}
            choices={COVERAGE_LEVELS.map((value) => ({ value, label: say(WORDS[value]) }))}
            onChange={(next) => change({ level: next, area: null })}
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
          {area !== null && view !== 'order' && (
            <p className="page-line coverage-area">
              <strong>{areaName(areas, area, say)}</strong>
              {view === 'areas' && (
                <Button onClick={() => change({ view: 'dose' })}>{say(WORDS.itsPlaces)}</Button>
              )}
              <Button onClick={() => change({ area: null })}>{say(WORDS.allAreas)}</Button>
            </p>
          )}
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
              selectedId={area}
              onSelect={(code) =>
                code.length === 2 ? change({ area: null }) : choose('area', area)(code)
              }
              of={csvOf(account, span, say)}
            />
          )}
          {view === 'dose' && (
            <DataTable
              id="coverage-dose"
              title={WORDS.dose}
              columns={doseColumns(areas, account.clocks)}
              rows={doses}
              rowId={({ place }) => place.id}
              placed={null}
              filter={filter}
              onFilter={setFilter}
              why={say(area === null ? WORDS.nothing : WORDS.nothingHere)}
              selectedId={placeId}
              onSelect={choose('place', placeId)}
              of={csvOf(account, span, say)}
            />
          )}
          {view === 'dose' && placeId !== null && (
            <PlaceStops
              id={placeId}
              dose={place ?? null}
              lastVisitAt={
                account.idle.find((one) => one.place.id === placeId)?.lastVisitAt ?? null
              }
              callSigns={callSigns}
              onPlace={onPlace}
              onClose={() => change({ place: null })}
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
