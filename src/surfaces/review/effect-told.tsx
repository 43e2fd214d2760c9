import { useLang, useSay } from '../../ui/lang'
import { formatCount } from '../../ui/numbers'
import type { Lang } from '../../ui/words'
import type { ReleasedRow } from './csv-rows'
import { EFFECT_SHORT } from './effect-about'
import { CAUTION_WORDS, displacementWords, effectWords } from './effect-words'
import type { Effects } from './effects'
import { readable, WITHHELD } from './released-sum'
import { WORDS } from './words'

/** The sentence, the table that it follows from, and what to beware of. */
export function EffectTold({
  effects: { effect, displacement, lines, days, leftOut },
  nameOf,
  isShare,
  released = null,
}: {
  readonly effects: Effects
  readonly nameOf: (code: string) => string
  readonly isShare: boolean
  /** Outside, as in the export; null: on the screen. */
  readonly released?: readonly ReleasedRow[] | null
}) {
  const say = useSay()
  const lang = useLang()
  const shareNow = isShare ? (lines.find(({ id }) => id === 'target')?.after ?? null) : null
  const amount = (value: number | null) =>
    isShare ? (value === null ? '—' : `${value.toFixed(1)} %`) : formatCount(value)
  const cellsOf = (id: string) => released?.find((row) => row.id === id)?.cells ?? []
  // Headline and changes are of these: a gap makes a day less, and no fall. They leave with the count that they are of.
  const perDay = (rate: number | undefined) =>
    rate !== undefined && (
      <span className="ink2">
        {rate.toFixed(rate < 1 ? 2 : 1)}
        {say(WORDS.aDay)}
      </span>
    )
  const told = (id: string, at: number, shown: string, rate?: number) => {
    if (!released)
      return (
        <>
          {shown} {perDay(rate)}
        </>
      )
    const text = readable(cellsOf(id)[at] ?? WITHHELD, shown)
    return (
      <>
        {text} {text === shown && perDay(rate)}
      </>
    )
  }
  // Whoever knows one side and the difference knows the other.
  const isWithheld = (id: string) => released !== null && cellsOf(id)[4] === WITHHELD
  return (
    <div className="effect-told">
      <p className="effect-says">
        {isWithheld('effect')
          ? `${say(EFFECT_SHORT[effect.verdict])}${lang === 'zh' ? '；' : '; '}${say(WORDS.effectWithheld)}`
          : say(effectWords(effect, shareNow))}
      </p>
      {displacement && !isWithheld('effect') && !isWithheld('ring') && (
        <p>{say(displacementWords(displacement))}</p>
      )}
      <table className="page-table">
        <thead>
          <tr>
            <th scope="col">{lang === 'zh' ? `前后各 ${days} 天` : `${days} days each side`}</th>
            <th scope="col" className="end">
              {lang === 'zh' ? '地区数' : 'Areas'}
            </th>
            <th scope="col" className="end">
              {lang === 'zh' ? '之前' : 'Before'}
            </th>
            <th scope="col" className="end">
              {lang === 'zh' ? '之后' : 'After'}
            </th>
            <th scope="col" className="end">
              {say(isShare ? WORDS.effectChange : WORDS.effectRateChange)}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <th scope="row">{say(line.title)}</th>
              <td className="end">{line.areas.length}</td>
              <td className="end">{told(line.id, 2, amount(line.before), line.rates?.before)}</td>
              <td className="end">{told(line.id, 3, amount(line.after), line.rates?.after)}</td>
              <td className="end">{told(line.id, 4, say(line.change))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="ink2">
        {effect.cautions
          .map((caution) => say(CAUTION_WORDS[caution]))
          .join(lang === 'zh' ? '；' : '; ')}
        {leftOut.length > 0 && effect.cautions.length > 0 && (lang === 'zh' ? '；' : '; ')}
        {leftOut.length > 0 && `${say(WORDS.effectLeftOut)}${leftOutText(leftOut, nameOf, lang)}`}
      </p>
    </div>
  )
}

function leftOutText(
  areas: readonly string[],
  nameOf: (code: string) => string,
  lang: Lang,
): string {
  const names = areas.slice(0, 3).map(nameOf)
  const more = areas.length > names.length ? '…' : ''
  return lang === 'zh'
    ? ` ${areas.length} 个（${names.join('、')}${more}）`
    : ` ${areas.length} (${names.join(', ')}${more})`
}
