/** Collects the values of one SQL statement: `where slug = ${p.add(slug)}` puts `$n` into the text and the value into the list. */
export class Params {
  readonly values: unknown[] = []

  /** Takes a value and returns its placeholder. */
  add(value: unknown): string {
    this.values.push(value)
    return `$${this.values.length}`
  }
}
