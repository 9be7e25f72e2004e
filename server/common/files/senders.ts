import { refuse } from '#server/platform/errors/index.js'

/** How many files one process takes in at the same time: each waits in memory until all of it is there. [FI-6] */
export class Senders {
  private readonly sending = new Map<string, number>()
  private all = 0

  constructor(private readonly most: { readonly each: number; readonly together: number }) {}

  /** Runs while there is room for one more of this sender. Refuses: TOO_MANY_REQUESTS. */
  async during<T>(sender: string, act: () => Promise<T>): Promise<T> {
    const own = this.sending.get(sender) ?? 0
    if (own >= this.most.each || this.all >= this.most.together) throw refuse('TOO_MANY_REQUESTS', { seconds: 5 })
    this.sending.set(sender, own + 1)
    this.all += 1
    try {
      return await act()
    } finally {
      this.all -= 1
      const left = this.sending.get(sender)! - 1
      if (left === 0) this.sending.delete(sender)
      else this.sending.set(sender, left)
    }
  }
}
