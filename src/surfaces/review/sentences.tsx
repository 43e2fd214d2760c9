import { useLang } from '../../ui/lang'
import type { Sentence } from './sentence-words'

/** What the page says before anybody looks at a chart; made by rule from the figures. */
export function Sentences({ sentences }: { readonly sentences: readonly Sentence[] }) {
  const lang = useLang()
  return (
    <ol className="sentences">
      {sentences.map(({ id, says, counts }) => (
        <li key={id}>
          <strong>{together(says[lang])}</strong>
          <span className="ink2">{together(counts[lang])}</span>
        </li>
      ))}
    </ol>
  )
}

/** A number and its sign are one word to a line. */
const together = (text: string) => text.replaceAll(' %', '\u00a0%')
