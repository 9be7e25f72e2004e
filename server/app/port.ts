import { createServer, type Server } from 'node:net'
import { StartFailure } from '#server/platform/errors/index.js'

type Address = { readonly host: string; readonly port: number }

/** Sees that the port can be had, before any other work is done for nothing. */
export async function requirePort(address: Address): Promise<void> {
  if (address.port === 0) return
  const probe: Server = createServer()
  try {
    await new Promise<void>((resolve, reject) => {
      probe.once('error', reject).listen({ ...address, exclusive: true }, resolve)
    })
  } catch (error) {
    throw portFailure(error, address)
  }
  await new Promise((resolve) => probe.close(resolve))
}

/** Why a port cannot be had, as a sentence; anything else stays as it is. */
export function portFailure(error: unknown, { host, port }: Address): unknown {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EADDRINUSE':
      return new StartFailure(
        `Port ${port} of ${host} is taken by another program (perhaps a Rapporteur that already runs). ` +
          `Stop that one, or choose another port: PORT=${port === 65535 ? port - 1 : port + 1} npm start`,
        { cause: error },
      )
    case 'EACCES':
      return new StartFailure(`This user may not open port ${port}. Choose one from 1024 up: PORT=3000 npm start`, {
        cause: error,
      })
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new StartFailure(
        `HOST is ${host}, which is not an address of this machine. Use 127.0.0.1 for this machine alone, 0.0.0.0 for the network.`,
        { cause: error },
      )
    default:
      return error
  }
}
