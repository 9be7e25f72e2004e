import { parentPort } from 'node:worker_threads'
import type { Answer } from './thread.js'

interface Question {
  readonly id: number
  readonly name: string
  readonly task: unknown
}

/** Called once in the file of a thread: answers what `Thread.ask` asks there. What is thrown is thrown at who asked. */
export function serve(tasks: Readonly<Record<string, (task: never) => unknown>>): void {
  parentPort?.on('message', async ({ id, name, task }: Question) => {
    let said: Answer
    try {
      said = { id, answer: await (tasks[name] as (task: unknown) => unknown)(task) }
    } catch (error) {
      // Handed over: the one who asked reports it.
      said = { id, error: String((error as Error).stack ?? error) }
    }
    parentPort!.postMessage(said)
  })
}
