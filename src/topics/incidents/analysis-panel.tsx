import { lazy, Suspense, useState } from 'react'
import { LEAST_INCIDENTS } from '../../domain/hot-spots'
import { INCIDENT_CATEGORIES, SEVERITIES } from '../../domain/incident'
import { NEAR_DAYS, NEAR_M } from '../../domain/near-limits'
import type { TimeWindow } from '../../domain/time'
import { Button, Switch } from '../../ui/kit'
import { useLang, useSay } from '../../ui/lang'
import { formatCount, formatTenth } from '../../ui/numbers'
import { Toolbar } from '../../ui/toolbar'
import type { Phrase } from '../../ui/words'
import type { PanelProps } from '../topic'
import type { HotRun } from './analysis'
import {
  KIND_OPTIONS,
  kindOption,
  NEAR_OPTIONS,
  nearKindOf,
  RANK_OPTIONS,
  rankOption,
  sourcesOf,
} from './options'
import './analysis.css'
import { nearFinding, nearState } from './analysis-words'
import { CATEGORY } from './category-words'
import { withKind, withNear, withOne } from './choices'
import type { IncidentsData } from './data'
import { COMPUTING, spotsNow } from './hot-places'
import { floorWords, periodWords, testedWords, timesWords, unscored, usedWords } from './hot-words'
import { NEAR_ZOOM } from './layer'
import { SourceFilter } from './source-filter'
import { SEVERITY } from './words'

const HotSpotsDialog = lazy(() => import('./hot-spots-dialog'))
const StagesDialog = lazy(() => import('./stages-dialog'))

/** Which places are no chance, how the map before did, where to look again, and what patrols found. */
export default function AnalysisPanel(props: PanelProps<IncidentsData>) {
  const { data, inputs, onOptions, onSelect } = props
  const say = useSay()
  const [open, setOpen] = useState<'hot' | 'stages' | null>(null)
  const analysis = data.bulk?.analysis
  if (!analysis || !data.tally) return null
  const { hot, near } = analysis
  const grain = data.bulk?.brought?.grain ?? 'fine'
  const timesTold = timesWords(data.bulk, inputs.window)
  const floorTold = data.bulk?.picture ? floorWords(data.bulk.picture.window) : null
  const options = inputs.options ?? []
  const kind = nearKindOf(options)
  const choose = (group: readonly string[], id: string | null) =>
    onOptions?.(withOne(options, group, id))
  return (
    <>
      {floorTold && <p data-floor>{say(floorTold)}</p>}
      <Toolbar className="incidents-analysis" label={say({ zh: '热点', en: 'Hot spots' })}>
        <div className="analysis-row analysis-narrow">
          <Narrowed
            label={{ zh: '类别', en: 'Kind' }}
            all={{ zh: '全部类别', en: 'All kinds' }}
            group={KIND_OPTIONS}
            words={INCIDENT_CATEGORIES.map((one) => [kindOption(one), CATEGORY[one]])}
            options={options}
            onChoose={(_, id) => onOptions?.(withKind(options, id))}
          />
          <Narrowed
            label={{ zh: '等级', en: 'Severity' }}
            all={{ zh: '全部等级', en: 'All severities' }}
            group={RANK_OPTIONS}
            words={SEVERITIES.map((one) => [rankOption(one), SEVERITY[one]])}
            options={options}
            onChoose={choose}
          />
        </div>
        <SourceFilter
          data={data}
          sources={sourcesOf(options)}
          options={options}
          onOptions={onOptions}
        />
        {timesTold && <p className="ink2">{say(timesTold)}</p>}
        <GiLegend />
        <Tested hot={hot} />
        <div className="analysis-row">
          <Switch
            pressed={kind !== null}
            label={say(NEAR)}
            data-option="near"
            onClick={() =>
              onOptions?.(kind ? withOne(options, NEAR_OPTIONS, null) : withNear(options))
            }
          />
          <span className={kind ? undefined : 'ink2'}>{say(NEAR)}</span>
          <span className="ink2">{near ? say(nearState(near)) : ''}</span>
        </div>
        {near && <p className="ink2">{say(nearFinding(near))}</p>}
        {grain !== 'none' && <Score hot={hot} chosen={inputs.window} />}
        <div className="analysis-buttons">
          <Button onClick={() => setOpen('hot')}>
            {say({ zh: '热点怎么看', en: 'Reading hot spots' })}
          </Button>
          <Button onClick={() => setOpen('stages')}>{say({ zh: '警情全程', en: 'Stages' })}</Button>
        </div>
      </Toolbar>
      <Suspense>
        {open === 'hot' && <HotSpotsDialog {...props} onClose={() => setOpen(null)} />}
        {open === 'stages' && (
          <StagesDialog
            data={data}
            onClose={() => setOpen(null)}
            onSelect={(id) => {
              setOpen(null)
              onSelect?.(id)
            }}
          />
        )}
      </Suspense>
    </>
  )
}

