import { isLoopback } from './loopback.js'

/** Headers that only a proxy or a gateway writes. One of them means: the person is not at this machine. */
const forwarding =
  /^(forwarded|via|x-forwarded(-.*)?|x-real-ip|x-client-ip|x-cluster-client-ip|cf-connecting-ip|true-client-ip)$/i

/** `name`, `name:port` or `[v6]:port`, nothing else. */
const hostHeader = /^(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(:\d{1,5})?$/i

/**
 * Whether this one request may use what demo mode offers (one-click starter accounts, the outbox): demo mode is on, the request names a
 * loopback `Host` (a page of another site that points its name at 127.0.0.1 does not) and no forwarding header.
 */
export function isDemoRequest(
  settings: { readonly demoMode: boolean },
  request: { readonly host: string | undefined; readonly headers: Readonly<Record<string, unknown>> },
): boolean {
  if (!settings.demoMode) return false
  const name = hostHeader.exec(request.host ?? '')?.[1]
  if (name === undefined || !isLoopback(name)) return false
  return !Object.keys(request.headers).some((header) => forwarding.test(header))
}
