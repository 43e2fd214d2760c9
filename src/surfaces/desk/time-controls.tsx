import { MAX_STEP_MIN } from '../../domain/clock-window'
import { SPEEDS, type Speed } from '../../domain/replay'
import { Button, Kbd } from '../../ui/kit'
import { useSay } from '../../ui/lang'
import { Toolbar } from '../../ui/toolbar'
import { TIME } from './time-words'
import type { DeskClock } from './use-desk-clock'
import { WORDS } from './words'

/** LIVE or REPLAY, and how a replay plays. */
export function TimeControls({ clock }: { readonly clock: DeskClock }) {
  const say = useSay()
  const { isReplay, isPlaying, speed } = clock
  const faster: Speed = SPEEDS[(SPEEDS.indexOf(speed) + 1) % SPEEDS.length] ?? speed
  return (
    <Toolbar label={say(TIME.clock)} className="time-controls">
      <div className="time-mode">
        <Button aria-pressed={!isReplay} onClick={clock.live}>
          {say(WORDS.live)}
        </Button>
        <Button aria-pressed={isReplay} onClick={clock.replay}>
          {say(WORDS.replay)}
        </Button>
      </div>
      <div className="time-play">
        <Button
          className="time-go"
          aria-label={say(isPlaying ? TIME.pause : TIME.play)}
          onClick={clock.togglePlay}
        >
          <svg viewBox="0 0 24 24" width="1.25rem" height="1.25rem" aria-hidden="true">
            <path
              fill="currentColor"
              d={isPlaying ? 'M6 4h4v16H6zM14 4h4v16h-4z' : 'M7 4l13 8-13 8z'}
            />
          </svg>
        </Button>
        <span>
          {say(isPlaying ? TIME.pause : TIME.play)} <Kbd>Space</Kbd>
          <br />
          <Button className="time-small" onClick={() => clock.setSpeed(faster)}>
            {say(TIME.speed)} ×{speed.toLocaleString('en')}
          </Button>{' '}
          <span className="ink3">{say(TIME.loops)}</span>
        </span>
      </div>
    </Toolbar>
  )
}

/** How far an arrow key moves the clock: typed, or from shift to shift; and whether the window's start is pinned. */
export function StepChoice({ clock }: { readonly clock: DeskClock }) {
  const say = useSay()
  const { step, since } = clock
  const isByShift = step === 'shift'
  return (
    <span className="time-step">
      <Toolbar label={say(TIME.step)} className="time-step-kind">
        <Button className="time-small" aria-pressed={since !== null} onClick={clock.pin}>
          {say(TIME.pin)}
        </Button>
        <Button
          className="time-small"
          aria-pressed={isByShift}
          onClick={() => clock.setStep(isByShift ? 60 : 'shift')}
        >
          {say(TIME.byShift)}
        </Button>
      </Toolbar>
      {!isByShift && (
        <label>
          <span className="ink2">{say(TIME.step)} </span>
          <input
            type="number"
            aria-label={say(TIME.stepMin)}
            min={1}
            max={MAX_STEP_MIN}
            value={step}
            onChange={({ target }) => {
              const minutes = Math.round(target.valueAsNumber)
              if (minutes >= 1 && minutes <= MAX_STEP_MIN) clock.setStep(minutes)
            }}
          />{' '}
          {say(TIME.minutes)}
        </label>
      )}
    </span>
  )
}
