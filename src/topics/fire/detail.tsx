import type { DeviceNow } from '../../domain/fire-readiness'
import { Glyph } from '../../ui/glyph'
import { useSay } from '../../ui/lang'
import { formatCount } from '../../ui/numbers'
import { URGENCY_CASING, URGENCY_HUE } from '../../ui/tokens'
import type { Phrase } from '../../ui/words'
import {
  CLASS_GLYPH,
  CLASS_URGENCY,
  type FireData,
  groupId,
  groupOf,
  isTold,
  worstFirst,
} from './data'
import { KIND } from './messages'
import { TABLE } from './table-messages'
import { classPhrase, judgementPhrase, placeName, valueText } from './words-of'

/** What a list in the detail column takes; the table holds all. */
const LISTED = 30

interface Listing {
  readonly title: Phrase
  readonly devices: readonly DeviceNow[]
  /** Only where the list goes over several places. */
  readonly withPlace: boolean
}

/** The devices of a place, worst first; of an area, those that are not ready; beside a device, its neighbours. */
export function FireDetail({ data, id }: { readonly data: FireData; readonly id: string }) {
  const say = useSay()
  const listing = isTold(data) ? listingOf(data, id) : null
  if (!listing) return null
  const { title, devices, withPlace } = listing
  const more = devices.length - LISTED
  return (
    <div className="fire-detail">
      <div className="fire-detail-head">
        <strong>{say(title)}</strong>
        <span className="ink2">{formatCount(devices.length)}</span>
      </div>
      {devices.length === 0 && <p className="ink2">{say(TABLE.allReady)}</p>}
      <ul>
        {devices.slice(0, LISTED).map((one) => (
          <DeviceLine key={one.device.id} one={one} withPlace={withPlace} />
        ))}
      </ul>
      {more > 0 && (
        <p className="ink2">
          {say(TABLE.more)} {formatCount(more)}
        </p>
      )}
    </div>
  )
}

function DeviceLine({ one, withPlace }: { readonly one: DeviceNow; readonly withPlace: boolean }) {
  const say = useSay()
  const urgency = CLASS_URGENCY[one.class]
  const limit = one.judgement.is === 'ok' ? null : judgementPhrase(one)
  const hasValue = one.reading !== null && one.reading.value !== null
  return (
    <li>
      <Glyph
        name={CLASS_GLYPH[one.class]}
        size={1.125}
        {...(urgency && { colour: URGENCY_HUE[urgency], casing: URGENCY_CASING })}
      />
      <span>{say(KIND[one.device.kind])}</span>
      <span className="fire-detail-state">{say(classPhrase(one))}</span>
      {(withPlace || hasValue) && (
        <span className="ink2 fire-detail-note">
          {[
            withPlace && say(placeName(one)),
            hasValue && [valueText(one.reading), limit && say(limit)].filter(Boolean).join(' '),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      )}
    </li>
  )
}

function listingOf(data: FireData, id: string): Listing | null {
  const device = data.byId.get(id)
  const group = groupOf(data, device ? groupId('place', device.device.placeId) : id)
  if (!group) return null
  if (device) {
    const others = group.members.filter((one) => one !== device)
    if (others.length === 0) return null
    return { title: TABLE.samePlace, devices: worstFirst(others), withPlace: false }
  }
  if (group.by === 'place')
    return { title: TABLE.here, devices: worstFirst(group.members), withPlace: false }
  const devices = worstFirst(group.members.filter(({ isReady }) => !isReady))
  return { title: TABLE.notReady, devices, withPlace: true }
}
