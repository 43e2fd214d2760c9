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

const MARK = {
  id: 'm1',
  from: 1,
  to: null,
  areaCode: null,
  kind: 'other',
  label: '雪',
  labelEn: null,
} as const

it('reads back what it wrote', () => {
  const storage = storageWith(null)
  const chosen = { lang: 'en', flavour: 'day', soundTestedAt: 7, seat: 3, marks: [MARK] } as const
  writePersonal(storage, chosen)
  expect(readPersonal(storage)).toEqual(chosen)
})

it.each([null, '', '{', 'null', '[]', '{"lang":"fr","flavour":7,"soundTestedAt":"x","seat":"a"}'])(
  'falls to the default on %s',
  (text) => {
    expect(readPersonal(storageWith(text))).toEqual(DEFAULT_PERSONAL)
  },
)

it('lives without a store', () => {
  expect(readPersonal(null)).toEqual(DEFAULT_PERSONAL)
  expect(() => writePersonal(null, DEFAULT_PERSONAL)).not.toThrow()
})
