import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { EpochMs } from '../../domain/time'
import type { Inputs } from '../topic'
import type { Surface, Tracks } from './tracks'

export type MovingParts = typeof import('./moving-parts')

/** What the patrols keep from one poll to the next. */
export interface PatrolBulk {
  readonly parts: MovingParts
  readonly tracks: Tracks
  /** Null: switched off. */
  readonly surface: Surface | null
  /** Server time while a picture is drawn, ms since 1970. */
  readonly clock: () => EpochMs
  readonly isStill: boolean
}

/** Null until the layers that glide are here. */
export function useTracks({ readings, now, region }: Inputs): PatrolBulk | null {
  const parts = useMovingParts()
  const isSurfaceOn = useSurfaceSwitch()
  const { snapshot, quality } = readings.units
  const items = quality === 'lost' ? null : (snapshot?.items ?? null)
  const places = readings['watch-places'].snapshot?.items
  const visits = readings.visits.snapshot?.items
  const kept = useRef<{ tracks: Tracks; clock: () => EpochMs } | null>(null)
  const surface = useRef<Surface | null>(null)
  // The same list makes no second step, however often it is asked.
  if (parts && items && kept.current?.tracks.items !== items) {
    const before = kept.current
    const clock = clockFrom(now)
    if (before && surface.current)
      surface.current = parts.enterSteps(surface.current, before.tracks.items, items, now)
    kept.current = {
      tracks: parts.stepTracks(before?.tracks ?? null, items, before ? before.clock() : now),
      clock: before?.clock ?? clock,
    }
  }
  if (parts && isSurfaceOn && !surface.current && places && visits && now > 0)
    surface.current = parts.newSurface(region, places, visits, now)
  const [current, shown] = [items ? kept.current : null, isSurfaceOn ? surface.current : null]
  return useMemo(
    () => parts && current && { parts, ...current, surface: shown, isStill: prefersStillness() },
    [parts, current, shown],
  )
}

let loadedParts: MovingParts | null = null

function useMovingParts(): MovingParts | null {
  const [parts, setParts] = useState(loadedParts)
  useEffect(() => {
    if (parts) return
    void import('./moving-parts').then((module) => {
      loadedParts = module
      setParts(module)
    })
  }, [parts])
  return parts
}

/** Runs on between two polls as the machine's own clock does. */
function clockFrom(now: EpochMs): () => EpochMs {
  const began = performance.now()
  return () => now + performance.now() - began
}

const prefersStillness = () =>
  globalThis.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? false

let isOn = false
const listeners = new Set<() => void>()

/** Whether the surface of idleness is drawn: passing, and gone with the page. */
export function useSurfaceSwitch(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => isOn,
    () => false,
  )
}

export function switchSurface(): void {
  isOn = !isOn
  for (const listener of listeners) listener()
}
