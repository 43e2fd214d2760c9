import { expect, it } from 'vitest'
import { DEFAULT_PERSONAL, readPersonal, writePersonal } from './personal'

function storageWith(text: string | null) {
  let kept = text
  return {
    getItem: () => kept,
    setItem: (_key: string, value: string) => {
      kept = value
    },
  }
}

it('reads back what it wrote', () => {
  const storage = storageWith(null)
  writePersonal(storage, { lang: 'en', flavour: 'day' })
  expect(readPersonal(storage)).toEqual({ lang: 'en', flavour: 'day' })
})

it.each([null, '', '{', 'null', '[]', '{"lang":"fr","flavour":7}'])(
  'falls to the default on %s',
  (text) => {
    expect(readPersonal(storageWith(text))).toEqual(DEFAULT_PERSONAL)
  },
)

it('lives without a store', () => {
  expect(readPersonal(null)).toEqual(DEFAULT_PERSONAL)
  expect(() => writePersonal(null, DEFAULT_PERSONAL)).not.toThrow()
})
