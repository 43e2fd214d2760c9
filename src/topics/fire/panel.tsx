import { DEVICE_CLASSES } from '../../domain/fire-readiness'
import { Glyph } from '../../ui/glyph'
import { Figure } from '../../ui/kit'
import { useLang, useSay } from '../../ui/lang'
import { formatCount, formatShare } from '../../ui/numbers'
import { URGENCY_CASING, URGENCY_HUE } from '../../ui/tokens'
import { CLASS_GLYPH, CLASS_URGENCY, type FireData, isTold } from './data'
import { CLASS, WORDS } from './messages'
import './panel.css'

/** Four classes and unknown, each with its own count; readiness with the unknown in the denominator. */
export function FirePanel({ data }: { readonly data: FireData }) {
  const say = useSay()
  const lang = useLang()
  const { readiness, unregistered } = data
  const isKnown = readiness !== null && isTold(data)
  const unplaced = data.devices?.filter(({ device }) => !device.position).length ?? null
  const count = (n: number | undefined) => formatCount(isKnown && n !== undefined ? n : null)
  return (
    <div className="fire-panel">
      <ul className="fire-classes">
        {DEVICE_CLASSES.map((one) => {
          const urgency = CLASS_URGENCY[one]
          return (
            <li key={one}>
              <Glyph
                name={CLASS_GLYPH[one]}
                size={1.125}
                {...(urgency && { colour: URGENCY_HUE[urgency], casing: URGENCY_CASING })}
              />
              <span>{say(CLASS[one])}</span>
              <strong>{count(readiness?.classes[one])}</strong>
            </li>
          )
        })}
      </ul>
      <Figure
        label={say(WORDS.readiness)}
        value={formatShare(isKnown ? readiness.ready : null, readiness?.all ?? null, lang)}
        note={WORDS.readinessHow}
      />
      <Figure label={say(WORDS.belowStandard)} value={count(readiness?.below)} />
      <p className="ink2">
        {say(WORDS.implausible)} {count(readiness?.implausible)} · {say(WORDS.unplaced)}{' '}
        {formatCount(unplaced)}
        {isKnown && unregistered ? (
          <>
            {' '}
            · {say(WORDS.unregistered)} {formatCount(unregistered)}
          </>
        ) : null}
      </p>
    </div>
  )
}
