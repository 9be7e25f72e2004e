/** How much of something one may do: so much at once, and so much a second after that. */
export class Allowance {
  private left: number
  private at: number

  constructor(
    private readonly atOnce: number,
    private readonly perSecond: number,
    now: number,
  ) {
    this.left = atOnce
    this.at = now
  }

  /** Takes some; false when it is too much. `now` in milliseconds of a clock that never goes back. */
  take(amount: number, now: number): boolean {
    this.grow(now)
    if (amount > this.left) return false
    this.left -= amount
    return true
  }

  /** Whether at least one is left. */
  hasSome(now: number): boolean {
    this.grow(now)
    return this.left >= 1
  }

  private grow(now: number): void {
    this.left = Math.min(this.atOnce, this.left + (Math.max(0, now - this.at) / 1000) * this.perSecond)
    this.at = now
  }
}
