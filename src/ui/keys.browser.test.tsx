import { type ComponentType, lazy, type ReactNode, Suspense, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { CardForm } from './card-form'
import { expectTyping, isKeyTaken, KeysWait, useCardKeys } from './keys'

const ofPage = vi.fn()
const ofCard = vi.fn()
const answered = vi.fn()
let show: (what: ReactNode) => void
let unmount: () => void

/** A page with keys of its own: digits and Escape, as the desk has them. */
function onPageKey(event: KeyboardEvent) {
  if (/^(\d|Escape)$/.test(event.key) && !isKeyTaken(event)) {
    ofPage(event.key)
    event.preventDefault()
  }
}

function Card() {
  const [isOpen, setOpen] = useState(false)
  useCardKeys({ v: () => setOpen(true), a: ofCard })
  if (!isOpen) return <p>card</p>
  const close = () => setOpen(false)
  return (
    <CardForm keys={{ 2: () => answered('false') }} onCancel={close}>
      <input aria-label="reason" />
      <button type="button" onClick={close}>
        Cancel
      </button>
    </CardForm>
  )
}

/** Its form cannot be opened now. */
function Blocked() {
  useCardKeys({ v: expectTyping, a: ofCard })
  return <p>blocked</p>
}

beforeEach(() => {
  const place = document.body.appendChild(document.createElement('div'))
  const root = createRoot(place)
  window.addEventListener('keydown', onPageKey)
  show = (what) => root.render(what)
  unmount = () => {
    window.removeEventListener('keydown', onPageKey)
    root.unmount()
    place.remove()
  }
  vi.clearAllMocks()
})
afterEach(() => unmount())

const form = () => document.querySelector('form')

async function openForm() {
  show(<Card />)
  await expect.poll(() => document.querySelector('p')?.textContent).toBe('card')
  await userEvent.keyboard('v')
  await expect.poll(form).not.toBeNull()
}

it('a form takes its keys, and neither the page nor the card behind it gets one', async () => {
  await openForm()
  expect(document.activeElement).toBe(form())
  await userEvent.keyboard('2')
  await userEvent.keyboard('3')
  await userEvent.keyboard('a')
  expect(answered).toHaveBeenCalledExactlyOnceWith('false')
  await userEvent.keyboard('{Escape}')
  await expect.poll(form).toBeNull()
  expect(ofPage).not.toHaveBeenCalled()
  expect(ofCard).not.toHaveBeenCalled()
  // The form is gone: the page has its keys again.
  await userEvent.keyboard('2')
  expect(ofPage).toHaveBeenCalledExactlyOnceWith('2')
})

it('a digit typed into a field of the form is a digit, and Escape still takes the form back', async () => {
  await openForm()
  const field = document.querySelector('input') as HTMLInputElement
  await userEvent.click(field)
  await userEvent.keyboard('2')
  expect(field.value).toBe('2')
  expect(answered).not.toHaveBeenCalled()
  await userEvent.keyboard('{Escape}')
  await expect.poll(form).toBeNull()
  expect(ofPage).not.toHaveBeenCalled()
})

const pause = () => new Promise((resolve) => setTimeout(resolve, 1_100))

it('what is being typed when the form goes with its object is no command, until a pause', async () => {
  await openForm()
  await userEvent.click(document.querySelector('input') as HTMLInputElement)
  await userEvent.keyboard('road 1')
  show(<p>another</p>)
  await expect.poll(form).toBeNull()
  await userEvent.keyboard('2 closed{Enter}{Escape}')
  expect(ofPage).not.toHaveBeenCalled()
  await pause()
  await userEvent.keyboard('2')
  expect(ofPage).toHaveBeenCalledExactlyOnceWith('2')
})

it('what is typed after a key that could not open its form is no command, until a pause', async () => {
  show(<Blocked />)
  await expect.poll(() => document.querySelector('p')?.textContent).toBe('blocked')
  await userEvent.keyboard('va2')
  expect(ofCard).not.toHaveBeenCalled()
  expect(ofPage).not.toHaveBeenCalled()
  await pause()
  await userEvent.keyboard('a')
  expect(ofCard).toHaveBeenCalledOnce()
})

it('an open form is answered wherever the focus has gone', async () => {
  await openForm()
  ;(document.activeElement as HTMLElement).blur()
  await userEvent.keyboard('2')
  expect(answered).toHaveBeenCalledOnce()
  await userEvent.keyboard('{Escape}')
  await expect.poll(form).toBeNull()
  expect(ofPage).not.toHaveBeenCalled()
})

it.each([
  ['waits for the card', 'a', 1],
  ['is void after a key that the page took', 'a2', 0],
])('a key pressed before the card is there %s', async (_, keys, times) => {
  let arrive = (_: { default: ComponentType }) => {}
  const Late = lazy(() => new Promise<{ default: ComponentType }>((done) => (arrive = done)))
  show(
    <Suspense fallback={[<KeysWait key="keys" />, <p key="wait">wait</p>]}>
      <Late />
    </Suspense>,
  )
  await expect.poll(() => document.querySelector('p')?.textContent).toBe('wait')
  await userEvent.keyboard(keys)
  arrive({ default: Card })
  await expect.poll(() => document.querySelector('p')?.textContent).toBe('card')
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(ofCard).toHaveBeenCalledTimes(times)
})
