import { expect, test } from 'vitest'
import { DEFAULT_RULES } from '../../mocks/alarms/default-rules'
import { DEFAULT_PRIORITY } from '../../src/domain/alarm-defaults'
import { TOPICS } from '../../src/topics'
import { alarms } from '../../src/topics/alarms'
import type { Topic } from '../../src/topics/topic'
import { URGENCY_OF } from '../../src/topics/topic'
import { URGENCY_HUE } from '../../src/ui/tokens'
import { inputsOf, readingsOf, worldOf } from './worlds'

type AnyTopic = Topic<unknown, unknown>

test('every default rule rings with the priority of the one table', () => {
  const priorities = Object.fromEntries(DEFAULT_RULES.map(({ id, priority }) => [id, priority]))
  expect(priorities).toEqual(DEFAULT_PRIORITY)
})

test.each(['calm', 'festival', 'fire-storm'] as const)(
  'in %s the mark of a thing is that of its alarm',
  async (scenario) => {
    const inputs = inputsOf(readingsOf(await worldOf(scenario)))
    const { queue } = alarms.derive(inputs, null).standing
    const worst = new Map<string, (typeof queue)[number]>()
    for (const one of queue) {
      // An area bears the mark of its worst zone as well.
      const { topic, id } = one.subject ?? {}
      const area = id?.startsWith('zone:') ? `area:${id.slice(5).split('/')[0]}` : null
      for (const of of [id, area])
        if (topic && of && (worst.get(`${topic} ${of}`)?.priority ?? 9) > one.priority)
          worst.set(`${topic} ${of}`, one)
    }
    expect(worst.size).toBeGreaterThan(15)
    const wrong = [...worst].flatMap(([key, one]) => {
      const [topicId, ...rest] = key.split(' ')
      const topic = (TOPICS as readonly AnyTopic[]).find(({ id }) => id === topicId)
      const mark = topic?.describe(topic.derive(inputs, null), rest.join(' '))?.urgency
      return mark === URGENCY_OF[one.priority] ? [] : [`${one.ruleId} ${key}: ${mark}`]
    })
    expect(wrong).toEqual([])
  },
  60_000,
)

test('no layer but those of what rings for itself uses a hue of the alarms: an incident is ink', async () => {
  const inputs = inputsOf(readingsOf(await worldOf('fire-storm')))
  const topic = (TOPICS as readonly AnyTopic[]).find(({ id }) => id === 'incidents') as AnyTopic
  const { painted } = topic.depict(topic.derive(inputs, null), {
    zoom: 9,
    flavour: 'night',
    lang: 'zh',
    selectedId: null,
  })
  const symbols = painted.flatMap(({ layer }) => (layer.props.data ?? []) as { spec?: object }[])
  expect(symbols.length).toBeGreaterThan(10)
  const text = JSON.stringify(symbols.map(({ spec }) => spec))
  for (const hue of Object.values(URGENCY_HUE)) expect(text).not.toContain(hue)
}, 60_000)
