import { DEVICE_CLASSES } from '../../domain/fire-readiness'
import { Glyph } from '../../ui/glyph'
import { Figure } from '../../ui/kit'
import { useLang, useSay } from '../../ui/lang'
import { formatCount, formatShare } from '../../ui/numbers'
import { URGENCY_CASING, URGENCY_HUE } from '../../ui/tokens'
import { CLASS_GLYPH, type FireData, isTold } from './data'
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
  const apart = (
    [
      [WORDS.implausible, isKnown ? readiness.implausible : 0],
      [WORDS.unplaced, unplaced],
      [WORDS.unregistered, isKnown ? unregistered : 0],
    ] as const
  ).filter(([, n]) => n)
  return (
    <div className="fire-panel">
      <ul className="fire-classes">
        {DEVICE_CLASSES.map((one) => {
          // Counts are no alarms: only a fire takes its hue here.
          const isBurning = one === 'alarm' && isKnown && readiness.classes.alarm > 0
          return (
            <li key={one}>
              <Glyph
                name={CLASS_GLYPH[one]}
                size={1.125}
                {...(isBurning && { colour: URGENCY_HUE.p1, casing: URGENCY_CASING })}
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
      <Figure label={say(WORDS.outsideStandard)} value={count(readiness?.outside)} />
      <p className="ink2">
        {apart.map(([label, n]) => `${say(label)} ${formatCount(n)}`).join(' · ')}
      </p>
    </div>
  )
}
