import { useEffect, useRef, useState } from 'react'
import { askAdvice } from '../../../api/advice'
import type { AdviceQuestion } from '../../../domain/advice'
import { type Asked, askedOf, withOutcomes } from './asked'
import { type DispatchFacts, questionOf } from './facts'

export type Goal = AdviceQuestion['goal']

/** The advice last computed, kept while another tab is looked at; a picture that is lost meanwhile makes it void. */
export function useAdvice(facts: DispatchFacts) {
  const [goal, setGoal] = useState<Goal>('cover')
  const [asked, setAsked] = useState<Asked | null>(null)
  const [computing, setComputing] = useState<{ units: number; places: number } | null>(null)
  const [isVoid, setVoid] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const stop = useRef<AbortController | null>(null)
  useEffect(() => () => stop.current?.abort(), [])
  const isBlind = facts.lost.length > 0
  // Advice from a picture that is gone is none, also after another picture has come.
  useEffect(() => {
    if (!isBlind) return
    stop.current?.abort()
    setVoid((before) => before || asked !== null)
    setAsked(null)
  }, [isBlind, asked])

  const { entries } = facts
  useEffect(() => setAsked((before) => before && withOutcomes(before, entries)), [entries])

  async function compute(goal: Goal) {
    setGoal(goal)
    if (isBlind) return
    stop.current?.abort()
    const own = new AbortController()
    stop.current = own
    setFault(null)
    setVoid(false)
    const question = questionOf(facts, goal)
    setComputing({ units: question.units.length, places: question.places.length })
    try {
      setAsked(askedOf(question, await askAdvice(question, own.signal), facts.now))
    } catch (error) {
      if (!own.signal.aborted) setFault(error instanceof Error ? error.message : String(error))
    } finally {
      if (stop.current === own) setComputing(null)
    }
  }
  return {
    goal,
    asked,
    computing,
    isVoid,
    isBlind,
    fault,
    /** Another goal: what was computed for the one before is computed anew. */
    aim: (next: Goal) => (asked ? void compute(next) : setGoal(next)),
    computeOrStop: () => (computing ? stop.current?.abort() : void compute(goal)),
    settle: (change: (asked: Asked) => Asked) => setAsked((before) => before && change(before)),
  }
}

export type HeldAdvice = ReturnType<typeof useAdvice>
