import type { HotSpotScore } from '../../domain/hot-spot-score'
import { LEAST_INCIDENTS } from '../../domain/hot-spots'
import type { HotSpots } from '../../domain/incident-hot-spots'
import { UNKNOWN } from '../../ui/clock'
import { Dialog } from '../../ui/dialog'
import { Button } from '../../ui/kit'
import { useSay } from '../../ui/lang'
import { formatCount, formatTenth } from '../../ui/numbers'
import type { PanelProps } from '../topic'
import { withOne } from './choices'
import type { IncidentsData } from './data'
import { COMPUTING, spotsOf } from './hot-places'
import { unscored } from './hot-words'
import { NearSection } from './near-section'
import { NEAR_OPTIONS, nearKindOf } from './options'
import { sourceList } from './source-filter'

interface Props extends PanelProps<IncidentsData> {
  readonly onClose: () => void
}

/** What each of the four says and what it does not say, with its own figures. */
export default function HotSpotsDialog({ data, inputs, onOptions, onClose }: Props) {
  const say = useSay()
  const analysis = data.bulk?.analysis
  const spots = spotsOf(data)
  const options = inputs.options ?? []
  return (
    <Dialog title={say({ zh: '热点怎么看', en: 'Reading hot spots' })} onClose={onClose}>
      <div className="analysis-text">
        {!spots && (
          <p role="status" className="ink3">
            {say(COMPUTING)}
          </p>
        )}
        <Tested spots={spots} />
        <Scored spots={spots} />
        <NearSection
          near={analysis?.near ?? null}
          kind={nearKindOf(options)}
          onKind={(id) => onOptions?.(withOne(options, NEAR_OPTIONS, id || null))}
        />
        <Guard spots={spots} />
      </div>
      <Button onClick={onClose}>{say({ zh: '关闭', en: 'Close' })}</Button>
    </Dialog>
  )
}

function Tested({ spots }: { readonly spots: HotSpots | null }) {
  const say = useSay()
  return (
    <>
      <h3>{say({ zh: '圈出的热点：不是偶然', en: 'Outlined: this is not chance' })}</h3>
      <p>
        {say({
          zh: `每个 250 m 格连同四周约 2.25 km 见方的窗，与有警记录地区的平均相比（Getis–Ord Gi*）。实线、虚线、点线：错误发现率不超过 1 %、5 %、10 %。窗内不足 ${LEAST_INCIDENTS} 起的不作判断，只画灰点线。`,
          en: `Each cell of 250 m, with a window of some 2.25 km square round it, is held against the mean of all places with incidents on record (Getis-Ord Gi*). Unbroken, dashed, dotted: at most 1, 5, 10 % of discoveries are false. A window with fewer than ${LEAST_INCIDENTS} incidents is not judged: grey dots.`,
        })}
      </p>
      <p>
        {say({
          zh: '不说明：为什么多；下周还会不会多；人多的地方警情自然多，圈出的往往就是城区，并不等于危险。圈线在窗的中心，窄于它所依据的范围。',
          en: 'It does not say why, nor whether it will last. Where more people are, more is reported: what is outlined is often the town itself, and not a danger. The line runs through the middles of windows, so it is tighter than what it rests on.',
        })}
      </p>
      {spots && (
        <p className="ink2">
          {say({
            zh: `本窗 ${formatCount(spots.incidents)} 起；有警记录地区（任一警情 ${STUDY_WORDS} 内）${formatCount(spots.studyKm2)} km²；窗 ${formatTenth(spots.windowM / 1_000)} km 见方。`,
            en: `${formatCount(spots.incidents)} incidents in this window of time; ${formatCount(spots.studyKm2)} km² within ${STUDY_WORDS} of any on record; windows ${formatTenth(spots.windowM / 1_000)} km square.`,
          })}
        </p>
      )}
    </>
  )
}

const STUDY_WORDS = '500 m'

