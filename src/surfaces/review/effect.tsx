import { useMemo } from 'react'
import { isWithin } from '../../domain/annotation'
import type { Mark } from '../../domain/measure'
import { dayOf, startOf } from '../../domain/review/calendar'
import { useLang, useSay } from '../../ui/lang'
import { type Action, formatDayNumber, parseDay, type ReviewView } from '../../view/review'
import { daysByArea } from './counts'
import { aboutEffect } from './effect-about'
import { EffectTold } from './effect-told'
import { type Effects, effectsOf } from './effects'
import { NotHad } from './had'
import { markName } from './mark-words'
import { MEASURE_BY_ID } from './measures'
import { Panel, type PanelActions } from './panel'
import { ReleasedPanel } from './released-panel'
import { titleWith } from './told'
import { effectTable } from './twins-others'
import { type Facts, type Had, useSeries } from './use-facts'
import { WORDS } from './words'

/** What was chosen; or the newest plan that the source tells of in the page's area; or nothing. */
export function actionOf(
  { card, cutOff, area, region }: Pick<Facts, 'card' | 'cutOff' | 'area' | 'region'>,
  view: Pick<ReviewView, 'action'>,
): Action | null {
  if (view.action) return view.action
  const plan = card?.marks.findLast(
    ({ kind, areaCode, from }) =>
      kind === 'plan' &&
      areaCode !== null &&
      isWithin(areaCode, area, region) &&
      dayOf(from) < cutOff,
  )
  return plan?.areaCode ? { day: dayOf(plan.from), areas: [plan.areaCode] } : null
}

export function useEffects(facts: Facts, view: ReviewView): Had<Effects | null> {
  const action = useMemo(() => actionOf(facts, view), [facts, view])
  const isCounty = action?.areas.every((area) => !area.endsWith('00')) ?? false
  const wanted = useMemo(
    () => [{ measure: view.measure, part: view.part }],
    [view.measure, view.part],
  )
  const had = useSeries(facts.cards, wanted, isCounty ? 'county' : 'prefecture')[0]
  return useMemo(() => {
    if (!had || !facts.card) return { is: 'absent' }
    if (had.is !== 'here') return had
    if (!action) return { is: 'here', value: null }
    const all = [...daysByArea(had.value).values()]
    return {
      is: 'here',
      value: effectsOf(MEASURE_BY_ID[view.measure], facts.card, all, action, facts.cutOff),
    }
  }, [had, facts.card, facts.cutOff, action, view.measure])
}

interface Props {
  readonly facts: Facts
  readonly view: ReviewView
  readonly areas: readonly string[]
  readonly marks: readonly Mark[]
  readonly nameOf: (code: string) => string
  readonly onAction: (action: Action | null) => void
  readonly actions: PanelActions
}

/** Before and after, here and elsewhere. */
export function EffectPanel({ facts, view, areas, marks, nameOf, onAction, actions }: Props) {
  const say = useSay()
  const lang = useLang()
  const had = useEffects(facts, view)
  const action = actionOf(facts, view)
  const measure = MEASURE_BY_ID[view.measure]
  const effects = had.is === 'here' ? had.value : null
  const table = useMemo(
    () => effects && effectTable(effects, measure, nameOf, lang),
    [effects, measure, nameOf, lang],
  )
  const near = action?.areas[0] ?? facts.area
  const prefix = near.slice(0, 4)
  const choices = areas.filter((code) =>
    near === facts.region
      ? code !== facts.region && code.endsWith('00')
      : code.startsWith(prefix) && code !== facts.region,
  )
  // Nothing is held against the whole of which it is a part.
  const here = near === facts.region ? [] : [near]
  const toggle = (code: string) => {
    if (!action) return onAction({ day: facts.period.from, areas: [code] })
    // A prefecture holds its counties: one level at a time.
    const sameLevel = action.areas.filter((one) => one.endsWith('00') === code.endsWith('00'))
    const next = sameLevel.includes(code)
      ? sameLevel.filter((one) => one !== code)
      : [...sameLevel, code]
    if (next.length > 0) onAction({ ...action, areas: next })
  }
  const comma = lang === 'zh' ? '，' : ', '
  // Its areas are its own, and not the one that the page is about.
  const where = action
    ? `${action.areas.map(nameOf).join(lang === 'zh' ? '、' : ', ')}${comma}`
    : ''
  return (
    <Panel
      id="effect"
      title={say(WORDS.effect)}
      note={`${titleWith(measure, view.part, lang)}${comma}${where}${say(WORDS.effectHow)}`}
      actions={actions}
      className="panel-effect"
      about={effects ? aboutEffect(effects, nameOf, lang) : undefined}
      leaving={
        effects && table
          ? (onReady) => (
              <ReleasedPanel
                chart="effect"
                table={table}
                facts={facts}
                view={view}
                onReady={onReady}
              >
                {(rows) => (
                  <EffectTold
                    effects={effects}
                    nameOf={nameOf}
                    isShare={measure.kind === 'share'}
                    released={rows}
                  />
                )}
              </ReleasedPanel>
            )
          : null
      }
    >
      <div className={table ? 'effect replaced' : 'effect'}>
        <form className="effect-form" onSubmit={(event) => event.preventDefault()}>
          <label>
            {say(WORDS.actionDay)}{' '}
            <input
              type="date"
              tabIndex={-1}
              value={action ? formatDayNumber(action.day) : ''}
              onChange={({ target }) => {
                const day = parseDay(target.value)
                // Of a day that is still to come the panel says so.
                if (day !== null && (action || here.length > 0))
                  onAction({ day, areas: action?.areas ?? here })
              }}
            />
          </label>
          <select
            tabIndex={-1}
            aria-label={say(WORDS.takeMark)}
            value=""
            onChange={({ target }) => {
              const mark = marks.find(({ id }) => id === target.value)
              if (mark)
                onAction({ day: dayOf(mark.from), areas: mark.areaCode ? [mark.areaCode] : here })
            }}
          >
            <option value="">{say(WORDS.takeMark)}</option>
            {marks
              // Weather and festivals are nobody's action: nothing can have helped.
              .filter(
                ({ kind, areaCode, from }) =>
                  kind === 'plan' && areaCode !== null && from < startOf(facts.cutOff),
              )
              .map((mark) => (
                <option key={mark.id} value={mark.id}>
                  {formatDayNumber(dayOf(mark.from))} {say(markName(mark))}{' '}
                  {mark.areaCode && nameOf(mark.areaCode)}
                </option>
              ))}
          </select>
          <fieldset>
            <legend className="ink2">{say(WORDS.actionAreas)}</legend>
            {choices.map((code) => (
              <button
                key={code}
                type="button"
                className="button"
                tabIndex={-1}
                aria-pressed={action?.areas.includes(code) ?? false}
                onClick={() => toggle(code)}
              >
                {nameOf(code)}
              </button>
            ))}
          </fieldset>
        </form>
        {had.is !== 'here' ? (
          <NotHad had={had} />
        ) : had.value ? (
          <EffectTold effects={had.value} nameOf={nameOf} isShare={measure.kind === 'share'} />
        ) : (
          <p className="ink2">
            {say(
              action && action.day >= facts.cutOff
                ? WORDS.effectAhead
                : action
                  ? WORDS.effectUnheld
                  : WORDS.effectNone,
            )}
          </p>
        )}
      </div>
    </Panel>
  )
}
