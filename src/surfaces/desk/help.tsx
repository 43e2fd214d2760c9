import { TOPICS } from '../../topics'
import { Dialog } from '../../ui/dialog'
import { Button, Kbd } from '../../ui/kit'
import { useSay } from '../../ui/lang'
import { SHORTCUTS } from './shortcut-words'
import { WORDS } from './words'

const SWITCH_TOPICS = { zh: '开关图层', en: 'switch layers' } as const

const DIGITS = TOPICS.map(({ shortcut }) => shortcut).join(' · ')

export default function Help({ onClose }: { readonly onClose: () => void }) {
  const say = useSay()
  return (
    <Dialog title={say(WORDS.help)} onClose={onClose}>
      <dl className="shortcuts">
        {[[DIGITS, SWITCH_TOPICS] as const, ...SHORTCUTS].map(([keys, what]) => (
          <div key={keys}>
            <dt>
              <Kbd>{keys}</Kbd>
            </dt>
            <dd>{say(what)}</dd>
          </div>
        ))}
      </dl>
      <Button onClick={onClose}>{say(WORDS.close)}</Button>
    </Dialog>
  )
}
