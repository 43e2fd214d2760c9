import { getEarlierPacks } from '../../api/fire-records'
import { Button } from '../../ui/kit'
import { useSay } from '../../ui/lang'
import { FIRE } from './fire-words'
import { failedPhrase } from './here'
import { revisionPhrase } from './revision'
import { useAsked } from './use-asked'
import { WORDS } from './words'

/** Packs that were in use before. One is taken into the editor: going live, it is judged and signed like any other. */
export function EarlierPacks({ onTake }: { readonly onTake: (text: string) => void }) {
  const say = useSay()
  const [asked, again] = useAsked(getEarlierPacks)
  if (asked.is === 'waiting') return null
  if (asked.is === 'failed')
    return (
      <span className="ink2">
        {say(failedPhrase(FIRE.noEarlier, asked.cause))}{' '}
        <Button onClick={again}>{say(WORDS.again)}</Button>
      </span>
    )
  const packs = asked.value
  if (packs.length === 0) return null
  return (
    <select
      aria-label={say(FIRE.earlier)}
      value=""
      onChange={({ target }) => {
        const taken = packs.find(({ rev }) => String(rev) === target.value)
        if (taken) onTake(taken.text)
      }}
    >
      <option value="" disabled>
        {say(FIRE.earlier)}
      </option>
      {packs.map((pack) => (
        <option key={pack.rev} value={pack.rev}>
          {say(revisionPhrase(pack))}
        </option>
      ))}
    </select>
  )
}
