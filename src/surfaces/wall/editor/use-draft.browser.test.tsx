import { createRoot } from 'react-dom/client'
import { afterAll, expect, it } from 'vitest'
import { changeScene } from '../../../view/wall-edit'
import { DEFAULT_SCRIPT } from '../default-script'
import { useDraft } from './use-draft'

const root = createRoot(document.body.appendChild(document.createElement('div')))
afterAll(() => root.unmount())

let now: ReturnType<typeof useDraft>
function Held() {
  now = useDraft(null)
  return null
}

const stay = (dwellS: number) => now.change(changeScene(now.script, 0, { dwellS }), 'dwell')

it('keeps the last script without a fault while a field is wrong, also after a look at the desk', async () => {
  root.render(<Held />)
  await expect.poll(() => now?.lastGood).toEqual(DEFAULT_SCRIPT)
  stay(90)
  await expect.poll(() => now.lastGood.scenes[0]?.dwellS).toBe(90)
  stay(-5)
  await expect.poll(() => now.reading.ok).toBe(false)
  expect(now.script.scenes[0]?.dwellS).toBe(-5)
  expect(now.lastGood.scenes[0]?.dwellS).toBe(90)
  root.render(null)
  root.render(<Held />)
  await expect.poll(() => now.reading.ok).toBe(false)
  expect(now.lastGood.scenes[0]?.dwellS).toBe(90)
  now.undo()
  await expect.poll(() => now.reading.ok).toBe(true)
  expect(now.lastGood.scenes[0]?.dwellS).toBe(now.script.scenes[0]?.dwellS)
})
