import type { Sureness } from '../../domain/fire-clauses'
import type { RulePack } from '../../domain/fire-rule-pack'
import { BUILDING, CONDITION, KIND, WORDS as TOPIC } from '../../topics/fire/messages'
import { TABLE } from '../../topics/fire/table-messages'
import { UNKNOWN } from '../../ui/clock'
import { useSay } from '../../ui/lang'
import type { Phrase } from '../../ui/words'
import { FIRE } from './fire-words'
import { WORDS } from './words'

const SURENESS: Readonly<Record<Sureness, Phrase>> = {
  '2': { zh: '[2] 多处来源一致', en: '[2] sources agree' },
  '1': { zh: '[1] 一处来源', en: '[1] one source' },
  K: { zh: '[K] 已知，未核实', en: '[K] known, not confirmed' },
}

/** The pack as it would be held against readings, in words: each rule with its line, clause and sureness. */
export function PackLines({
  pack,
  lineNumbers,
}: {
  readonly pack: RulePack
  readonly lineNumbers: readonly number[]
}) {
  const say = useSay()
  return (
    <section className="page-scroll alarms-pack-lines" tabIndex={0} aria-label={say(FIRE.inWords)}>
      <table className="page-table">
        <thead>
          <tr>
            <th className="end">{say(FIRE.line)}</th>
            <th>{say(TABLE.building)}</th>
            <th>{say(FIRE.device)}</th>
            <th>{say(TOPIC.condition)}</th>
            <th className="end">{say(FIRE.asked)}</th>
            <th className="end">{say(WORDS.hysteresis)}</th>
            <th>{say(FIRE.unit)}</th>
            <th className="end">{say(FIRE.delay)}</th>
            <th>{say(TABLE.clause)}</th>
            <th>{say(FIRE.sureness)}</th>
          </tr>
        </thead>
        <tbody>
          {pack.lines.map((line, i) => (
            <tr key={lineNumbers[i]}>
              <td className="end ink2">{lineNumbers[i]}</td>
              <th>{say(BUILDING[line.buildingClass])}</th>
              <td>{say(KIND[line.kind])}</td>
              <td>{line.condition ? say(CONDITION[line.condition]) : UNKNOWN}</td>
              <td className="end">
                {line.comparator === '>=' ? '≥' : '≤'} {figure(line.limit, line.unit)}
              </td>
              <td className="end">{figure(line.hysteresis, line.unit)}</td>
              <td>{line.unit}</td>
              <td className="end">{line.delayS}</td>
              <td>
                {line.clause}
                {line.isAdvisory && <span className="ink2"> {say(TOPIC.advisory)}</span>}
              </td>
              <td>{say(SURENESS[line.sureness])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Pressures to the hundredth, so that columns can be compared; the rest as it was written. */
function figure(value: number, unit: string): string {
  return unit === 'MPa' && Number.isInteger(Math.round(value * 1e6) / 1e4)
    ? value.toFixed(2)
    : String(value)
}
