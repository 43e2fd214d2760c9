import { useLang } from '../../ui/lang'
import type { Lang, Phrase } from '../../ui/words'
import { MOST_DAYS, type ReviewKey, type ReviewView } from '../../view/review'
import { type AddressFault, reviewFaults } from '../../view/review-faults'
import { useSearch } from '../../view/use-view'
import { MEASURE_BY_ID } from './measures'
import { periodText } from './told'
import type { Facts } from './use-facts'
import { WORDS } from './words'

const KEYS: Readonly<Record<ReviewKey, Phrase>> = {
  area: WORDS.area,
  period: WORDS.period,
  against: WORDS.against,
  tiles: WORDS.tiles,
  measure: { zh: '指标', en: 'Measure' },
  part: WORDS.part,
  card: WORDS.card,
  twin: WORDS.table,
  action: { zh: '措施', en: 'Action' },
}

/** Parts are the measure's own: what the address names beside another measure is none. */
export function isUnknownPart({ measure, part }: Pick<ReviewView, 'measure' | 'part'>): boolean {
  return part !== '' && !Object.hasOwn(MEASURE_BY_ID[measure].parts, part)
}

/** What the address asks for and the page does not show, with what it shows instead. Until a choice writes it anew. */
export function AddressNote({
  asked,
  isUnknownArea,
  facts,
}: {
  /** As the address has it. */
  readonly asked: ReviewView
  readonly isUnknownArea: boolean
  readonly facts: Facts | null
}) {
  const lang = useLang()
  const faults = reviewFaults(useSearch())
  const more: Omit<AddressFault, 'isTooLong'>[] = []
  if (isUnknownArea && asked.area) more.push({ key: 'area', asked: asked.area })
  if (isUnknownPart(asked)) more.push({ key: 'part', asked: asked.part })
  const all = [...faults.filter((one) => !one.isTooLong), ...more]
  const long = faults.find((one) => one.isTooLong)
  const shown = facts && periodText(facts.period, WORDS.to[lang])
  const wanted = asked.period && periodText(asked.period, WORDS.to[lang])
  const isCut = facts !== null && wanted !== null && wanted !== shown
  if (all.length === 0 && !long && !isCut) return null
  return (
    <p className="note" role="status">
      {all.length > 0 && inVain(all, lang)}
      {long && tooLong(long.asked, shown ?? '', lang)}
      {isCut && beyondRecord(wanted, shown ?? '', lang)}
    </p>
  )
}

function tooLong(asked: string, shown: string, lang: Lang): string {
  return lang === 'zh'
    ? `地址中的时期“${asked}”超过 ${MOST_DAYS} 天的上限，现为 ${shown}。`
    : `The address's period “${asked}” is longer than the limit of ${MOST_DAYS} days: this is ${shown}. `
}

function inVain(faults: readonly Pick<AddressFault, 'key' | 'asked'>[], lang: Lang): string {
  const each = faults.map(({ key, asked }) =>
    lang === 'zh' ? `${KEYS[key].zh}“${asked}”` : `${KEYS[key].en.toLowerCase()} “${asked}”`,
  )
  return lang === 'zh'
    ? `地址中的${each.join('、')}无效，已用默认；其余照地址。`
    : `The address names what is not there (${each.join(', ')}): this is the default; all else is as it says. `
}

function beyondRecord(wanted: string, shown: string, lang: Lang): string {
  return lang === 'zh'
    ? `地址中的时期 ${wanted} 超出完整记录，现为 ${shown}。`
    : `The address's period ${wanted} reaches beyond the complete record: this is ${shown}.`
}
