import { createContext, type ReactNode, useContext } from 'react'
import type { Flavour } from './tokens'
import { type Lang, type Phrase, say } from './words'

interface Manner {
  readonly lang: Lang
  readonly flavour: Flavour
}

const MannerContext = createContext<Manner>({ lang: 'zh', flavour: 'night' })

/** Language and flavour of everything below. */
export function MannerProvider({
  lang,
  flavour,
  children,
}: Manner & { readonly children: ReactNode }) {
  return <MannerContext value={{ lang, flavour }}>{children}</MannerContext>
}

export function useLang(): Lang {
  return useContext(MannerContext).lang
}

export function useFlavour(): Flavour {
  return useContext(MannerContext).flavour
}

/** `const say = useSay()`, then `say(phrase)`. */
export function useSay(): (phrase: Phrase) => string {
  const lang = useLang()
  return (phrase) => say(phrase, lang)
}
