/** How long to wait, in milliseconds. */
export interface Patience {
  /** After the last change. */
  readonly quiet: number
  /** After the first change, whatever else happens. */
  readonly longest: number
}

/**
 * Waits for each key until nothing has changed for a while, but never longer than a bound, then acts; one key at a time. What changes while it is
 * acted on is acted on again.
 */
export class Settling {
  private readonly waiting = new Map<string, { readonly since: number; timer: NodeJS.Timeout }>()
  private readonly due = new Set<string>()
  private running: Promise<void> | null = null
  private isStopped = false

  /** `act` reports its own faults. */
  constructor(
    private readonly patience: Patience,
    private readonly act: (key: string) => Promise<void>,
  ) {}

  /** Something changed. */
  touch(key: string): void {
    if (this.isStopped) return
    const now = performance.now()
    const there = this.waiting.get(key)
    const since = there?.since ?? now
    clearTimeout(there?.timer)
    const delay = Math.max(0, Math.min(this.patience.quiet, since + this.patience.longest - now))
    const timer = setTimeout(() => this.ripe(key), delay)
    timer.unref()
    this.waiting.set(key, { since, timer })
  }

  /** Nothing begins any more; resolves when what had begun has ended. */
  async stop(): Promise<void> {
    this.isStopped = true
    for (const { timer } of this.waiting.values()) clearTimeout(timer)
    this.waiting.clear()
    this.due.clear()
    await this.running
  }

  private ripe(key: string): void {
    this.waiting.delete(key)
    this.due.add(key)
    this.running ??= this.work().finally(() => (this.running = null))
  }

  private async work(): Promise<void> {
    for (const key of this.due) {
      this.due.delete(key)
      await this.act(key)
    }
  }
}
