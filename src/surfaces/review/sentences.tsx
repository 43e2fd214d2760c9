import { useLang, useSay } from '../../ui/lang'
import type { Sentence } from './sentence-words'
import { WORDS } from './words'

/** What the page says before anybody looks at a chart; made by rule from the figures. */
export function Sentences({
  sentences,
  staysHere,
}: {
  readonly sentences: readonly Sentence[]
  /** Whether an area's chart stays on the screen: paper then says that it is not there. */
  readonly staysHere: (area: string) => boolean
}) {
  const say = useSay()
  const lang = useLang()
  return (
    <ol className="sentences">
      {sentences.map(({ id, says, counts, chartOf }) => (
        <li key={id}>
          <strong>{together(says[lang])}</strong>
          <span className="ink2">
            {together(counts[lang])}
            {chartOf && staysHere(chartOf) && (
              <span className="leaves"> {say(WORDS.withheldChart)}</span>
            )}
          </span>
        </li>
      ))}
    </ol>
  )
}

/** A number and its sign are one word to a line. */
const together = (text: string) => text.replaceAll(' %', '\u00a0%')
