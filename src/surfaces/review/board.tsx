import { memo, useState } from 'react'
import type { MeasureId } from '../../domain/measure'
import { dayOf } from '../../domain/review/calendar'
import { formatStamp } from '../../ui/clock'
import { useLang, useSay } from '../../ui/lang'
import { AreaMap } from './area-map'
import { Awaited } from './awaited'
import { ControlPanel } from './control-panel'
import { Definition } from './definition'
import { EffectPanel } from './effect'
import { Shown } from './had'
import { LeaguePanel } from './league'
import { StripLegend } from './legend'
import { Marks } from './marks'
import { MEASURE_BY_ID } from './measures'
import { Multiples } from './multiples'
import { Panel } from './panel'
import { Response } from './response'
import type { ReviewProps } from './review'
import { SeasonPanel } from './season'
import { Sentences } from './sentences'
import { Tiles } from './tiles'
import { pairedDays, pairedNote, titleWith } from './told'
import { useAllMarks } from './use-all-marks'
import { useBoard } from './use-board'
import type { Facts } from './use-facts'
import { useLeaving } from './use-leaving'
import type { MarksDesk } from './use-marks'
import { usePanelActions } from './use-panel-actions'
import { type Taker, watermarkOf } from './watermark'
import { When } from './when'
import { WORDS } from './words'

export interface BoardProps extends ReviewProps, Taker {
  readonly facts: Facts
  readonly areas: readonly string[]
  readonly marksDesk: MarksDesk
  readonly nameOf: (code: string) => string
}

/** All charts of the page, bound to one period and one area. Drawn anew only when something of it is another. */
export const Board = memo(function Board(props: BoardProps) {
  const { facts, view, change, nameOf, areas, marksDesk } = props
  const say = useSay()
  const lang = useLang()
  const { prefectures, card, area, region } = facts
  const board = useBoard(facts, view, nameOf)
  const { measure, multiples, figures, sentences } = board
  const released = useLeaving(multiples, facts, view.part)
  // A part leaves by whole months: a few days of one do not.
  const leaving = view.part && pairedDays(facts) !== null ? null : released
  const [markDay, setMarkDay] = useState<number | null>(null)
  const comma = lang === 'zh' ? '，' : ', '
  const marks = useAllMarks(card, marksDesk)
  const { actions, hasFailed } = usePanelActions(props, measure)
  const pickArea = (code: string) => change({ area: code === region ? null : code })
  const picking = { area, region, nameOf, onArea: pickArea }
  const pickMeasure = (id: MeasureId) => change({ measure: id, part: '' })
  const carded = view.card ? MEASURE_BY_ID[view.card] : null
  const cardAt = facts.tiles.findIndex(({ id }) => id === view.card)
  const cardFigure = facts.tiles[cardAt]?.figure
  const hasWithheld = multiples.some(({ code }) => leaving?.get(code)?.isTold !== true)
  const title = titleWith(measure, view.part, lang)
  const unit = say(measure.rate.unit)
  const paired = pairedDays(facts)
  return (
    <div className="board" data-card={carded !== null}>
      <Sentences
        sentences={sentences}
        staysHere={(code) => code !== area && leaving?.get(code)?.isTold !== true}
      />
      {hasFailed && <p role="alert">{say(WORDS.pictureFailed)}</p>}
      <div className="tile-row">
        <StripLegend />
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
        <ControlPanel
          facts={facts}
          view={view}
          change={change}
          board={board}
          marks={marks}
          marksAsOf={marksDesk.now.asOf}
          nameOf={nameOf}
          actions={actions}
          onMark={setMarkDay}
        />
        <Panel
          id="map"
          title={say(WORDS.map)}
          note={`${title}${comma}${say(WORDS[facts.same?.by === 'before' ? 'before' : 'year'])}${comma}${say(WORDS.mapNote)}`}
          actions={actions}
          className="panel-map"
        >
          <Shown had={prefectures}>{() => <AreaMap figures={figures} {...picking} />}</Shown>
        </Panel>
        {carded && (
          <Definition
            key={carded.id}
            measure={carded}
            card={facts.cards.get(carded.id) ?? null}
            figure={cardFigure?.is === 'here' ? cardFigure.value : null}
            nameOf={nameOf}
            onClose={() => change({ card: null })}
          />
        )}
      </div>
      <div className="row-b">
        <When facts={facts} part={view.part} nameOf={nameOf} actions={actions} />
        <Panel
          id="multiples"
          title={say(WORDS.multiples)}
          note={`${title}${comma}${unit}${comma}${say(WORDS.sharedAxis)}${paired === null ? '' : `${comma}${say(pairedNote(paired))}`}`}
          actions={actions}
          className="panel-multiples"
          leaving={(onReady) => <Awaited isThere={leaving !== null} onReady={onReady} />}
        >
          <Shown had={prefectures}>
            {() => <Multiples multiples={multiples} leaving={leaving} marks={marks} {...picking} />}
          </Shown>
        </Panel>
      </div>
      <div className="row-c">
        <SeasonPanel facts={facts} view={view} marks={marks} nameOf={nameOf} actions={actions} />
        <Response facts={facts} part={view.part} nameOf={nameOf} actions={actions} />
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
        marks={marks}
        nameOf={nameOf}
        onAction={(action) => change({ action })}
        actions={actions}
      />
      <p className="print-foot" aria-hidden="true">
        {say(WORDS.source)} {(lang === 'zh' ? card?.source : card?.sourceEn) ?? '—'} ·{' '}
        {say(WORDS.cutOff)} {formatStamp(card?.cutOff ?? null)} · {watermarkOf(props, lang)}
        {hasWithheld &&
          ` · ${say(WORDS.under5)}${lang === 'zh' ? '；× = 隐去' : '; × = withheld'}${comma}${say(WORDS.narrowed)}`}
      </p>
      {markDay !== null && (
        <Marks
          desk={marksDesk}
          given={(card?.marks ?? []).filter(({ from }) => dayOf(from) >= facts.firstDay)}
          day={markDay}
          areaCode={area === region ? null : area}
          nameOf={nameOf}
          onClose={() => setMarkDay(null)}
        />
      )}
    </div>
  )
})
