import type { FastifyRequest } from 'fastify'

/** Scheme and host of permanent addresses: the public ones where there are any, else those that were asked. */
export const originOf = (publicUrl: string | null, request: FastifyRequest): string =>
  publicUrl ?? `${request.protocol}://${request.host}`
