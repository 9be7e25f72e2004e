/** Does one thing in each turn of the event loop, in the order in which they were added: what is large must not hold up what is small. */
export class OneATurn {
  private readonly waiting: (() => void)[] = []

  /** `onFault` is told of what threw; the next one has its turn all the same. */
  constructor(private readonly onFault: (error: unknown) => void) {}

  add(work: () => void): void {
    if (this.waiting.push(work) === 1) this.go()
  }

  private go(): void {
    setImmediate(() => {
      try {
        this.waiting[0]!()
      } catch (error) {
        this.onFault(error) // whoever added it knows what to do; others go on
      }
      this.waiting.shift()
      if (this.waiting.length > 0) this.go()
    })
  }
}
