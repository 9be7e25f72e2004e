import { Worker } from 'node:worker_threads'

/** Runs TypeScript where there is no build: tests and development. The built program has no need of it. */
const sourcesHook = new URL('../../../scripts/ts-hook.mjs', import.meta.url)

interface Asked {
  readonly resolve: (answer: unknown) => void
  readonly reject: (error: Error) => void
  readonly limit: NodeJS.Timeout
}

export interface Answer {
  readonly id: number
  readonly answer?: unknown
  readonly error?: string
}

export interface ThreadOptions {
  /** Whose thread it is: `import.meta.url` of the file beside it. */
  readonly near: string
  /** Name of its file without ending. */
  readonly name: string
  /** After this an answer is not waited for any longer, and the thread is ended. */
  readonly patienceMs?: number
  /** Most that it may keep in memory; beyond that it ends, and what was asked fails with `ThreadTooLarge`. As much as the process when left out. */
  readonly largestHeapMb?: number
}

/** A thread needed more memory than it was given. */
export class ThreadTooLarge extends Error {
  override readonly name = 'ThreadTooLarge'
}

/**
 * A thread that answers questions, one after the other (`serve`). It is started by the first question and alike from sources and from what is built,
 * and it may import what it likes. When it ends, what was asked fails, and the next question starts another: a thread must be able to begin anew.
 */
export class Thread<Tasks extends Record<keyof Tasks, (task: never) => unknown>> {
  private worker: Worker | null = null
  private readonly asked = new Map<number, Asked>()
  private number = 0
  /** How often it was started; whoever left something in it can tell that it is gone. */
  starts = 0

  constructor(private readonly options: ThreadOptions) {}

  /** What is in `transfer` is handed over and is here no more. */
  ask<Name extends keyof Tasks>(
    name: Name,
    task: Parameters<Tasks[Name]>[0],
    transfer: readonly ArrayBuffer[] = [],
  ): Promise<Awaited<ReturnType<Tasks[Name]>>> {
    const id = ++this.number
    const worker = (this.worker ??= this.start())
    return new Promise((resolve, reject) => {
      const { patienceMs = 120_000 } = this.options
      const limit = setTimeout(() => {
        this.gone(worker, new Error(`The thread ${this.options.name} did not answer ${String(name)} in time`))
        void worker.terminate()
      }, patienceMs)
      limit.unref()
      this.asked.set(id, { resolve: resolve as (answer: unknown) => void, reject, limit })
      worker.postMessage({ id, name, task }, transfer)
    })
  }

  async stop(): Promise<void> {
    const { worker } = this
    if (!worker) return
    this.gone(worker, new Error(`The thread ${this.options.name} was ended`))
    await worker.terminate()
  }

  private start(): Worker {
    const { near, name, largestHeapMb } = this.options
    const isSource = near.endsWith('.ts')
    const entry = new URL(`./${name}${isSource ? '.ts' : '.js'}`, near)
    const worker = new Worker(entry, {
      ...(isSource && { execArgv: ['--import', sourcesHook.href] }),
      ...(largestHeapMb !== undefined && { resourceLimits: { maxOldGenerationSizeMb: largestHeapMb } }),
    })
    this.starts++
    worker.unref()
    worker.on('message', ({ id, answer, error }: Answer) => {
      const asked = this.asked.get(id)
      if (!asked) return
      this.asked.delete(id)
      clearTimeout(asked.limit)
      if (error === undefined) asked.resolve(answer)
      else asked.reject(new Error(`The thread ${name} failed: ${error}`))
    })
    worker.on('error', (error: Error & { code?: string }) => {
      const isTooLarge = error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      this.gone(worker, isTooLarge ? new ThreadTooLarge(`The thread ${name} ran out of memory`) : error)
    })
    worker.on('exit', () => this.gone(worker, new Error(`The thread ${name} has ended`)))
    return worker
  }

  private gone(worker: Worker, error: Error): void {
    if (this.worker !== worker) return
    this.worker = null
    for (const { reject, limit } of this.asked.values()) {
      clearTimeout(limit)
      reject(error)
    }
    this.asked.clear()
  }
}
