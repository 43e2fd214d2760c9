import { useLang, useSay } from '../../ui/lang'
import { formatCount } from '../../ui/numbers'
import type { Lang } from '../../ui/words'
import { CAUTION_WORDS, displacementWords, effectWords } from './effect-words'
import type { Effects } from './effects'
import { WORDS } from './words'

/** The sentence, the table that it follows from, and what to beware of. */
export function EffectTold({
  effects: { effect, displacement, lines, days, leftOut },
  nameOf,
  isShare,
}: {
  readonly effects: Effects
  readonly nameOf: (code: string) => string
  readonly isShare: boolean
}) {
  const say = useSay()
  const lang = useLang()
  const shareNow = isShare ? (lines.find(({ id }) => id === 'target')?.after ?? null) : null
  const amount = (value: number | null) =>
    isShare ? (value === null ? '—' : `${value.toFixed(1)} %`) : formatCount(value)
  // Headline and changes are of these: a gap makes a day less, and no fall.
  const perDay = (rate: number | undefined) =>
    rate !== undefined && (
      <span className="ink2">
        {rate.toFixed(rate < 1 ? 2 : 1)}
        {say(WORDS.aDay)}
      </span>
    )
  return (
    <div className="effect-told">
      <p className="effect-says">{say(effectWords(effect, shareNow))}</p>
      {displacement && <p>{say(displacementWords(displacement))}</p>}
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
              <td className="end">
                {amount(line.before)} {perDay(line.rates?.before)}
              </td>
              <td className="end">
                {amount(line.after)} {perDay(line.rates?.after)}
              </td>
              <td className="end">{say(line.change)}</td>
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
