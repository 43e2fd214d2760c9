import { NEAR_DAYS, NEAR_M } from '../../domain/near-limits'
import { SAME_PLACE_M, SPACE_LIMITS_M, TIME_LIMITS_DAYS } from '../../domain/near-repeat'
import { Button } from '../../ui/kit'
import { useSay } from '../../ui/lang'
import { formatCount, formatTenth } from '../../ui/numbers'
import { nearFinding, RATIO_RULE } from './analysis-words'
import { CATEGORY } from './category-words'
import type { NearRun } from './near-run'
import { NEAR_KINDS, nearOption } from './options'

/** Near repeats in words, of which kind, and their table. */
export function NearSection({
  near,
  kind,
  onKind,
}: {
  readonly near: NearRun | null
  readonly kind: string | null
  readonly onKind: (option: string | null) => void
}) {
  const say = useSay()
  return (
    <>
      <h3>
        {say({ zh: '近重复：出事之后，近处近日再看', en: 'Near repeat: look again nearby, soon' })}
      </h3>
      <p>
        {say({
          zh: `把同类警情两两相比（Knox 1964）：既近又近日的对数，是否多于把时间随机打乱 199 次所得？${NEAR_M} m、${NEAR_DAYS} 天这一格须满足 ${RATIO_RULE.zh}，才在近 ${NEAR_DAYS} 天每起周围画 ${NEAR_M} m 的圈，到期自行消失。同一地点（${SAME_PLACE_M} m 内）另列：可能是重复发案，也可能是一案两记。`,
          en: `Incidents of one kind are compared pair by pair (Knox 1964): are there more pairs near in both place and time than when the times are dealt out anew, 199 times? Where the cell of ${NEAR_M} m and ${NEAR_DAYS} days has ${RATIO_RULE.en}, a ring of ${NEAR_M} m stands round each incident of the last ${NEAR_DAYS} days, and ends by itself. The same place (within ${SAME_PLACE_M} m) is told apart: a repeat, or one case noted twice.`,
        })}
      </p>
      <p>
        {say({
          zh: '不说明：某个圈里一定再出事，或谁会去做；多数圈里什么也不会发生。',
          en: 'It does not say that something will happen in a ring, nor who would do it: in most rings nothing will.',
        })}
      </p>
      <div className="near-choice">
        <label>
          {say({ zh: '类别 ', en: 'Kind ' })}
          <select
            value={kind ? `near-${kind}` : ''}
            onChange={({ target }) => onKind(target.value || null)}
          >
            <option value="">{say({ zh: '不计算', en: 'off' })}</option>
            {NEAR_KINDS.map((one) => (
              <option key={one} value={nearOption(one)}>
                {say(CATEGORY[one])}
              </option>
            ))}
          </select>
        </label>
        {near && <span role="status">{say(nearFinding(near))}</span>}
        {near?.state === 'computing' && (
          <>
            <progress max={Math.max(1, near.runs)} value={near.done} />
            <Button onClick={near.stop}>{say({ zh: '停止', en: 'Stop' })}</Button>
          </>
        )}
        {(near?.state === 'stopped' || near?.state === 'failed') && (
          <Button onClick={near.again}>{say({ zh: '重新计算', en: 'Compute again' })}</Button>
        )}
      </div>
      {near?.state === 'ready' && <Knox near={near} />}
    </>
  )
}

function Knox({ near }: { readonly near: Extract<NearRun, { state: 'ready' }> }) {
  const say = useSay()
  const { result } = near
  if (!result.ok) return null
  return (
    <table>
      <caption>
        {say({
          zh: `对数 / 偶然（p）；${result.runs} 次随机，固定种子`,
          en: `pairs / chance (p); ${result.runs} runs, fixed seed`,
        })}
      </caption>
      <thead>
        <tr>
          <th scope="col">{say({ zh: '距离', en: 'Distance' })}</th>
          {TIME_LIMITS_DAYS.map((days) => (
            <th scope="col" key={days}>
              {days - NEAR_DAYS}–{days} {say({ zh: '天', en: 'd' })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {result.table.map((row, i) => (
          <tr key={SPACE_LIMITS_M[i]}>
            <th scope="row">
              {SPACE_LIMITS_M[i - 1] ?? 0}–{SPACE_LIMITS_M[i]} m
            </th>
            {row.map(({ observed, expected, p }, j) => (
              <td
                key={TIME_LIMITS_DAYS[j]}
                className={i === 1 && j === 0 && result.isClustered ? 'is-finding' : undefined}
              >
                {formatCount(observed)} / {formatTenth(expected)} ({p.toFixed(3)})
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
