import { MAX_STEP_MIN } from '../../domain/clock-window'
import { SPEEDS, type Speed } from '../../domain/replay'
import { Button, Kbd, ToggleGroup } from '../../ui/kit'
import { useSay } from '../../ui/lang'
import type { DeskClock } from './use-desk-clock'
import { WORDS } from './words'

/** LIVE or REPLAY, and how a replay plays. */
export function TimeControls({ clock }: { readonly clock: DeskClock }) {
  const say = useSay()
  return (
    <div className="time-controls">
      <ToggleGroup
        label={say(WORDS.clock)}
        value={clock.isReplay ? 'replay' : 'live'}
        choices={[
          { value: 'live', label: say(WORDS.live) },
          { value: 'replay', label: say(WORDS.replay) },
        ]}
        onChange={(mode) => (mode === 'live' ? clock.live() : clock.replay())}
      />
      <div className="time-play">
        <Button
          aria-label={say(clock.isPlaying ? WORDS.pause : WORDS.play)}
          onClick={clock.togglePlay}
        >
          <svg viewBox="0 0 24 24" width="1.25rem" height="1.25rem" aria-hidden="true">
            <path
              fill="currentColor"
              d={clock.isPlaying ? 'M6 4h4v16H6zM14 4h4v16h-4z' : 'M7 4l13 8-13 8z'}
            />
          </svg>
        </Button>
        <span>
          {say(clock.isPlaying ? WORDS.pause : WORDS.play)} <Kbd>Space</Kbd>
          <br />
          <label>
            <span className="ink2">{say(WORDS.speed)} </span>
            <select
              value={clock.speed}
              onChange={({ target }) => clock.setSpeed(Number(target.value) as Speed)}
            >
              {SPEEDS.map((speed) => (
                <option key={speed} value={speed}>
                  ×{speed.toLocaleString('en')}
                </option>
              ))}
            </select>
          </label>{' '}
          <span className="ink3">{say(WORDS.loops)}</span>
        </span>
      </div>
    </div>
  )
}

/** How far an arrow key moves the clock: typed, or from shift to shift; and whether the window's start is pinned. */
export function StepChoice({ clock }: { readonly clock: DeskClock }) {
  const say = useSay()
  const { step } = clock
  return (
    <span className="time-step">
      <button
        type="button"
        className="button time-pin"
        aria-pressed={clock.since !== null}
        onClick={clock.pin}
      >
        {say(WORDS.pin)}
      </button>
      <label>
        <span className="ink2">{say(WORDS.step)} </span>
        <select
          value={step === 'shift' ? 'shift' : 'minutes'}
          onChange={({ target }) => clock.setStep(target.value === 'shift' ? 'shift' : 60)}
        >
          <option value="minutes">{say(WORDS.byMinutes)}</option>
          <option value="shift">{say(WORDS.byShift)}</option>
        </select>
      </label>
      {step !== 'shift' && (
        <label>
          <input
            type="number"
            aria-label={say(WORDS.stepMin)}
            min={1}
            max={MAX_STEP_MIN}
            value={step}
            onChange={({ target }) => {
              const minutes = Math.round(target.valueAsNumber)
              if (minutes >= 1 && minutes <= MAX_STEP_MIN) clock.setStep(minutes)
            }}
          />{' '}
          {say(WORDS.minutes)}
        </label>
      )}
    </span>
  )
}