function Scored({ spots }: { readonly spots: HotSpots | null }) {
  const say = useSay()
  return (
    <>
      <h3>{say({ zh: '评分：前一时段的图命中了多少', en: 'Scores: how the map before did' })}</h3>
      <p>
        {say({
          zh: '取前一时段密度最高的那部分面积（约 1 km² 一格），看本时段的警情有多少落在其中。PAI =（命中 / 全部）/（面积 / 全部面积），1 即与随意指点无异；PEI = 与事后最好的同面积选择之比；RRI = 命中的保留率与总量变化之比。命中可带小数：面积只够取并列几格的一部分时，按比例计入。旁边是基线：只数前一时段每格几起的计数图，不用任何模型，往往很难胜过。',
          en: 'Of the map of the period before, the densest part of the area is taken (cells of about 1 km²), and the incidents of this period in it are counted. PAI = (hits / all) / (area / whole area); 1 is no better than pointing anywhere. PEI: against the best choice of so much area, known afterwards. RRI: what was there and is again, against the change of the whole. Hits may have a tenth: where the area ends among cells that rank alike, each counts in part. Beside it the baseline: the plain count of each cell in the period before, without any model, and hard to beat.',
        })}
      </p>
      <p>
        {say({
          zh: '不说明：派人去会怎样。一两个时段的分差可能只是偶然；面积按有警记录地区算，与按全省面积算的 PAI 不能相比。',
          en: 'It does not say what sending somebody would do. A small lead in one period may be chance; the area is that with incidents on record, so these PAI cannot be held against those of a whole province.',
        })}
      </p>
      {spots?.scores.every(({ map }) => map === null) && <p>{say(unscored(spots))}</p>}
      {spots?.scores.some(({ map }) => map !== null) && (
        <table>
          <thead>
            <tr>
              <th scope="col">{say({ zh: '面积', en: 'Area' })}</th>
              <th scope="col">{say({ zh: '命中', en: 'Hits' })}</th>
              {['PAI', 'PEI', 'RRI'].map((name) => (
                <th scope="col" key={name}>
                  {name}
                </th>
              ))}
              <th scope="col">{say({ zh: '基线命中', en: 'Baseline hits' })}</th>
              {['PAI', 'PEI', 'RRI'].map((name) => (
                <th scope="col" key={name}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {spots.scores.map(({ share, map, baseline }) => (
              <tr key={share}>
                <th scope="row">{share * 100} %</th>
                <ScoreCells score={map} />
                <ScoreCells score={baseline} />
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}

function ScoreCells({ score }: { readonly score: HotSpotScore | null }) {
  return (
    <>
      <td>
        {formatTenth(score?.hits ?? null)} / {formatCount(score?.all ?? null)}
      </td>
      <td>{formatTenth(score?.pai ?? null)}</td>
      <td>{score?.pei?.toFixed(2) ?? UNKNOWN}</td>
      <td>{score?.rri?.toFixed(2) ?? UNKNOWN}</td>
    </>
  )
}

function Guard({ spots }: { readonly spots: HotSpots | null }) {
  const say = useSay()
  const effect = spots?.effect
  return (
    <>
      <h3>
        {say({
          zh: '只计群众报警：不让图喂自己',
          en: 'Public reports only: a map must not feed itself',
        })}
      </h3>
      <p>
        {say({
          zh: '巡逻去哪里，哪里就发现得多；若把发现计入，图会把巡逻再派回去（Ensign 等 2017）。故默认只计群众报警；其他来源另画为小点（近景），巡查发现为空心。在图例的“来源”里选择哪些计入，下表是所选与只计群众报警之差；网址会记住。',
          en: 'Where patrols go, more is found; a map that counted it would send them there again (Ensign et al. 2017). So only what the public reported counts by default, and other sources are drawn apart as small dots (near view), what patrols found hollow. The legend’s “Source” chooses what counts, and the table below holds that against public reports alone; the address keeps it.',
        })}
      </p>
      <p>
        {say({
          zh: '不说明：群众报警就没有偏差——不报警的地方，图上是空的。',
          en: 'It does not make reports unbiased: where nobody calls, the map is empty.',
        })}
      </p>
      {effect && (
        <table>
          <caption>
            {say({
              zh: `本窗两图计法不同的有位置警情 ${formatCount(effect.differing)} 起；差别：增 ${formatTenth(effect.gainedKm2)} km²，减 ${formatTenth(effect.lostKm2)} km²`,
              en: `${formatCount(effect.differing)} placed incidents of this window count in one of the two alone; difference: +${formatTenth(effect.gainedKm2)} km², −${formatTenth(effect.lostKm2)} km²`,
            })}
          </caption>
          <thead>
            <tr>
              <th scope="col">{say({ zh: '热点（90 % 及以上）', en: 'Hot (90 % and over)' })}</th>
              <th scope="col">km²</th>
              <th scope="col">{say({ zh: '处', en: 'Places' })}</th>
              <th scope="col">{say({ zh: '其中警情', en: 'Incidents in them' })}</th>
            </tr>
          </thead>
          <tbody>
            {(
              [
                [{ zh: '只计群众报警', en: 'Public reports alone' }, effect.reported],
                [sourceList(effect.sources), effect.other],
              ] as const
            ).map(([words, sum]) => (
              <tr key={words.en}>
                <th scope="row">{say(words)}</th>
                <td>{formatTenth(sum.areaKm2)}</td>
                <td>{formatCount(sum.places)}</td>
                <td>{formatCount(sum.incidents)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}
