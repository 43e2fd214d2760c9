import { lazy, type ReactNode, Suspense } from 'react'
import { KeysWait } from '../../ui/keys'
import { Kbd } from '../../ui/kit'
import { useSay } from '../../ui/lang'
import type { Phrase } from '../../ui/words'
import { TASKS, type Task } from '../../view/view'
import type { DispatchProps } from './dispatch/column'
import { TASK_WORDS } from './words'

// Sending units is opened by hand; what is on its way is looked after once the first picture is there.
const DispatchColumn = lazy(() => import('./dispatch/column'))

interface Props extends DispatchProps {
  readonly isShown: boolean
  readonly onTask: (task: Task) => void
  readonly list: ReactNode
  /** In the past nothing can be sent or answered; null: in the present. */
  readonly replayNote: ReactNode
  readonly detail: (more: ReactNode) => ReactNode
}

/** Alarms to answer, incidents to send to, posts to fill, orders to follow: one at a time. */
export function RightColumn({ isShown, onTask, list, detail, replayNote, ...dispatch }: Props) {
  const say = useSay()
  const { task } = dispatch
  return (
    <aside className="desk-right">
      <div className="desk-tasks" role="tablist" aria-label={say(TASK_WORDS.tasks)}>
        {TASKS.map((one) => (
          <button
            key={one}
            type="button"
            role="tab"
            aria-selected={one === task}
            tabIndex={one === task ? 0 : -1}
            disabled={replayNote !== null && one !== task}
            onClick={() => onTask(one)}
            onKeyDown={(event) => {
              const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
              if (!by) return
              event.preventDefault()
              const next = neighbour(one, by)
              onTask(next)
              const tabs = event.currentTarget.parentElement?.children
              ;(tabs?.[TASKS.indexOf(next)] as HTMLElement | undefined)?.focus()
            }}
          >
            {say(TASK_WORDS[one] as Phrase)}
          </button>
        ))}
        <Kbd>Q</Kbd>
      </div>
      {task === 'alarms' && list}
      {replayNote}
      {isShown && (
        <Suspense fallback={task === 'alarms' ? <KeysWait /> : <section className="desk-list" />}>
          <DispatchColumn {...dispatch} detail={detail} />
        </Suspense>
      )}
    </aside>
  )
}

export function neighbour(task: Task, by: number): Task {
  return TASKS[(TASKS.indexOf(task) + by + TASKS.length) % TASKS.length] as Task
}
