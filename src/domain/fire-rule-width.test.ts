import fc from 'fast-check'
import { expect, it } from 'vitest'
import { DEFAULT_RULE_PACK, readRulePack, writeRulePack } from './fire-rule-pack'
import { halfWidth } from './fire-rule-width'

const TEXT = writeRulePack({ ...DEFAULT_RULE_PACK, version: '2026.1' })

it('reads a pack typed with a Chinese keyboard as the same pack', () => {
  const typed = TEXT.replaceAll(',\n', '，\n')
    .replace('"version": "2026.1"', '“version”：“2026.1”')
    .replace('"limit":0.1', '"limit"：０．１')
  expect(readRulePack(typed)).toEqual(readRulePack(TEXT))
  expect(halfWidth(typed).changed).toBeGreaterThan(8)
})

it('leaves what stands inside a string, and every line and column, as they were', () => {
  const clause = '{"clause": "GB 50974－2014，５．２．２ “宜”"}'
  expect(halfWidth(clause)).toEqual({ text: clause, changed: 0 })
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'{}"“”，：１ab\\\n ') }), (text) => {
      const { text: half } = halfWidth(text)
      expect(half.split('\n').map((line) => line.length)).toEqual(
        text.split('\n').map((line) => line.length),
      )
    }),
  )
})

it('tells where a fault stands in the text as it was typed', () => {
  const typed = '｛\n  “version”：“１”，\n  oops\n｝'
  expect(readRulePack(typed)).toMatchObject({
    ok: false,
    faults: [{ line: 3, column: 3, cause: 'syntax', detail: 'o' }],
  })
})
