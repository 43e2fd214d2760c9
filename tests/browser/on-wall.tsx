import type { ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import type { WallType } from '../../src/domain/wall-profile'
import { MannerProvider } from '../../src/ui/lang'
import type { Lang } from '../../src/ui/words'

interface Shown {
  /** Something else is mounted anew. */
  readonly key: string
  readonly lang: Lang
  readonly type: WallType
}

/** A face of a wall in the page, with the sizes that its parts are drawn in. */
export function openWallFace() {
  const host = document.body.appendChild(document.createElement('div'))
  const root = createRoot(host)
  const show = ({ key, lang, type }: Shown, children: ReactNode) =>
    flushSync(() =>
      root.render(
        <MannerProvider lang={lang} flavour="night">
          <div
            key={key}
            lang={lang}
            className="wall-face"
            ref={(face) => {
              face?.style.setProperty('--u', `${type.body}px`)
              face?.style.setProperty('--critical', `${type.critical}px`)
            }}
          >
            {children}
          </div>
        </MannerProvider>,
      ),
    )
  return { host, show, close: () => root.unmount() }
}
