import type { FeedId } from '../../api/feeds'
import type { Box } from '../../domain/wall-layout'
import type { Near } from '../../domain/wall-near'
import type { AreaNames } from '../../ui/area-names'
import { areaPhrase } from '../../ui/area-names'
import { UNKNOWN } from '../../ui/clock'
import { useSay } from '../../ui/lang'
import { formatTenth } from '../../ui/numbers'
import { Age, isOld, Panel, Stale, useTrust } from './panel'
import { WORDS } from './words'

const FEEDS: readonly FeedId[] = ['units']

interface Props {
  readonly near: Near
  readonly areas: AreaNames
  /** Two neighbouring panels: the units, and how their times were reckoned. */
  readonly boxes: readonly [Box, Box | undefined]
}

/** Who could be there first. The advice shows its price: what stays where the first one leaves. */
export function NearPanel({ near, areas, boxes: [box, second] }: Props) {
  const say = useSay()
  const { quality, isWaiting } = useTrust(FEEDS)
  const isKnown = quality !== 'lost'
  const left = near.leftBehind
  const where = left ? areaPhrase(areas, left.areaCode) : null
  return (
    <>
      <Panel name="near" label={say(WORDS.near)} box={box} quality={quality}>
        <header>
          <h2>{say(WORDS.near)}</h2>
          {!isOld(quality) && <Age feeds={FEEDS} />}
        </header>
        {isKnown && near.units.length > 0 ? (
          <ul className="wall-near">
            {near.units.slice(0, 3).map(({ unit, minutes }) => (
              <li key={unit.id}>
                <strong>{unit.callSign}</strong>
                <span>
                  <strong>{Math.ceil(minutes)}</strong> {say(WORDS.minutes)}
                </span>
              </li>
            ))}
          </ul>
        ) : (
          <p className="wall-line">{isKnown ? say(WORDS.noNear) : UNKNOWN}</p>
        )}
        {isOld(quality) && <Stale quality={quality} feeds={FEEDS} isWaiting={isWaiting} />}
      </Panel>
      {second && (
        <Panel name="near-how" label={say(WORDS.nearHow)} box={second} quality={quality}>
          <p className="wall-line wall-wraps">
            <span>
              {say({
                zh: `直线 ×${formatTenth(near.detour)}，${near.kmh} km/h`,
                en: `straight line ×${formatTenth(near.detour)}, ${near.kmh} km/h`,
              })}
            </span>
            {isKnown && left && where && (
              <span>
                {say({
                  zh: `去后${where.zh}留 ${left.count} 单元`,
                  en: `${left.count} free units stay in ${where.en}`,
                })}
              </span>
            )}
          </p>
        </Panel>
      )}
    </>
  )
}
