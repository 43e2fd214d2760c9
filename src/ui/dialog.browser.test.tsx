import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { Dialog } from './dialog'
import { isKeyTaken } from './keys'

const closed = vi.fn()
let unmount: () => void

beforeEach(async () => {
  const place = document.body.appendChild(document.createElement('div'))
  const root = createRoot(place)
  unmount = () => {
    root.unmount()
    place.remove()
  }
  closed.mockClear()
  root.render(
    <StrictMode>
      <Dialog title="Shortcuts" onClose={closed}>
        <button type="button">one</button>
      </Dialog>
    </StrictMode>,
  )
  await expect.poll(() => document.querySelector('dialog')?.open).toBe(true)
})
afterEach(() => unmount())

it('stays open under strict mode, which mounts everything twice', async () => {
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(document.querySelector('dialog')?.open).toBe(true)
  expect(closed).not.toHaveBeenCalled()
})

it('tells that Escape closed it, once', async () => {
  await userEvent.keyboard('{Escape}')
  await expect.poll(() => closed.mock.calls.length).toBe(1)
})

it('does not take a file chooser that was left for its own Escape', async () => {
  const button = document.querySelector('dialog button')
  button?.dispatchEvent(new Event('cancel', { bubbles: true }))
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(closed).not.toHaveBeenCalled()
})

it('has the keys of the page even when the focus has left it', () => {
  expect(isKeyTaken({ target: document.body, key: 'Escape' })).toBe(true)
  document.querySelector('dialog')?.close()
  expect(isKeyTaken({ target: document.body, key: 'Escape' })).toBe(false)
})
