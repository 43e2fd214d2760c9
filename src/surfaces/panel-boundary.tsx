import { Component, type ReactNode } from 'react'
import { ErrorNote } from '../ui/kit'
import { type Lang, say } from '../ui/words'

const WORDS = {
  what: { zh: '此面板出错，其余部分继续工作。', en: 'This panel failed; everything else goes on.' },
  todo: {
    zh: '刷新页面；若再次出现，请告知维护人员：',
    en: 'Reload the page; if it comes back, tell the maintainer:',
  },
}

interface Props {
  readonly lang: Lang
  readonly children: ReactNode
}

/** A panel that throws says so and takes nothing else with it. */
export class PanelBoundary extends Component<Props, { readonly error: Error | null }> {
  override state = { error: null as Error | null }

  static getDerivedStateFromError(error: Error) {
    return { error }
  }

  override render() {
    const { lang, children } = this.props
    const { error } = this.state
    if (!error) return children
    return (
      <ErrorNote what={say(WORDS.what, lang)} todo={`${say(WORDS.todo, lang)} ${error.message}`} />
    )
  }
}
