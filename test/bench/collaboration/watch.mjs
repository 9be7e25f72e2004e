// Loaded before a server that is measured (`node --import`): answers over the channel to the parent what the server has used. It changes nothing that
// the server does, and does nothing by itself. Plain JavaScript: it runs in front of what was built.
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

const resolution = 1
let delay = null
let collect = null

const answers = {
  /** Milliseconds of processor time of all threads since it started. */
  use() {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1000
  },
  /** Bytes that are held after what is not needed was thrown away: heap, and buffers outside. */
  async memory() {
    setFlagsFromString('--expose-gc')
    collect ??= runInNewContext('gc')
    for (let i = 0; i < 3; i++) {
      collect()
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    const { heapUsed, external } = process.memoryUsage()
    return heapUsed + external
  },
  /** Begins to watch how long the event loop is kept from going round. */
  watch() {
    delay?.disable()
    delay = monitorEventLoopDelay({ resolution })
    delay.enable()
  },
  /** Milliseconds of the longest time that it was kept, and no more watching. */
  longestStall() {
    delay.disable()
    return Math.max(0, delay.max / 1e6 - resolution)
  },
}

process.on('message', async ({ ask }) => {
  if (Object.hasOwn(answers, ask)) process.send({ answer: (await answers[ask]()) ?? null })
})
// The server ends when it would without this.
process.channel?.unref()
