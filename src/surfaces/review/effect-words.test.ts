import { expect, test } from 'vitest'
import { EFFECT_VERDICTS, type Effect, effectOnShare } from '../../domain/review/did-it-help'
import { displacementWords, effectWords } from './effect-words'

const pair = (before: number, after: number) => ({
  before: { hits: before * 10, of: 1_000 },
  after: { hits: after * 10, of: 1_000 },
})

test('of shares it is told what the share would be, in per cent and points, never odds', () => {
  // From 70 to 80 %, where the others stayed.
  const effect = effectOnShare(pair(70, 80), [
    pair(60, 60),
    pair(65, 65),
    pair(55, 55),
    pair(50, 50),
  ])
  expect(effect.verdict).toBe('more-than-comparison')
  const { zh, en } = effectWords(effect, 80)
  expect(zh).toMatch(
    /^措施地区现为 80\.0 %；若与参照地区同步变化，应约为 70\.0 %（99\.7 % 区间 6[0-9]\.\d–7[0-9]\.\d %）。实际高 10\.0 点，超出随机波动（\|z\| = \d+\.\d\d，超过 3）。$/,
  )
  expect(en).toMatch(
    /^80\.0 % where it was done; had it moved as the comparison did, some 70\.0 % .* 10\.0 points higher, beyond chance \(\|z\| = \d+\.\d\d, over 3\)\.$/,
  )
})

test('no verdict speaks of odds, and every one is told in both languages', () => {
  const effect: Effect = {
    verdict: 'unknown',
    ratio: 1.2,
    low: 1.1,
    high: 1.3,
    z: 2,
    p: 0.04,
    cases: 12,
    between: 0,
    comparisons: 4,
    cautions: [],
  }
  for (const verdict of EFFECT_VERDICTS)
    for (const share of [null, 0, 62.5, 100]) {
      const { zh, en } = effectWords({ ...effect, verdict }, share)
      expect(`${zh} ${en}`).not.toMatch(/几率|odds|NaN|Infinity|undefined/)
      expect(zh.endsWith('。') && en.endsWith('.')).toBe(true)
    }
})

test('without a fall beyond the limit nothing is said of a shift, nor that there was no fall', () => {
  const ring = effectOnShare(pair(70, 80), [])
  const { zh, en } = displacementWords({
    verdict: 'no-fall-to-shift',
    ring,
    quotient: null,
    netCases: null,
  })
  expect(`${zh} ${en}`).toContain('|z| > 3')
  expect(`${zh} ${en}`).not.toMatch(/无所谓转移|nothing could have shifted/)
})
