import { fullSignOf, signOf } from './printed-people.js'

/** The signs of one report: who has a number keeps it, others get the next ones in the order in which they are named. [RP-6] */
export class Signs {
  private readonly numbers: Map<string, number>
  /** Those who have got a number since, in order. */
  readonly added: { readonly number: number; readonly personId: string }[] = []

  constructor(known: readonly { readonly number: number; readonly personId: string }[]) {
    this.numbers = new Map(known.map(({ number, personId }) => [personId, number]))
  }

  private numberOf(personId: string): number {
    const known = this.numbers.get(personId)
    if (known !== undefined) return known
    const number = this.numbers.size + 1
    this.numbers.set(personId, number)
    this.added.push({ number, personId })
    return number
  }

  of = (personId: string): string => signOf(this.numberOf(personId))
  inFull = (personId: string): string => fullSignOf(this.numberOf(personId))
}
