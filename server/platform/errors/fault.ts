import { randomUUID } from 'node:crypto'

type Report = (entry: { reference: string; doing: string; error: unknown }) => void

let report: Report = ({ reference, doing, error }) => console.error(`fault ${reference} while ${doing}:`, error)

/** Where faults go: the structured log, once it is open. Until then the console. */
export function reportFaultsTo(sink: Report): void {
  report = sink
}

/**
 * Reports a bug or a broken machine and returns the reference that the person is told. The log gets everything, the client only the
 * reference. For edges that must go on (a request, a socket, a job); elsewhere rethrow with `{ cause }`.
 */
export function reportFault(doing: string, error: unknown): string {
  const reference = randomUUID().slice(0, 8)
  report({ reference, doing, error })
  return reference
}
