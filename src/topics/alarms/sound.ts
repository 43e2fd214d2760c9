/**
 * The tones of the alarms, made by the browser itself: nothing to load, nothing to go missing. P1 two tones, thrice;
 * P2 one low tone. A browser may keep a page silent until it has been touched: `blocked` then, which is a fault to show.
 */
export type SoundState = 'ready' | 'blocked' | 'missing'

type Note = readonly [hertz: number, atS: number, lastsS: number]
const PATTERNS: Readonly<Record<'p1' | 'p2', readonly Note[]>> = {
  p1: [
    [880, 0, 0.16],
    [660, 0.18, 0.16],
    [880, 0.42, 0.16],
    [660, 0.6, 0.16],
    [880, 0.84, 0.16],
    [660, 1.02, 0.22],
  ],
  p2: [[520, 0, 0.45]],
}
const LOUDNESS = 0.35
const RAMP_S = 0.012

let context: AudioContext | null = null

export async function openSound(): Promise<SoundState> {
  if (typeof AudioContext === 'undefined') return 'missing'
  context ??= new AudioContext()
  // Resolves only once the browser lets the page sound; where it does not, it would wait forever.
  if (context.state !== 'running')
    await Promise.race([context.resume(), new Promise((resolve) => setTimeout(resolve, 250))])
  return soundState()
}

export function soundState(): SoundState {
  if (!context) return 'blocked'
  return context.state === 'running' ? 'ready' : 'blocked'
}

/** Sounds at once; says whether it could. */
export async function ring(pattern: keyof typeof PATTERNS): Promise<SoundState> {
  const state = await openSound()
  if (state !== 'ready' || !context) return state
  for (const [hertz, atS, lastsS] of PATTERNS[pattern]) {
    const start = context.currentTime + 0.02 + atS
    const tone = context.createOscillator()
    const gain = context.createGain()
    tone.frequency.value = hertz
    gain.gain.setValueAtTime(0, start)
    gain.gain.linearRampToValueAtTime(LOUDNESS, start + RAMP_S)
    gain.gain.setValueAtTime(LOUDNESS, start + lastsS - RAMP_S)
    gain.gain.linearRampToValueAtTime(0, start + lastsS)
    tone.connect(gain).connect(context.destination)
    tone.start(start)
    tone.stop(start + lastsS)
  }
  return state
}
