import { useMemo } from 'react'
import type { MeasureId } from '../../domain/measure'
import { sentencesOf } from '../../domain/review/sentence'
import { useLang, useSay } from '../../ui/lang'
import { AreaMap } from './area-map'
import { controlOf } from './control'
import { ControlChart, periodKey } from './control-chart'
import { Definition } from './definition'
import { figureOf } from './figure'
import { findingOf, runFindings } from './findings'
import { NotHad } from './had'
import { MEASURE_BY_ID } from './measures'
import { Multiples } from './multiples'
import { Panel, type PanelActions } from './panel'
import type { ReviewProps } from './review'
import { sentenceOf } from './sentence-words'
import { Sentences } from './sentences'
import { Tiles } from './tiles'
import type { Facts } from './use-facts'
import { When } from './when'
import { WORDS } from './words'

export interface BoardProps extends ReviewProps {
  readonly facts: Facts
  readonly nameOf: (code: string) => string
}

/** All charts of the page, bound to one period and one area. */
export function Board(props: BoardProps) {
  const { facts, view, change, nameOf } = props
  const say = useSay()
  const lang = useLang()
  const { days, prefectures, card, period, area, region } = facts
  const measure = MEASURE_BY_ID[view.measure]
  const control = useMemo(
    () => (days.is === 'here' && card ? controlOf(measure, card, days.value, period) : null),
    [days, card, measure, period],
  )
  const multiples = useMemo(
    () =>
      prefectures.is === 'here' && card
        ? prefectures.value
            .filter(({ areaCode }) => areaCode !== region)
            .map((own) => ({
              code: own.areaCode,
              figure: figureOf(measure, card, own, period, view.against),
              control: controlOf(measure, card, own, period),
            }))
        : [],
    [prefectures, card, measure, period, view.against, region],
  )
  const figures = useMemo(
    () => new Map(multiples.map(({ code, figure }) => [code, figure])),
    [multiples],
  )
  const sentences = useMemo(() => {
    const findings = [
      ...facts.tiles.flatMap(({ figure }, i) =>
        figure.is === 'here' ? [findingOf(figure.value, i, true)] : [],
      ),
      ...multiples.map(({ figure }, i) => findingOf(figure, 10 + i, false)),
    ].filter((one) => one !== null)
    const runs = multiples.flatMap(({ code, control: own }, i) =>
      runFindings(own, view.measure, code, i, period.to),
    )
    const naming = { area, areaName: nameOf }
    return sentencesOf(findings, runs).map((fact) => sentenceOf(fact, naming))
  }, [facts.tiles, multiples, view.measure, period.to, area, nameOf])

  const actions: PanelActions = useMemo(
    () => ({
      onTwin: (twin) => change({ twin }),
      onPicture: () => {},
    }),
    [change],
  )
  const pickArea = (code: string) => change({ area: code === region ? null : code })
  const pickMeasure = (id: MeasureId) => change({ measure: id, part: '' })
  const carded = view.card ? MEASURE_BY_ID[view.card] : null
  const cardAt = facts.tiles.findIndex(({ id }) => id === view.card)
  const cardFigure = facts.tiles[cardAt]?.figure
  const title = `${nameOf(area)} ${say(measure.title)}${view.part ? ` · ${measure.parts[view.part]?.[lang] ?? view.part}` : ''}`
  return (
    <div className="board" data-card={carded !== null}>
      <Sentences sentences={sentences} />
      <Tiles
        facts={facts}
        view={view}
        onMeasure={pickMeasure}
        onCard={(id) => change({ card: id })}
      />
      {carded && cardAt >= 0 && (
        <div className={`card-link card-link-${cardAt}`} aria-hidden="true" />
      )}
      <div className="row-a">
        <Panel
          id="control"
          title={title}
          note={`${say(measure.rate.unit)}${lang === 'zh' ? '，' : ', '}${say(measure.kind === 'count' ? WORDS.uChartDays : WORDS.uChart)}`}
          actions={actions}
          className="panel-control"
          onKey={(event) => {
            const next = periodKey(event, period)
            if (next) change({ period: next })
          }}
          head={
            Object.keys(measure.parts).length > 0 && (
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
            )
          }
        >
          {control && card ? (
            <ControlChart
              control={control}
              marks={card.marks.filter(
                ({ areaCode }) =>
                  areaCode === null || area === region || areaCode.slice(0, 4) === area.slice(0, 4),
              )}
              onPeriod={(next) => change({ period: next })}
              onMark={() => {}}
            />
          ) : (
            days.is !== 'here' && <NotHad had={days} />
          )}
        </Panel>
        <Panel
          id="map"
          title={say(WORDS.map)}
          note={say(WORDS.mapNote)}
          actions={actions}
          className="panel-map"
        >
          {prefectures.is === 'here' ? (
            <AreaMap
              figures={figures}
              area={area}
              region={region}
              nameOf={nameOf}
              onArea={pickArea}
            />
          ) : (
            <NotHad had={prefectures} />
          )}
        </Panel>
        {carded && (
          <Definition
            measure={carded}
            card={facts.cards.get(carded.id) ?? null}
            figure={cardFigure?.is === 'here' ? cardFigure.value : null}
            nameOf={nameOf}
            onClose={() => change({ card: null })}
          />
        )}
      </div>
      <div className="row-b">
        <When facts={facts} nameOf={nameOf} actions={actions} />
        <Panel
          id="multiples"
          title={say(WORDS.multiples)}
          note={`${say(measure.rate.unit)}${lang === 'zh' ? '，' : ', '}${say(WORDS.sharedAxis)}`}
          actions={actions}
          className="panel-multiples"
        >
          {prefectures.is === 'here' ? (
            <Multiples
              multiples={multiples}
              area={area}
              region={region}
              nameOf={nameOf}
              onArea={pickArea}
            />
          ) : (
            <NotHad had={prefectures} />
          )}
        </Panel>
      </div>
    </div>
  )
}
