import { expect, test } from 'vitest'
import { shortPlace } from './short-place'

const AREA = { zh: '威宁彝族回族苗族自治县', en: 'Weining' }

test('what is told beside a place is not told twice', () => {
  expect(shortPlace({ zh: '威宁彝族回族苗族自治县龙洞1组', en: 'Weining Longdong' }, AREA)).toEqual(
    {
      zh: '龙洞1组',
      en: 'Longdong',
    },
  )
})

test('a place that is the area, or is elsewhere, keeps its name', () => {
  expect(shortPlace(AREA, AREA)).toEqual(AREA)
  const other = { zh: '肇兴侗寨', en: 'Zhaoxing' }
  expect(shortPlace(other, AREA)).toEqual(other)
  expect(shortPlace(other, { zh: '', en: '' })).toEqual(other)
})
