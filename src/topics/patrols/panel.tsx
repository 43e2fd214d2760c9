import { MOTIONS } from '../../domain/patrol-motion'
import { formatAge } from '../../ui/clock'
import { Glyph } from '../../ui/glyph'
import { Button, Figure } from '../../ui/kit'
import { useLang, useSay } from '../../ui/lang'
import { formatCount, formatShare } from '../../ui/numbers'
import type { PatrolData } from './data'
import { LEVEL_GLYPH, MOTION_GLYPH } from './layer'
import { MOTION_SHORT, WORDS } from './messages'
import './panel.css'
import { switchSurface, useSurfaceSwitch } from './use-tracks'
import { placeName } from './words-of'

const SCALE = [
  ['fresh', '50'],
  ['due', '100'],
  ['overdue', '200'],
  ['long-overdue', '200+'],
] as const

export function PatrolPanel({ data }: { readonly data: PatrolData }) {
  const say = useSay()
  const lang = useLang()
  const { coverage, motions } = data
  const worst = coverage?.worst ?? null
  const isSurfaceOn = useSurfaceSwitch()
  // A place without a visit on record enters with the day that the record holds: what it enters is a lower bound.
  const bound = (ms: number | null, isAtLeast: boolean) =>
    ms !== null && isAtLeast ? `≥ ${formatAge(ms, lang)}` : formatAge(ms, lang)
  return (
    <div className="patrols-panel">
      <ul className="patrols-motions">
        {MOTIONS.map((motion) => (
          <li key={motion}>
            <Glyph name={MOTION_GLYPH[motion]} size={1.125} /> {say(MOTION_SHORT[motion])}{' '}
            <strong>{formatCount(motions?.[motion] ?? null)}</strong>
          </li>
        ))}
      </ul>
      {data.unitsQuality === 'stale' && <p className="ink2">{say(WORDS.hollow)}</p>}
      <div className="patrols-scale-head">
        <span>{say(WORDS.idleness)}</span>
        <span className="ink2">{say(WORDS.ofRequired)}</span>
      </div>
      <ul className="patrols-scale">
        {SCALE.map(([level, text]) => (
          <li key={level}>
            <Glyph name={LEVEL_GLYPH[level]} size={1.125} /> {text}
          </li>
        ))}
      </ul>
      <Button className="patrols-surface" aria-pressed={isSurfaceOn} onClick={switchSurface}>
        {say(WORDS.surface)}
      </Button>
      {isSurfaceOn && data.moving && <p className="ink3">{say(data.moving.parts.SURFACE_HOW)}</p>}
      <Figure
        label={say(WORDS.within)}
        value={formatShare(coverage?.within ?? null, coverage?.asked ?? null, lang)}
      />
      <p className="ink2" title={say(WORDS.p90How)}>
        {say(WORDS.mean)} {bound(coverage?.meanMs ?? null, coverage?.unrecorded !== 0)} · P90{' '}
        {bound(coverage?.p90Ms ?? null, coverage?.p90Ms === data.heldMs)}
      </p>
      <p className="ink2 patrols-worst">
        {say(WORDS.worst)} {bound(worst?.idleMs ?? null, worst?.isAtLeast === true)}
        {worst && ` · ${say(placeName(worst))}`}
      </p>
    </div>
  )
}
