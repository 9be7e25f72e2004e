/**
 * GraphQL over HTTP as its specification has it, where Mercurius alone differs: wrongly typed parameters are 400, `null` parameters are fine,
 * `application/graphql-response+json` is answered when asked for, and an answer that never came to executing has no `data`. All 61 audits of
 * the `graphql-http` package hold (test/platform/graphql.test.ts).
 */
import { getOperationAST, OperationTypeNode, type GraphQLError } from 'graphql'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Refusal, refuse } from '#server/platform/errors/index.js'
import { formatErrors, type AnswerError } from './errors.js'
import { readQuery, type QueryLimits } from './limits.js'
import { bytesInWords, statusOf } from './problems.js'

const responseJson = 'application/graphql-response+json'

/** Asked for by name; Anything else gets `application/json`, as clients of before expect. */
const wantsResponseJson = (request: FastifyRequest): boolean => {
  const accepted = (request.headers.accept ?? '').split(',').map((part) => part.split(';')[0]!.trim().toLowerCase())
  const at = accepted.indexOf(responseJson)
  const json = accepted.indexOf('application/json')
  return at >= 0 && (json < 0 || at < json)
}

const setMediaType = (request: FastifyRequest, reply: FastifyReply) =>
  reply.header('content-type', `${wantsResponseJson(request) ? responseJson : 'application/json'}; charset=utf-8`)

/** Of a request that was understood as GraphQL over HTTP and refused before it was executed. */
const requestErrorStatus = (request: FastifyRequest | undefined): number =>
  request && wantsResponseJson(request) ? 400 : 200

interface Execution {
  readonly data?: unknown
  readonly errors?: readonly GraphQLError[]
}

/** Mercurius' `errorFormatter`: called when an executed query has errors, or one that a variable kept from executing. */
export function formatExecution(
  execution: Execution,
  context: { readonly reply?: FastifyReply },
): { statusCode: number; response: { data?: unknown; errors: AnswerError[] } } {
  const errors = formatErrors(execution.errors ?? [])
  if (execution.data !== undefined) return { statusCode: 200, response: { data: execution.data, errors } }
  return { statusCode: requestErrorStatus(context.reply?.request), response: { errors } }
}

/** The code of Mercurius' error that holds, in `errors`, why a query did not come to be executed. */
export const notExecuted = 'MER_ERR_GQL_VALIDATION'

const ofQuery = new Set(['BAD_QUERY', 'TOO_DEEP', 'TOO_COSTLY', 'TOO_MANY_FIELDS', 'QUERY_TOO_LONG'])

/** The options that make Mercurius' routes keep to the specification. One query a request: there is no batching. */
export function httpRoute(limits: QueryLimits) {
  return {
    // The checks below take the place of Mercurius' JSON schemas, which would also turn the numbers of an error's path into strings.
    schema: undefined,
    bodyLimit: limits.bodyBytes,

    /** Only a type that makes a browser ask first (CORS preflight) is taken, so no other site's form can post here. */
    async preParsing(request: FastifyRequest) {
      if (request.method !== 'POST') return
      const type = (request.headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase()
      if (type !== 'application/json') {
        throw refuse('BAD_CONTENT_TYPE', { type: type.slice(0, 100) || 'nothing', expected: 'application/json' })
      }
    },

    async preValidation(request: FastifyRequest, reply: FastifyReply) {
      if (request.ws) return
      setMediaType(request, reply)
      if (request.method === 'POST') checkBody(request.body)
      else checkAddress(request.query as Record<string, unknown>, limits)
    },

    errorHandler(error: unknown, request: FastifyRequest, reply: FastifyReply) {
      const tooLarge = (error as { code?: unknown }).code === 'FST_ERR_CTP_BODY_TOO_LARGE'
      const errors = formatErrors([tooLarge ? refuse('TOO_LARGE', { limit: bytesInWords(limits.bodyBytes) }) : error])
      const { code } = errors[0]!.extensions
      const unexecuted = ofQuery.has(code) || (error as { code?: unknown }).code === notExecuted
      if (code === 'BAD_METHOD') reply.header('allow', 'POST')
      setMediaType(request, reply)
      return reply.code(unexecuted ? requestErrorStatus(request) : statusOf(code)).send({ errors })
    },
  }
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const wrong = (field: string, detail: string): Refusal =>
  refuse('BAD_INPUT', { detail: `${field} ${detail}` }, { field })

function checkBody(body: unknown): void {
  if (Array.isArray(body)) throw refuse('BAD_INPUT', { detail: 'one request holds one query, not a list of them' })
  if (!isMap(body)) throw refuse('BAD_INPUT', { detail: 'the body must be a JSON object with a query' })
  checkTexts(body)
  for (const name of ['variables', 'extensions']) {
    const value = body[name]
    if (value === null) delete body[name]
    else if (value !== undefined && !isMap(value)) throw wrong(name, 'must be an object')
  }
}

function checkTexts(parameters: Record<string, unknown>): void {
  const { query, operationName } = parameters
  if (typeof query !== 'string' || query === '') throw wrong('query', 'must be a text')
  if (operationName !== undefined && operationName !== null && typeof operationName !== 'string') {
    throw wrong('operationName', 'must be a text')
  }
}

/** A query in the address: never one that changes anything, because addresses are followed, fetched ahead and embedded. */
function checkAddress(parameters: Record<string, unknown>, limits: QueryLimits): void {
  checkTexts(parameters)
  for (const name of ['variables', 'extensions']) {
    const value = parameters[name]
    if (value === undefined) continue
    if (value === '') delete parameters[name]
    else if (!isMap(parsed(value))) throw wrong(name, 'must be a JSON object')
  }
  if (parameters.operationName === '') delete parameters.operationName
  const operation = getOperationAST(
    readQuery(parameters.query as string, limits),
    parameters.operationName as string | undefined,
  )
  if (!operation)
    throw refuse('BAD_QUERY', { detail: 'it has no operation of that name, or several and none is named' })
  if (operation.operation !== OperationTypeNode.QUERY) {
    throw refuse('BAD_METHOD', { detail: `a ${operation.operation} does not go into an address; use POST` })
  }
}

function parsed(text: unknown): unknown {
  try {
    return JSON.parse(String(text))
  } catch {
    // The caller refuses what is not an object, which this is not.
    return undefined
  }
}
