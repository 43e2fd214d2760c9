import { useState } from 'react'
import { OWN_KEYS } from '../../ui/keys'
import { Button, Kbd } from '../../ui/kit'
import { useSay } from '../../ui/lang'
import type { Phrase } from '../../ui/words'
import './pages-menu.css'
import { WORDS } from './words'

export interface PageLink {
  readonly name: Phrase
  /** The key that opens it from the desk. */
  readonly shortcut?: string
  readonly onOpen: () => void
}

/** Everything that lies beside the desk, behind one button: the bar has no room for a row of them. */
export function PagesMenu({ pages }: { readonly pages: readonly PageLink[] }) {
  const say = useSay()
  const [isOpen, setOpen] = useState(false)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes what lies open in it
    <div
      className="pages-menu"
      {...(isOpen && OWN_KEYS)}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setOpen(false)
      }}
      onKeyDown={({ key }) => {
        if (key === 'Escape') setOpen(false)
      }}
    >
      <Button
        className="plain"
        aria-expanded={isOpen}
        aria-controls="desk-pages"
        onClick={() => setOpen(!isOpen)}
      >
        {say(WORDS.pages)} <span aria-hidden="true">▾</span>
      </Button>
      <ul id="desk-pages" hidden={!isOpen}>
        {pages.map(({ name, shortcut, onOpen }) => (
          <li key={name.en}>
            <Button
              className="plain pages-menu-page"
              onClick={() => {
                setOpen(false)
                onOpen()
              }}
            >
              {say(name)} {shortcut && <Kbd>{shortcut}</Kbd>}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}
