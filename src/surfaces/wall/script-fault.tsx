import type { Box } from '../../domain/wall-layout'
import { useLang, useSay } from '../../ui/lang'
import type { ScriptFault } from '../../view/wall-script'
import { faultPlace, faultReason } from './fault-words'
import { placed } from './panel'
import './script-fault.css'
import { moreFaults, WORDS } from './words'

interface Props {
  readonly faults: readonly ScriptFault[]
  readonly box: Box
}

/** Why a newer script is not played: where, what, and what is played instead, all of it to the end. */
export function ScriptFaultNote({ faults, box }: Props) {
  const say = useSay()
  const lang = useLang()
  const [fault] = faults
  if (!fault) return null
  const place = faultPlace(fault, lang)
  return (
    <div className="wall-told" style={placed(box)}>
      <p className="wall-script-fault">
        <strong>
          {say(WORDS.badScript)} {place}
        </strong>
        <span>{faultReason(fault, lang)}</span>
        <span>
          {say(WORDS.lastGoesOn)}
          {faults.length > 1 && say(moreFaults(faults.length - 1))}
        </span>
      </p>
    </div>
  )
}
