import { memo, useMemo, useState } from 'react'
import type { MeasureId } from '../../domain/measure'
import { dayOf } from '../../domain/review/calendar'
import { formatStamp } from '../../ui/clock'
import { Button, Kbd } from '../../ui/kit'
import { useLang, useSay } from '../../ui/lang'
import { AreaMap } from './area-map'
import { ControlChart } from './control-chart'
import { Definition } from './definition'
import { EffectPanel } from './effect'
import { NotHad } from './had'
import { LeaguePanel } from './league'
import { ControlLegend } from './legend'
import { Marks } from './marks'
import { MEASURE_BY_ID } from './measures'
import { Multiples } from './multiples'
import { Panel, type PanelActions } from './panel'
import { periodKey } from './period-key'
import { pictureOf, saveBlob } from './picture'
import { Response } from './response'
import type { ReviewProps } from './review'
import { Season, seasonOf } from './season'
import { Sentences } from './sentences'
import { Tiles } from './tiles'
import { periodText } from './told'
import { isTooSmall, useBoard } from './use-board'
import type { Facts } from './use-facts'
import { watermarkOf } from './watermark'
import { When } from './when'
import { WORDS } from './words'

export interface BoardProps extends ReviewProps {
  readonly facts: Facts
  readonly roles: readonly string[]
  readonly areas: readonly string[]
  readonly nameOf: (code: string) => string
}

/** All charts of the page, bound to one period and one area. Drawn anew only when something of it is another. */
export const Board = memo(function Board(props: BoardProps) {
  const { facts, view, change, nameOf, seat, roles, areas, marks: own, onMarks } = props
  const say = useSay()
  const lang = useLang()
  const { days, prefectures, card, period, area, region } = facts
  const board = useBoard(facts, view, nameOf)
  const { measure, control, multiples, figures, sentences } = board
  const [markDay, setMarkDay] = useState<number | null>(null)
  const [failed, setFailed] = useState(false)
  const comma = lang === 'zh' ? '，' : ', '
  const marks = useMemo(
    () =>
      [...(card?.marks ?? []), ...own].filter(
        ({ areaCode }) =>
          areaCode === null || area === region || areaCode.slice(0, 4) === area.slice(0, 4),
      ),
    [card, own, area, region],
  )
  const seasonal = useMemo(
    () => (days.is === 'here' ? seasonOf(measure, days.value, period) : null),
    [days, measure, period],
  )
  const actions: PanelActions = useMemo(
    () => ({
      onTwin: (twin) => change({ twin }),
      onPicture: (chart, panel, title, note) => {
        const source = (lang === 'zh' ? card?.source : (card?.sourceEn ?? card?.source)) ?? '—'
        void pictureOf(panel, {
          title,
          note,
          lines: [
            `${WORDS.period[lang]} ${periodText(period, WORDS.to[lang])} · ${WORDS.cutOff[lang]} ${formatStamp(card?.cutOff ?? null)}`,
            `${WORDS.source[lang]} ${source}`,
            `${WORDS.definition[lang]} ${measure.definition[lang]}`,
          ],
          watermark: watermarkOf(seat, roles, lang),
        }).then((blob) => {
          setFailed(blob === null)
          if (blob) saveBlob(`review-${chart}.png`, blob)
        })
      },
    }),
    [change, card, period, measure, seat, roles, lang],
  )
  const pickArea = (code: string) => change({ area: code === region ? null : code })
  const pickMeasure = (id: MeasureId) => change({ measure: id, part: '' })
  const carded = view.card ? MEASURE_BY_ID[view.card] : null
  const cardAt = facts.tiles.findIndex(({ id }) => id === view.card)
  const cardFigure = facts.tiles[cardAt]?.figure
  const partName = view.part ? ` · ${measure.parts[view.part]?.[lang] ?? view.part}` : ''
  const unit = say(measure.rate.unit)
  const hasParts = Object.keys(measure.parts).length > 0
  return (
    <div className="board" data-card={carded !== null}>
      <Sentences sentences={sentences} />
      {failed && <p role="alert">{say(WORDS.pictureFailed)}</p>}
      <div className="tile-row">
        <Tiles
          facts={facts}
          view={view}
          onMeasure={pickMeasure}
          onCard={(id) => change({ card: id })}
        />
        {carded && cardAt >= 0 && (
          <div className={`card-link card-link-${cardAt}`} aria-hidden="true" />
        )}
      </div>
      <div className="row-a">
        <Panel
          id="control"
          title={`${nameOf(area)} ${say(measure.title)}${partName}`}
          note={`${unit}${comma}${say(measure.kind === 'count' ? WORDS.uChartDays : WORDS.uChart)}`}
          actions={actions}
          className="panel-control"
          onKey={(event) => {
            const next = periodKey(event, period)
            if (next) change({ period: next })
            else if (event.key.toLowerCase() === 'm') setMarkDay(period.to - 1)
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
              <Button
                className="plain review-mark"
                tabIndex={-1}
                onClick={() => setMarkDay(period.to - 1)}
              >
                {say(WORDS.marks)} <Kbd>M</Kbd>
              </Button>
            </>
          }
        >
          {isTooSmall(facts, view) ? (
            <p className="note">{say(WORDS.tooSmall)}</p>
          ) : control && card ? (
            <>
              <ControlLegend control={control} />
              <ControlChart
                control={control}
                marks={marks}
                onPeriod={(next) => change({ period: next })}
                onMark={setMarkDay}
              />
            </>
          ) : (
            days.is !== 'here' && <NotHad had={days} />
          )}
        </Panel>
        <Panel
          id="map"
          title={say(WORDS.map)}
          note={`${say(measure.title)}${partName}${comma}${say(WORDS[facts.same?.by === 'before' ? 'before' : 'year'])}${comma}${say(WORDS.mapNote)}`}
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
          note={`${say(measure.title)}${partName}${comma}${unit}${comma}${say(WORDS.sharedAxis)}`}
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
      <div className="row-c">
        <Panel
          id="season"
          title={say(WORDS.season)}
          note={`${nameOf(area)} ${say(measure.title)}${comma}${unit}`}
          actions={actions}
        >
          {isTooSmall(facts, view) ? (
            <p className="note">{say(WORDS.tooSmall)}</p>
          ) : seasonal ? (
            <Season seasonal={seasonal} period={period} />
          ) : (
            days.is !== 'here' && <NotHad had={days} />
          )}
        </Panel>
        <Response facts={facts} nameOf={nameOf} actions={actions} />
        <LeaguePanel
          facts={facts}
          view={view}
          card={card}
          nameOf={nameOf}
          onArea={pickArea}
          actions={actions}
        />
      </div>
      <EffectPanel
        facts={facts}
        view={view}
        areas={areas}
        nameOf={nameOf}
        onAction={(action) => change({ action })}
        actions={actions}
      />
      <p className="print-foot" aria-hidden="true">
        {say(WORDS.source)} {(lang === 'zh' ? card?.source : card?.sourceEn) ?? '—'} ·{' '}
        {say(WORDS.cutOff)} {formatStamp(card?.cutOff ?? null)} · {watermarkOf(seat, roles, lang)}
      </p>
      {markDay !== null && (
        <Marks
          own={own}
          given={(card?.marks ?? []).filter(({ from }) => dayOf(from) >= facts.firstDay)}
          day={markDay}
          areaCode={area === region ? null : area}
          nameOf={nameOf}
          onMarks={onMarks}
          onClose={() => setMarkDay(null)}
        />
      )}
    </div>
  )
})
