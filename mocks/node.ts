import { readFile } from 'node:fs/promises'
import { setupServer } from 'msw/node'
import type { EpochMs } from '../src/domain/time'
import { openRecording, type Recording } from './columbia'
import { handlers } from './handlers'
import { createWorld, type World, type WorldOptions } from './world'

export async function readRecording(): Promise<Recording> {
  return openRecording(
    new Uint8Array(await readFile(new URL('./data/columbia.bin', import.meta.url))),
  )
}

/** A world for node tests; `columbia` gets its recording from the disk. */
export async function openWorld(options: WorldOptions): Promise<World> {
  return createWorld(
    options.scenario === 'columbia' ? { ...options, recording: await readRecording() } : options,
  )
}

/** The mocked API under node's `fetch`. Call `listen()` before and `close()` after. */
export function mockServer(world: World, now: () => EpochMs) {
  return setupServer(...handlers(world, now))
}
