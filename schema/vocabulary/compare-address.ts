/** Address of a comparison: `/editions/compare?from=example-edition&to=today&kind=GAP_CLOSED&topic=WATER`. Read by its page and by its files. [ED-9] */
import type { Unread } from './address.js'
import { EDITION_CHANGE_KINDS, type EditionChangeKind } from './editions.js'
import { TOPICS, type Topic } from './items.js'

export interface CompareView {
  /** As asked; null while nothing is chosen. */
  readonly from: string | null
  readonly to: string
  readonly filter: {
    readonly kind?: readonly EditionChangeKind[]
    readonly topic?: readonly Topic[]
    readonly body?: readonly string[]
  }
  readonly after: string | null
  readonly before: string | null
  readonly unread: readonly Unread[]
}

/** Parameters that narrow a comparison. */
export const compareFilters = ['kind', 'topic', 'body'] as const

export function readCompare(params: URLSearchParams): CompareView {
  const unread: Unread[] = []
  const misread = (name: string, value: string) => void unread.push({ name, value: value.slice(0, 80) })
  const given = (name: string) => [...new Set(params.getAll(name).map((text) => text.trim()))].filter(Boolean)
  const known = <T extends string>(name: string, values: readonly T[]): T[] => {
    const asked = given(name).map((text) => ({ text, value: text.toUpperCase().replaceAll('-', '_') }))
    for (const { text, value } of asked) if (!(values as readonly string[]).includes(value)) misread(name, text)
    return values.filter((value) => asked.some((one) => one.value === value))
  }
  // A day is chosen in a field of its own, which counts when it holds one.
  const side = (name: string) => given(`${name}On`)[0] ?? given(name)[0] ?? null
  const bodies = given('body').slice(0, 50)
  for (const body of bodies) if (!/^[a-z0-9-]{1,200}$/.test(body)) misread('body', body)
  const [kind, topic] = [known('kind', EDITION_CHANGE_KINDS), known('topic', TOPICS)]
  const body = bodies.filter((slug) => /^[a-z0-9-]{1,200}$/.test(slug))
  const after = params.get('after') || null
  return {
    from: side('from'),
    to: side('to') ?? 'today',
    filter: { ...(kind.length > 0 && { kind }), ...(topic.length > 0 && { topic }), ...(body.length > 0 && { body }) },
    after,
    before: after ? null : params.get('before') || null,
    unread,
  }
}

/** The same without its page: what the files beside it and one change carry on. */
export function writeCompare({ from, to, filter }: Pick<CompareView, 'from' | 'to' | 'filter'>): URLSearchParams {
  const params = new URLSearchParams()
  if (from !== null) params.set('from', from)
  params.set('to', to)
  for (const name of compareFilters) for (const value of filter[name] ?? []) params.append(name, value)
  return params
}

/** `/editions/compare?from=…&to=…` */
export const compareAddress = (from: string | null, to = 'today', filter: CompareView['filter'] = {}): string =>
  `/editions/compare?${writeCompare({ from, to, filter }).toString()}`

/** Address of one change: `/editions/compare/gap-closed.g-02?from=…&to=…` */
export const changeAddress = (key: string, from: string, to: string): string =>
  `/editions/compare/${encodeURIComponent(key)}?${writeCompare({ from, to, filter: {} }).toString()}`
