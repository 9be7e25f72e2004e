import { data } from 'react-router'
import { Refused, type RefusalSeen } from './api.js'

/** HTTP status of a page that shows a refusal. */
const statusOf: Partial<Record<string, number>> = {
  NOT_FOUND: 404,
  SIGN_IN_REQUIRED: 401,
  FORBIDDEN: 403,
  BAD_INPUT: 400,
  BAD_QUERY: 400,
  BAD_CURSOR: 400,
  TOO_MANY_REQUESTS: 429,
  OFFLINE: 503,
}

/** Runs a loader; a refusal becomes the route's refused face with the right HTTP status, anything else stays a fault. */
export async function orRefuse<T>(load: Promise<T>): Promise<T> {
  try {
    return await load
  } catch (error) {
    if (error instanceof Refused) throw data(error.first, { status: statusOf[error.first.code] ?? 500 })
    throw error
  }
}

/** The refused face of a page, to be thrown by its loader: `throw refuseWith('FORBIDDEN')`. */
export const refuseWith = (code: RefusalSeen['code'], args: RefusalSeen['args'] = {}) =>
  data({ code, args } satisfies RefusalSeen, { status: statusOf[code] ?? 500 })

/** What must be there for the page to make sense; null or undefined becomes the refused face of NOT_FOUND. */
export function found<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) {
    throw data({ code: 'NOT_FOUND', args: {} } satisfies RefusalSeen, { status: 404 })
  }
  return value
}

/** What a form's action answers: done, or refused with the refusals to show beside the fields. */
export type ActionAnswer<T> = { done: T; refusals?: never } | { done?: never; refusals: readonly RefusalSeen[] }

/** Runs an action; refusals come back to the form, whose input stays as it was typed. */
export async function orAnswer<T>(act: Promise<T>): Promise<ActionAnswer<T>> {
  try {
    return { done: await act }
  } catch (error) {
    if (error instanceof Refused) return { refusals: error.refusals }
    throw error
  }
}
