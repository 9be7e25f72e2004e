import { isRouteErrorResponse } from 'react-router'
import type { RefusalSeen } from '../api/index.js'

const isRefusal = (data: unknown): data is RefusalSeen => typeof data === 'object' && data !== null && 'code' in data

/** What people are told of an error of a route: the refusal of a loader, what the router itself refused, else a fault. */
export function refusalSeen(error: unknown): RefusalSeen {
  if (isRouteErrorResponse(error)) {
    if (isRefusal(error.data)) return error.data
    if (error.status === 404) return { code: 'NOT_FOUND', args: {} }
    if (error.status === 405) return { code: 'NOTHING_TO_SEND', args: {} }
  }
  return { code: 'INTERNAL', args: { reference: '–' } }
}
