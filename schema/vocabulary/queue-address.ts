import { CHECK_REASONS, FACT_KINDS, type CheckReason, type FactKind } from './facts.js'

/** What a queue is narrowed to, as its address says it. What is not understood does not narrow. */
export interface QueueView {
  readonly kind: FactKind | null
  readonly body: string | null
  readonly why: CheckReason | null
  readonly isReported: boolean
  readonly after: string | null
  readonly before: string | null
}

export function readQueue(params: URLSearchParams): QueueView {
  const after = params.get('after') || null
  return {
    kind: FACT_KINDS.find((kind) => kind === params.get('kind')) ?? null,
    body: /^[a-z0-9-]{1,200}$/.exec(params.get('body') ?? '')?.[0] ?? null,
    why: CHECK_REASONS.find((why) => why === params.get('why')) ?? null,
    isReported: params.get('reported') === 'true',
    after,
    before: after ? null : params.get('before') || null,
  }
}

/** The kind and id of a fact from its address; null when they are none. */
export function readFact(params: Readonly<Record<string, string | undefined>>): { kind: FactKind; id: string } | null {
  const kind = FACT_KINDS.find((known) => known === params['kind'])
  const id = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.exec(params['id'] ?? '')?.[0]
  return kind && id ? { kind, id } : null
}