interface NarrowedProps {
  readonly label: Phrase
  readonly all: Phrase
  readonly group: readonly string[]
  readonly words: readonly (readonly [id: string, phrase: Phrase])[]
  readonly options: readonly string[]
  readonly onChoose: (group: readonly string[], id: string | null) => void
}

/** Narrows surface, counts, lists, hot spots and open incidents to one of a group. */
function Narrowed({ label, all, group, words, options, onChoose }: NarrowedProps) {
  const say = useSay()
  return (
    <select
      aria-label={say(label)}
      value={options.find((id) => group.includes(id)) ?? ''}
      onChange={({ target }) => onChoose(group, target.value || null)}
    >
      <option value="">{say(all)}</option>
      {words.map(([id, phrase]) => (
        <option key={id} value={id}>
          {say(phrase)}
        </option>
      ))}
    </select>
  )
}

const NEAR: Phrase = {
  zh: `近重复 ${NEAR_M} m × ${NEAR_DAYS} 天`,
  en: `Near repeat ${NEAR_M} m × ${NEAR_DAYS} d`,
}

/** The same lines as on the map. */
function GiLegend() {
  const say = useSay()
  return (
    <div className="gi-legend">
      <span>Gi*</span>
      {(
        [
          ['99 %', undefined],
          ['95 %', '4 3'],
          ['90 %', '1.6 3'],
        ] as const
      ).map(([text, dash]) => (
        <span key={text}>
          <svg viewBox="0 0 20 12" aria-hidden="true">
            <rect x="1" y="1" width="18" height="10" rx="5" strokeDasharray={dash} />
          </svg>
          {text}
        </span>
      ))}
      <span
        className="ink2"
        title={say({
          zh: '错误发现率校正（Benjamini–Hochberg 1995）',
          en: 'false-discovery rate corrected (Benjamini and Hochberg 1995)',
        })}
      >
        {say({ zh: 'FDR 校正', en: 'FDR' })}
      </span>
    </div>
  )
}

function Tested({ hot }: { readonly hot: HotRun }) {
  const say = useSay()
  if (hot.state === 'failed')
    return (
      <p role="alert">
        {say({
          zh: '热点未能检验，一分钟内再试。',
          en: 'Not tested; tried again within a minute.',
        })}
      </p>
    )
  return (
    <p
      className="ink2"
      title={say({
        zh: `灰点线：看似热点而窗内不足 ${LEAST_INCIDENTS} 起，不作判断；缩放 ${NEAR_ZOOM} 起标绘`,
        en: `Grey dots: looks hot with fewer than ${LEAST_INCIDENTS} in the window, so nothing is said; from zoom ${NEAR_ZOOM}`,
      })}
    >
      {say(testedWords(hot))}
    </p>
  )
}

function Score({ hot, chosen }: { readonly hot: HotRun; readonly chosen: TimeWindow }) {
  const say = useSay()
  const lang = useLang()
  if (!hot.question) return null
  const spots = spotsNow(hot)
  const { map, baseline } = spots?.scores[0] ?? { map: null, baseline: null }
  const used = usedWords(hot.question.window, chosen)
  return (
    <div className="analysis-score">
      <p>
        <span className="analysis-period">
          {say(periodWords(hot.question.window, hot.question.before))}
        </span>
        <span className="ink2">{say({ zh: '面积 1 %', en: '1 % area' })}</span>
      </p>
      {spots && map && baseline ? (
        <p
          title={say({
            zh: `起数：命中 n / 全部 N。PAI =（n / N）/（a / A）；A = 有警记录地区 ${formatCount(spots.studyKm2)} km²`,
            en: `Incidents: hits n / all N. PAI = (n / N) / (a / A); A = ${formatCount(spots.studyKm2)} km² with incidents on record`,
          })}
        >
          <span>
            PAI {formatTenth(map.pai)}
            {lang === 'zh' ? '（' : ' ('}
            {formatCount(map.hits)} / {formatCount(map.all)}
            {lang === 'zh' ? '）' : ')'}
          </span>
          <span>
            {say({ zh: '计数图', en: 'count map' })} {formatTenth(baseline.pai)}
          </span>
        </p>
      ) : (
        <p className="ink2">{say(spots ? unscored(spots) : COMPUTING)}</p>
      )}
      {used && <p className="ink2">{say(used)}</p>}
    </div>
  )
}
