import { Dialog } from '../../ui/dialog'
import { Button, Kbd } from '../../ui/kit'
import { useSay } from '../../ui/lang'
import type { Phrase } from '../../ui/words'
import { WORDS } from './words'

const SHORTCUTS: readonly (readonly [keys: string, what: Phrase])[] = [
  ['F6', { zh: '下一个图', en: 'Next chart' }],
  ['T', { zh: '此图的表格，可导出 CSV', en: 'Table of the chart, with its CSV' }],
  ['P', { zh: '此图存为 PNG', en: 'The chart as PNG' }],
  ['M', { zh: '批注（在控制图上）', en: 'Marks (on the control chart)' }],
  ['← →', { zh: '时期移一天；Shift 改末日', en: 'Period by a day; Shift moves its end' }],
  ['[ ]', { zh: '前一段、后一段', en: 'Period before, period after' }],
  ['← → Enter', { zh: '在指标、地图、市州之间走与选', en: 'Walk and pick: measures, map, areas' }],
  ['D', { zh: '指标的口径', en: 'Definition of a measure' }],
  ['Esc', { zh: '关闭，再按回到值班席', en: 'Close; again: back to the desk' }],
]

export default function Help({ onClose }: { readonly onClose: () => void }) {
  const say = useSay()
  return (
    <Dialog title={say(WORDS.help)} onClose={onClose}>
      <dl className="shortcuts">
        {SHORTCUTS.map(([keys, what]) => (
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
