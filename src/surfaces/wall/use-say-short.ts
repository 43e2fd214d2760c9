import { useLang, useSay } from '../../ui/lang'
import type { Phrase } from '../../ui/words'

/**
 * As `useSay`, for lines that have no room to spare: in English a comma for the dot between words and a straight
 * apostrophe, both of which the faces that are carried draw as wide as an ideograph.
 */
export function useSayShort(): (phrase: Phrase) => string {
  const say = useSay()
  const isEnglish = useLang() === 'en'
  return (phrase) =>
    isEnglish ? say(phrase).replaceAll(' · ', ', ').replaceAll('’', "'") : say(phrase)
}
