import { useMemo } from 'react'
import { useReading } from '../../api/readings'
import type { RuleLine } from '../../domain/fire-rule-line'
import { breakingNow, type PackLoss } from '../../domain/fire-rule-loss'
import type { RulePack } from '../../domain/fire-rule-pack'
import { BUILDING, CONDITION, KIND } from '../../topics/fire/messages'
import { UNKNOWN } from '../../ui/clock'
import { useSay } from '../../ui/lang'
import { formatCount } from '../../ui/numbers'
import type { Lang, Phrase } from '../../ui/words'
import { FIRE } from './fire-words'

/** How many devices break the pack in use and how many would break the edited one, by what they read last. */
export function Breaking({
  inUse,
  edited,
}: {
  readonly inUse: RulePack
  readonly edited: RulePack | null
}) {
  const say = useSay()
  const devices = useReading('fire-devices').snapshot?.items
  const readings = useReading('fire-readings').snapshot?.items
  const byId = useMemo(() => new Map(readings?.map((one) => [one.id, one])), [readings])
  const count = (pack: RulePack | null) =>
    pack && devices && readings ? formatCount(breakingNow(pack, devices, byId)) : UNKNOWN
  const [now, then] = [count(inUse), count(edited)]
  return (
    <span className="ink2" data-breaking={then}>
      {say(FIRE.breaking)} {now === then ? now : `${now} → ${then}`}{' '}
      {say({ zh: '台', en: 'devices' })}
    </span>
  )
}

/** What is lost, in words: whole classes by their name, single lines with what they asked. */
export function lossPhrase(loss: PackLoss): Phrase {
  const of = (lang: Lang) => {
    const comma = lang === 'en' ? ', ' : '、'
    const gone = loss.lines.filter(({ buildingClass }) => !loss.classes.includes(buildingClass))
    const parts = [
      [FIRE.noClass, loss.classes.map((one) => BUILDING[one][lang])],
      [FIRE.noLine, gone.map((line) => lineText(line, lang))],
      [
        FIRE.laxer,
        loss.laxer.map(
          ({ before, after }) => `${lineText(before, lang)} → ${after.limit} · ${after.delayS} s`,
        ),
      ],
    ] as const
    return (
      FIRE.loses[lang] +
      parts
        .filter(([, items]) => items.length > 0)
        .map(([head, items]) => head[lang] + items.join(comma))
        .join(lang === 'en' ? '; ' : '；')
    )
  }
  return { zh: of('zh'), en: of('en') }
}

function lineText(line: RuleLine, lang: Lang): string {
  const { buildingClass, kind, condition, comparator, limit, unit, delayS } = line
  return [
    BUILDING[buildingClass][lang],
    KIND[kind][lang],
    condition && CONDITION[condition][lang],
    `${comparator === '>=' ? '≥' : '≤'} ${limit} ${unit} · ${delayS} s`,
  ]
    .filter(Boolean)
    .join(' ')
}
