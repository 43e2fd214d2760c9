import { expose } from 'comlink'
import { answerFrom } from '../answer'
import { memoryRegisters } from '../registers'
import { createWorld, type World } from '../world'
import { type AlarmHost, askOf, plainReply } from './shared'

/** Lives as long as any tab of its run. */
let world: World | null = null
const registers = memoryRegisters()

const host: AlarmHost = {
  answer: async (options, ask, at) => {
    world ??= createWorld(options)
    return plainReply(await answerFrom(world, registers, askOf(ask), at))
  },
}

addEventListener('connect', (event) => {
  const [port] = (event as MessageEvent).ports
  if (port) expose(host, port)
})
