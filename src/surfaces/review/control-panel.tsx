import type { Mark } from '../../domain/measure'
import type { Day } from '../../domain/review/calendar'
import { formatStamp } from '../../ui/clock'
import { Button, Kbd } from '../../ui/kit'
import { useLang, useSay } from '../../ui/lang'
import type { ReviewView } from '../../view/review'
import { ControlChart } from './control-chart'
import { NotHad } from './had'
import { stayHere } from './leaving'
import { ControlLegend } from './legend'
import { MARK_WORDS } from './mark-words'
import { Panel, type PanelActions } from './panel'
import { periodKey } from './period-key'
import { titleWith } from './told'
import type { BoardFacts } from './use-board'
import { isTooSmall } from './use-board'
import type { Facts } from './use-facts'
import { WORDS } from './words'

interface Props {
  readonly facts: Facts
  readonly view: ReviewView
  readonly change: (part: Partial<ReviewView>) => void
  readonly board: BoardFacts
  readonly marks: readonly Mark[]
  /** What those of people are as old as, where they are too old to be taken for how it stands. */
  readonly marksAsOf: number | null
  readonly nameOf: (code: string) => string
  readonly actions: PanelActions
  readonly onMark: (day: Day) => void
}

/** The control chart of the area, with its parts to choose from, its marks and the keys that walk the period. */
export function ControlPanel({
  facts,
  view,
  change,
  board: { measure, control },
  marks,
  marksAsOf,
  nameOf,
  actions,
  onMark,
}: Props) {
  const say = useSay()
  const lang = useLang()
  const comma = lang === 'zh' ? '，' : ', '
  const { days, card, period } = facts
  const stays =
    control !== null &&
    stayHere(
      measure,
      view.part,
      control.days.map(({ count }) => count),
    )
  const hasParts = Object.keys(measure.parts).length > 0
  return (
    <Panel
      id="control"
      title={`${nameOf(facts.area)} ${titleWith(measure, view.part, lang)}`}
      note={`${say(measure.rate.unit)}${comma}${say(measure.kind === 'count' ? WORDS.uChartDays : WORDS.uChart)}`}
      actions={actions}
      className="panel-control"
      onKey={(event) => {
        const next = periodKey(event, period)
        if (next) change({ period: next })
        else if (event.key.toLowerCase() === 'm') onMark(period.to - 1)
      }}
      head={
        <>
          {hasParts && (
            <select
              aria-label={say(WORDS.part)}
              value={view.part}
              tabIndex={-1}
              onChange={({ target }) => change({ part: target.value })}
            >
              <option value="">{say(WORDS.all)}</option>
              {Object.entries(measure.parts).map(([part, name]) => (
                <option key={part} value={part}>
                  {say(name)}
                </option>
              ))}
            </select>
          )}
          <Button className="plain review-mark" tabIndex={-1} onClick={() => onMark(period.to - 1)}>
            {say(WORDS.marks)} <Kbd>M</Kbd>
          </Button>
          {marksAsOf !== null && (
            <span className="hatched marks-old">
              {say(MARK_WORDS.old)} {formatStamp(marksAsOf)}
            </span>
          )}
        </>
      }
    >
      {isTooSmall(facts, view) ? (
        <p className="note">{say(WORDS.tooSmall)}</p>
      ) : control && card ? (
        <>
          <ControlLegend control={control} />
          {stays && <p className="leaves">{say(WORDS.withheldDays)}</p>}
          <ControlChart
            control={control}
            stays={stays}
            marks={marks}
            area={facts.area}
            region={facts.region}
            nameOf={nameOf}
            onPeriod={(next) => change({ period: next })}
            onMark={onMark}
          />
        </>
      ) : (
        days.is !== 'here' && <NotHad had={days} />
      )}
    </Panel>
  )
}
