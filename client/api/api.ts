import type { RefusalCode } from '#schema/vocabulary/refusals.js'

/** A query text that carries the types of its answer and its variables; `npm run codegen` makes them from the `.graphql` files. */
export interface TypedDocument<Data, Variables> {
  toString(): string
  __types?: (variables: Variables) => Data
}

/** One refusal as it travels: code and arguments become a sentence in the reader's language. */
export interface RefusalSeen {
  code: RefusalCode
  args: Record<string, string | number>
  /** Dotted path of the input concerned; absent when no single field is to blame. */
  field?: string
  details?: Record<string, unknown>
}

/** What the server answered instead of data. The first refusal counts; the others are kept for forms. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly first: RefusalSeen

  constructor(readonly refusals: readonly RefusalSeen[]) {
    super(refusals[0]?.code ?? 'INTERNAL')
    this.first = refusals[0] ?? { code: 'INTERNAL', args: {} }
  }
}

/** The raw answer of the API, over HTTP or in process. */
export interface Answer {
  data?: unknown
  errors?: readonly { message: string; extensions?: Record<string, unknown> }[]
}

/** Carries a query to the API: `fetch` in the browser, a call in process on the server. */
export type Execute = (query: string, variables: Record<string, unknown>) => Promise<Answer>

/** The only door of loaders and actions to the API. */
export interface Api {
  /** Answers with the data, or throws `Refused`. */
  <Data, Variables>(document: TypedDocument<Data, Variables>, variables: Variables): Promise<Data>
}

export function apiBy(execute: Execute): Api {
  return async <Data, Variables>(document: TypedDocument<Data, Variables>, variables: Variables) => {
    const { data, errors } = await execute(String(document), (variables ?? {}) as Record<string, unknown>)
    if (errors?.length) {
      throw new Refused(
        errors.map(({ extensions = {} }) => ({
          code: (extensions.code ?? 'INTERNAL') as RefusalCode,
          args: (extensions.args ??
            (extensions.reference ? { reference: extensions.reference } : {})) as RefusalSeen['args'],
          ...(typeof extensions.field === 'string' && { field: extensions.field }),
          ...(extensions.details ? { details: extensions.details as Record<string, unknown> } : {}),
        })),
      )
    }
    return data as Data
  }
}

/** The API over HTTP, from a page of our own. A broken line is a refusal too: nothing was changed that the server did not confirm. */
export const overHttp =
  (language: string): Execute =>
  async (query, variables) => {
    let response: Response
    try {
      response = await fetch('/graphql', {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/graphql-response+json, application/json',
          'accept-language': language,
        },
        body: JSON.stringify({ query, variables }),
      })
    } catch (cause) {
      throw Object.assign(new Refused([{ code: 'OFFLINE', args: {} }]), { cause })
    }
    const type = response.headers.get('content-type') ?? ''
    if (type.includes('json')) return (await response.json()) as Answer
    throw new Refused([
      {
        code: response.status === 429 ? 'TOO_MANY_REQUESTS' : 'INTERNAL',
        args: { seconds: 60, reference: String(response.status) },
      },
    ])
  }
