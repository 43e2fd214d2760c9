import { expect, it } from 'vitest'
import { areaNames, areaPhrase } from './area-names'

it('an area that the source has not named is told as such, with its code; no code is “—”', () => {
  const areas = areaNames([{ code: '520502', name: '七星关区', nameEn: 'Qixingguan' }])
  expect(areaPhrase(areas, '520502')).toEqual({ zh: '七星关区', en: 'Qixingguan' })
  expect(areaPhrase(areas, '520599')).toEqual({
    zh: '名称未知（520599）',
    en: 'name unknown (520599)',
  })
  expect(areaPhrase(areas, '').en).toBe('—')
})
