import { HttpException } from '@nestjs/common'
import { Refusal, refuse, reportFault } from '#server/platform/errors/index.js'
import type { RefusalCode } from '#schema/vocabulary/refusals.js'
import { wordsFor, type MessageArgs } from '#schema/words/index.js'

/** What a person or a program is told when something did not work, the same over GraphQL, plain HTTP and sockets. */
export interface Problem {
  readonly code: RefusalCode
  /** The English sentence; a page puts `refusal.<code>` with `args` into the reader's language instead. */
  readonly message: string
  readonly args: Refusal['args']
  readonly field?: string
  readonly details?: Refusal['details']
  /** Of a fault: finds it in the log. */
  readonly reference?: string
}

const statuses: Partial<Record<RefusalCode, number>> = {
  BAD_INPUT: 400,
  BAD_QUERY: 400,
  BAD_CURSOR: 400,
  TOO_DEEP: 400,
  TOO_COSTLY: 400,
  TOO_MANY_FIELDS: 400,
  QUERY_TOO_LONG: 400,
  SIGN_IN_REQUIRED: 401,
  FORBIDDEN: 403,
  BAD_ORIGIN: 403,
  NOT_FOUND: 404,
  BAD_METHOD: 405,
  STALE: 409,
  ALREADY_DONE: 409,
  TOO_LARGE: 413,
  FILE_TOO_LARGE: 413,
  BAD_CONTENT_TYPE: 415,
  FILE_TYPE: 415,
  BAD_HOST: 421,
  TOO_MANY_REQUESTS: 429,
  INTERNAL: 500,
}

/** The HTTP status of a refusal. Those of the areas (a closed meeting, a taken number) are 422: understood, and not possible. */
export const statusOf = (code: RefusalCode): number => statuses[code] ?? 422

const english = wordsFor('en')

/** Tells the person what an error means for them, and reports it if it is a fault of ours. `doing` is for the log. */
export function problemOf(error: unknown, doing: string): Problem {
  const refusal = refusalOf(error)
  if (refusal) return problemOfRefusal(refusal)
  return problemOfFault(reportFault(doing, error))
}

/** A refusal as it leaves the server. */
export function problemOfRefusal({ code, args, field, details }: Refusal): Problem {
  return { code, message: sentenceOf(code, args), args, ...(field && { field }), ...(details && { details }) }
}

/** A fault as it leaves the server: nothing but the reference. */
export function problemOfFault(reference: string): Problem {
  return { code: 'INTERNAL', message: sentenceOf('INTERNAL', { reference }), args: { reference }, reference }
}

function sentenceOf(code: RefusalCode, args: Refusal['args']): string {
  try {
    return english.dynamic(`refusal.${code}`, args as MessageArgs)
  } catch (error) {
    // A sentence whose argument was forgotten is a bug, but the person must still learn the code.
    reportFault(`putting ${code} into words`, error)
    return code
  }
}

/**
 * The refusal behind an error of the framework (Nest's HttpException, Fastify's own errors), which is told in our words; the refusal itself if
 * it is one; undefined for a fault.
 */
export function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error
  if (!(error instanceof Error)) return undefined
  if (error instanceof HttpException) {
    // Nest wraps what Fastify throws; the wrapped error knows more.
    return (error.cause ? refusalOf(error.cause) : undefined) ?? ofStatus(error.getStatus(), error)
  }
  // Only errors that Fastify made for the client carry such a status; a database driver or `fetch` may say `statusCode` too.
  const { code, statusCode } = error as { code?: unknown; statusCode?: unknown }
  // PostgreSQL keeps every sign but NUL. Said here once, because any text that is searched for or kept may hold it.
  if (code === NO_SUCH_SIGN) return refuse('BAD_INPUT', { detail: 'a text holds the sign NUL, which cannot be kept' })
  const fromFastify = typeof code === 'string' && code.startsWith('FST_')
  const badJson = error instanceof SyntaxError && statusCode === 400
  return (fromFastify || badJson) && typeof statusCode === 'number' ? ofStatus(statusCode, error) : undefined
}

/** SQLSTATE character_not_in_repertoire. */
const NO_SUCH_SIGN = '22021'

function ofStatus(status: number, error: Error): Refusal | undefined {
  switch (status) {
    case 401:
      return refuse('SIGN_IN_REQUIRED')
    case 403:
      return refuse('FORBIDDEN')
    case 404:
      return refuse('NOT_FOUND')
    case 405:
      return refuse('BAD_METHOD', { detail: shortly(error.message) })
    case 413:
      return refuse('TOO_LARGE', { limit: 'the size set for this address' })
    case 415:
      return refuse('BAD_CONTENT_TYPE', { type: 'another type', expected: 'application/json' })
    case 429:
      return refuse('TOO_MANY_REQUESTS', { seconds: 60 })
    default:
      if (status < 400 || status >= 500) return undefined
      return refuse('BAD_INPUT', { detail: detailOf(error) })
  }
}

function detailOf(error: Error): string {
  const code = (error as { code?: unknown }).code
  if (code === 'FST_ERR_BAD_URL') return 'the address holds characters that cannot be read'
  if (code === 'FST_ERR_CTP_EMPTY_JSON_BODY') return 'the body is empty'
  if (error instanceof SyntaxError || code === 'FST_ERR_CTP_INVALID_JSON_BODY') return 'the body is not valid JSON'
  return shortly(error.message)
}

/** A detail as part of a sentence of ours: bounded, without the full stop of its own. */
export function shortly(text: string): string {
  const bounded = text.length > 300 ? `${text.slice(0, 297)}...` : text
  return bounded.replace(/\.$/, '')
}

/** A limit in bytes as people read it: `256 kB`. */
export const bytesInWords = (bytes: number): string =>
  bytes >= 1_048_576 ? `${Math.round(bytes / 1_048_576)} MB` : `${Math.round(bytes / 1024)} kB`
