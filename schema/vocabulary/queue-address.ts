import type { Unread } from './address.js'
import { CHECK_REASONS, FACT_KINDS, type CheckReason, type FactKind } from './facts.js'

/** What a queue is narrowed to, as its address says it. What is not understood does not narrow, and is named. [AD-2] */
export interface QueueView {
  readonly kind: FactKind | null
  readonly body: string | null
  readonly why: CheckReason | null
  readonly isReported: boolean
  readonly after: string | null
  readonly before: string | null
  readonly unread: readonly Unread[]
}

export function readQueue(params: URLSearchParams): QueueView {
  const after = params.get('after') || null
  const unread: Unread[] = []
  const read = <T>(name: string, understand: (text: string) => T | undefined): T | null => {
    const text = params.get(name)?.trim() ?? ''
    const value = text === '' ? undefined : understand(text)
    if (text !== '' && value === undefined) unread.push({ name, value: text.slice(0, 80) })
    return value ?? null
  }
  return {
    kind: read('kind', (text) => FACT_KINDS.find((kind) => kind === text)),
    body: read('body', (text) => /^[a-z0-9-]{1,200}$/.exec(text)?.[0]),
    why: read('why', (text) => CHECK_REASONS.find((why) => why === text)),
    isReported:
      read('reported', (text) => (text === 'true' || text === 'false' ? text === 'true' : undefined)) ?? false,
    after,
    before: after ? null : params.get('before') || null,
    unread,
  }
}

/** The kind and id of a fact from its address; null when they are none. */
export function readFact(params: Readonly<Record<string, string | undefined>>): { kind: FactKind; id: string } | null {
  const kind = FACT_KINDS.find((known) => known === params['kind'])
  const id = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.exec(params['id'] ?? '')?.[0]
  return kind && id ? { kind, id } : null
}
