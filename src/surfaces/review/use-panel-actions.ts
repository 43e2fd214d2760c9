import { useMemo, useState } from 'react'
import { formatStamp } from '../../ui/clock'
import { useLang } from '../../ui/lang'
import type { BoardProps } from './board'
import type { Measure } from './measures/measure'
import type { PanelActions } from './panel'
import { pictureOf, saveBlob } from './picture'
import { periodText } from './told'
import { watermarkOf } from './watermark'
import { WORDS } from './words'

/** What every chart can do: open its table, become a picture with all that a reader needs to believe it. */
export function usePanelActions(
  { facts, change, seat, roles, provenance }: BoardProps,
  measure: Measure,
): { readonly actions: PanelActions; readonly hasFailed: boolean } {
  const lang = useLang()
  const [hasFailed, setFailed] = useState(false)
  const { card, period, same } = facts
  const actions: PanelActions = useMemo(
    () => ({
      onTwin: (twin) => change({ twin }),
      onPictureFailed: () => setFailed(true),
      onPicture: (chart, panel, { title, note, about }) => {
        const source = (lang === 'zh' ? card?.source : (card?.sourceEn ?? card?.source)) ?? '—'
        void pictureOf(panel, {
          title,
          note,
          lines: [
            ...(about ?? [
              `${WORDS.period[lang]} ${periodText(period, WORDS.to[lang])}`,
              ...(same ? [`${WORDS.against[lang]} ${periodText(same.past, WORDS.to[lang])}`] : []),
            ]),
            `${WORDS.source[lang]} ${source} · ${WORDS.cutOff[lang]} ${formatStamp(card?.cutOff ?? null)}`,
            `${WORDS.definition[lang]} ${measure.definition[lang]}`,
            ...(panel.querySelector('.leaves')
              ? [
                  `${WORDS.under5[lang]}${lang === 'zh' ? '；× = 隐去' : '; × = withheld'}`,
                  WORDS.narrowed[lang],
                ]
              : []),
          ],
          watermark: watermarkOf({ seat, roles, provenance }, lang),
        }).then((blob) => {
          setFailed(blob === null)
          if (blob) saveBlob(`review-${chart}.png`, blob)
        })
      },
    }),
    [change, card, period, same, measure, seat, roles, provenance, lang],
  )
  return { actions, hasFailed }
}
