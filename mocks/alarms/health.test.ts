import { describe, expect, it } from 'vitest'
import { type AlarmHappening, alarmHealth, verdictsOf } from '../../src/domain/alarm-health'
import type { AlarmRule } from '../../src/domain/alarm-rules'
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../src/domain/time'
import { createWorld } from '../world'
import { DEFAULT_RULES } from './default-rules'
import type { Measure, Measures } from './measures'
import { pastHappenings } from './past'
import { type AlarmServer, createAlarmServer } from './server'

const TO = Date.parse('2026-11-24T00:00:00+08:00')
const DAY = { from: TO - DAY_MS, to: TO }

describe('the default rules, scored by ISA-18.2', () => {
  it('meet every target on a recorded calm day of the world', { timeout: 120_000 }, async () => {
    const world = createWorld({ scenario: 'calm', seed: 20261, scale: 1, startAt: TO })
    const { past } = world.alarms as AlarmServer
    // What stands at the first look is no news of the day; the coarsest measure is looked at every six hours.
    const told = await pastHappenings(past, DEFAULT_RULES, DAY.from - 6 * HOUR_MS, DAY.to)
    const health = alarmHealth(told as readonly AlarmHappening[], DAY)
    // A day on which nothing rang would meet them too.
    expect(health.announced).toBeGreaterThan(30)
    expect(verdictsOf(health)).toEqual({
      average: 'meets',
      most: 'meets',
      flood: 'meets',
      topTen: 'meets',
      chattering: 'meets',
      mix: 'meets',
    })
  })

  it('a planted rule that chatters fails by name', async () => {
    const nothing: Measure = () => []
    // A unit whose signal comes and goes every ten seconds.
    const flickers: Measure = (at) => [
      {
        key: 'u-1',
        value: Math.floor(at / (10 * SECOND_MS)) % 2 === 0 ? 60 : 0,
        since: null,
        about: () => ({
          subject: null,
          placeId: null,
          place: '巡 1',
          placeEn: null,
          areaCode: '520102',
          position: null,
        }),
      },
    ]
    const measures = Object.fromEntries(
      DEFAULT_RULES.map(({ measure }) => [
        measure,
        measure === 'unit-silence' ? flickers : nothing,
      ]),
    ) as Measures
    const [silent] = DEFAULT_RULES.filter(({ id }) => id === 'unit-silent')
    const score = async (rule: AlarmRule) => {
      const server = createAlarmServer(measures)
      const from = TO - HOUR_MS
      server.setRules([rule], '席位 1', from)
      for (let at = from; at < TO; at += 10 * SECOND_MS) server.pictureAt(at)
      const health = alarmHealth(
        (await server.history(from + MINUTE_MS, TO)) as readonly AlarmHappening[],
        { from, to: TO },
      )
      return {
        chattering: health.chattering.map(({ alarm }) => alarm),
        ...pick(verdictsOf(health)),
      }
    }
    const pick = ({ topTen, average }: ReturnType<typeof verdictsOf>) => ({ topTen, average })
    // As it ships, what flickers is one alarm; without its delays it is two hundred.
    expect((await score(silent as AlarmRule)).chattering).toEqual([])
    expect(await score({ ...(silent as AlarmRule), onDelayS: 0, offDelayS: 0 })).toMatchObject({
      chattering: ['unit-silent.u-1'],
      topTen: 'misses',
      average: 'misses',
    })
  })
})
