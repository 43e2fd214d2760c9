/** Who draws: the map and what lies over it, each with a context of its own. */
export type Drawer = 'basemap' | 'data'

/** `owing`: a picture was asked for and has not come. `lost`: a context is away. */
export interface Pulse {
  readonly state: 'beating' | 'owing' | 'lost'
  /** Since when, on the clock that the pulse is asked with; null while it beats. */
  readonly since: number | null
}

export const BEATING: Pulse = { state: 'beating', since: null }

/**
 * Tells "nothing to draw" from "cannot draw" without drawing: it keeps what each drawer owes. Whoever asks for a
 * picture calls `asked`, who has drawn it calls `drawn`; a debt that grows old is a dead picture.
 */
export function createPulse() {
  const owed = new Map<Drawer, number>()
  let lostSince: number | null = null
  return {
    asked(drawer: Drawer, now: number) {
      if (!owed.has(drawer)) owed.set(drawer, now)
    },
    drawn(drawer: Drawer) {
      owed.delete(drawer)
    },
    lost(now: number) {
      lostSince ??= now
    },
    recovered() {
      lostSince = null
      owed.clear()
    },
    read(now: number, patienceMs: number): Pulse {
      if (lostSince !== null) return { state: 'lost', since: lostSince }
      const oldest = Math.min(...owed.values())
      if (now - oldest > patienceMs) return { state: 'owing', since: oldest }
      return BEATING
    },
  }
}

/** Of the one map of the page. */
export const pulse = createPulse()
