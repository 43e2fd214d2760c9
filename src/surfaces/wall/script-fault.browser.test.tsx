import { afterAll, expect, it } from 'vitest'
import { cutWords } from '../../../tests/browser/cut-words'
import { hung, WALLS } from '../../../tests/browser/hung-walls'
import { openWallFace } from '../../../tests/browser/on-wall'
import '../../ui/kit.css'
import type { ScriptFault } from '../../view/wall-script'
import { ScriptFaultNote } from './script-fault'
import './wall.css'
import { FAULT } from './words'

const { host, show, close } = openWallFace()
afterAll(close)

const DETAIL: Partial<Record<ScriptFault['code'], string>> = {
  'out-of-bounds': '5–3600',
  'unknown-key': 'name, link, dwellS, layout, figures',
  'not-one-of': 'incidents, patrols, crowds, fire',
  'link-bad-value': 'window=yesterday',
}
const FAULTS = (Object.keys(FAULT) as ScriptFault['code'][]).map((code) => ({
  code,
  path: 'scenes[12].figures[3]',
  line: 1234,
  detail: DETAIL[code] ?? '',
}))

it.each(WALLS)('%s: place and reason are read to their end, in body type', (...wall) => {
  const { type, layout } = hung(wall)
  for (const lang of ['zh', 'en'] as const)
    for (const fault of FAULTS) {
      const key = `${lang} ${fault.code}`
      show({ key, lang, type }, <ScriptFaultNote faults={[fault, ...FAULTS]} box={layout.notice} />)
      const note = host.querySelector('.wall-script-fault') as HTMLElement
      const line = { zh: '第 1234 行', en: 'line 1234' }[lang]
      for (const words of [
        line,
        fault.path,
        FAULT[fault.code][lang],
        fault.detail,
        String(FAULTS.length),
      ])
        expect(note.textContent).toContain(words)
      expect(cutWords('.wall-face', '.wall-told'), key).toEqual([])
      expect(note.offsetHeight, key).toBeLessThanOrEqual(layout.notice.height + 1)
      for (const part of note.children)
        expect(Number.parseFloat(getComputedStyle(part).fontSize)).toBeGreaterThanOrEqual(
          type.body - 0.01,
        )
    }
})
