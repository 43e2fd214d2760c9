import type { Wait } from '../../../domain/incident-target'
import { agePhrase } from '../../../ui/clock'
import type { Phrase } from '../../../ui/words'
import { DISPATCH } from './words'

/** "over 12 min", "3 min left": whole minutes, begun ones left out. */
export function leftPhrase({ isOver, leftMs }: Wait): Phrase {
  const word = isOver ? DISPATCH.over : DISPATCH.left
  const age = agePhrase(Math.abs(leftMs))
  return { zh: `${word.zh} ${age.zh}`, en: `${word.en} ${age.en}` }
}
