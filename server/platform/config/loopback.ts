import { isIPv4 } from 'node:net'

/** Whether an address or host name can only be this machine. Names are not looked up: only `localhost` counts. */
export function isLoopback(host: string): boolean {
  const name = host.toLowerCase().replace(/^\[(.*)\]$/, '$1')
  return name === 'localhost' || name === '::1' || (isIPv4(name) && name.startsWith('127.'))
}
