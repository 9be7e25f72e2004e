/**
 * Under which names this site answers. A page that believes a forged `Host` writes it into links and mail, and a name that somebody points at
 * a laptop's loopback address lets their page read the site (DNS rebinding).
 */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { refuse } from '#server/platform/errors/index.js'

export interface HostSettings {
  /** Where people find the site; null when nobody said, as on a laptop. */
  readonly publicUrl: URL | null
  /** The address that the server binds to. */
  readonly boundTo: string
}

const loopbackNames = /^(localhost|([a-z0-9-]+\.)+localhost|127(\.\d{1,3}){3}|\[::1\])$/
const anyName = /^([a-z0-9_]([a-z0-9_-]*[a-z0-9_])?\.?)+$|^\[[0-9a-f:.]+\]$/

/** Whether the name of a host, without port, means this very machine. */
export const isLoopback = (name: string): boolean =>
  loopbackNames.test(name.toLowerCase()) || name === '::1' || name === '::ffff:127.0.0.1'

/** Splits `name:port`; null for what is no host at all. */
function hostOf(text: string | undefined): { name: string; port: string } | null {
  const parts = /^(\[[^\]]*\]|[^:[\]]*)(?::(\d{1,5}))?$/.exec((text ?? '').toLowerCase())
  return parts && anyName.test(parts[1]!) ? { name: parts[1]!, port: parts[2] ?? '' } : null
}

/** Whether the site may answer under this `Host`. Without a public address and bound to the open net, any name will do. */
export function isOwnHost(header: string | undefined, { publicUrl, boundTo }: HostSettings): boolean {
  const host = hostOf(header)
  if (!host) return false
  const onLoopback = isLoopback(boundTo)
  if (onLoopback && isLoopback(host.name)) return true
  if (!publicUrl) return !onLoopback
  const defaultPort = publicUrl.protocol === 'https:' ? '443' : '80'
  return host.name === publicUrl.hostname && (host.port || defaultPort) === (publicUrl.port || defaultPort)
}

/** Whether a page of this origin is ours: the public address, or the very host that was asked. */
export function isOwnOrigin(origin: string, host: string | undefined, { publicUrl }: HostSettings): boolean {
  if (publicUrl && origin === publicUrl.origin) return true
  return (
    URL.canParse(origin) && new URL(origin).host !== '' && new URL(origin).host === withoutDefaultPort(origin, host)
  )
}

const withoutDefaultPort = (origin: string, host = ''): string =>
  host.toLowerCase().replace(origin.startsWith('https:') ? /:443$/ : /:80$/, '')

const changing = (request: FastifyRequest): boolean =>
  !['GET', 'HEAD', 'OPTIONS'].includes(request.method) || request.headers.upgrade !== undefined

/**
 * Refuses BAD_HOST, and BAD_ORIGIN for what changes something or opens a socket on behalf of another site's page. Programs send no `Origin` and
 * are let through; their token or cookie is looked at later. Probes ask `/health/` by whatever address the machine has.
 */
export function guardHostAndOrigin(fastify: FastifyInstance, settings: HostSettings): void {
  fastify.addHook('onRequest', async (request) => {
    const { host, origin } = request.headers
    if (!isOwnHost(host, settings) && !request.url.startsWith('/health/')) throw refuse('BAD_HOST')
    if (!changing(request)) return
    const foreign = request.headers['sec-fetch-site'] === 'cross-site'
    if (origin === undefined ? foreign : !isOwnOrigin(origin, host, settings)) throw refuse('BAD_ORIGIN')
  })
}
