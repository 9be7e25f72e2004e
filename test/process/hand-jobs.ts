import type { WriteCtx } from '#server/platform/context/index.js'

type Handler = (data: object, job: { id: string }) => Promise<void>

/** Jobs that are done when a test says so. They are handed over with the transaction of their cause, as the real ones are; nothing runs by the clock. */
export class HandJobs {
  private readonly handlers = new Map<string, Handler>()
  private waiting: { name: string; data: object }[] = []

  define(name: string, handler: Handler): void {
    this.handlers.set(name, handler)
  }

  async send(ctx: WriteCtx, name: string, data: object): Promise<void> {
    ctx.afterCommit(() => void this.waiting.push({ name, data }))
  }

  sendAfterCommit(ctx: WriteCtx, name: string, data: object): void {
    ctx.afterCommit(() => void this.waiting.push({ name, data }))
  }

  async work(): Promise<void> {
    const waiting = this.waiting
    this.waiting = []
    for (const { name, data } of waiting) await this.handlers.get(name)!(data, { id: name })
  }
}
