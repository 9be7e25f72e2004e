import type { INestApplication } from '@nestjs/common'
import type { FastifyInstance } from 'fastify'
import { formatErrors, type AnswerError } from './errors.js'

/** A query text that remembers the types of its answer and its variables; `npm run codegen` makes them. */
export type TypedDocument<Data, Variables> = string & { readonly __types?: (variables: Variables) => Data }

export interface InProcessAnswer<Data> {
  /** Absent when the query was refused before it was executed, null when a field that may not be null failed. */
  readonly data?: Data | null
  readonly errors?: readonly AnswerError[]
}

/** On the context of a query that our own code runs: its text is ours, so it is not limited. */
export const unlimited = Symbol('unlimited')

/**
 * Runs a query without HTTP, for pages made on the server: same schema, same resolvers, same form of errors. `context` is a fresh Ctx; it is
 * changed (the framework writes on it), so use it for one query. The limits do not apply unless `limited` is set.
 */
export async function executeInProcess<Data = Record<string, unknown>, Variables = Record<string, unknown>>(
  app: INestApplication,
  request: {
    readonly query: TypedDocument<Data, Variables>
    readonly variables?: Variables
    readonly operationName?: string
    readonly context: object
    readonly limited?: boolean
  },
): Promise<InProcessAnswer<Data>> {
  const fastify: FastifyInstance = app.getHttpAdapter().getInstance()
  const context = Object.assign(request.context, request.limited ? {} : { [unlimited]: true })
  try {
    const { data, errors } = await fastify.graphql(
      String(request.query),
      context as Parameters<typeof fastify.graphql>[1],
      (request.variables ?? {}) as Record<string, unknown>,
      request.operationName,
    )
    return {
      ...(data !== undefined && { data: data as Data | null }),
      ...(errors && { errors: errors as unknown as AnswerError[] }),
    }
  } catch (error) {
    // Refused before it was executed: the caller gets the errors in the form that any client gets them.
    return { errors: formatErrors([error]) }
  }
}
