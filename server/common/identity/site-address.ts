import { isLoopback } from '#server/platform/config/index.js'

/**
 * Origin that mailed links begin with. What the operator said; else, for somebody at this machine, the loopback host that was asked; else
 * the address that the server is bound to. Any other `Host` is never believed: whoever forges it would get the secret of the link. [ID-6]
 */
export function siteAddress(
  settings: { readonly publicUrl: string | null; readonly host: string; readonly port: number },
  host: string | undefined,
): string {
  if (settings.publicUrl !== null) return settings.publicUrl
  if (host !== undefined && URL.canParse(`http://${host}`)) {
    const asked = new URL(`http://${host}`)
    if (isLoopback(asked.hostname)) return asked.origin
  }
  const bound = settings.host.includes(':') ? `[${settings.host}]` : settings.host
  return new URL(`http://${bound}:${settings.port}`).origin
}
