import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { Dialog } from './dialog'

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
