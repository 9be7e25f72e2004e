import { Client } from 'pg'
import { reportFault } from '../errors/index.js'

/**
 * Hears what other connections and processes announce with NOTIFY. A handler is called after the commit that announced, and once after each
 * reconnection (with an empty payload), because something may have been missed meanwhile: handlers must ask the database what is new. The
 * payload only says where to look, or carries what may be lost.
 */
export class Listener {
  private client: Client | null = null
  private readonly handlers = new Map<string, Set<(payload: string) => void>>()
  private stopped = false
  private retry: NodeJS.Timeout | null = null

  constructor(private readonly url: string) {}

  /** True while announcements arrive; caches that depend on them must not answer otherwise. */
  get isConnected(): boolean {
    return this.client !== null
  }

  /** Registers a handler; the returned function takes it back. */
  on(channel: string, handler: (payload: string) => void): () => void {
    let handlers = this.handlers.get(channel)
    if (!handlers) {
      this.handlers.set(channel, (handlers = new Set()))
      this.client?.query(`listen ${channel}`).catch((error: unknown) => reportFault(`listening to ${channel}`, error))
    }
    handlers.add(handler)
    return () => handlers.delete(handler)
  }

  async start(): Promise<void> {
    const client = new Client({ connectionString: this.url, application_name: 'rapporteur-listener', keepAlive: true })
    client.on('notification', ({ channel, payload = '' }) =>
      this.handlers.get(channel)?.forEach((handler) => handler(payload)),
    )
    client.on('error', (error) => this.lost(client, error))
    client.on('end', () => this.lost(client, null))
    await client.connect()
    for (const channel of this.handlers.keys()) await client.query(`listen ${channel}`)
    if (this.stopped) return void (await client.end())
    this.client = client
    for (const handlers of this.handlers.values()) handlers.forEach((handler) => handler(''))
  }

  async stop(): Promise<void> {
    this.stopped = true
    if (this.retry) clearTimeout(this.retry)
    const client = this.client
    this.client = null
    await client?.end()
  }

  private lost(client: Client, error: Error | null): void {
    if (this.stopped || this.client !== client) return
    this.client = null
    reportFault('listening for announcements of the database; trying again', error ?? new Error('connection ended'))
    this.again()
  }

  // The rest of the product goes on without announcements: caches are bypassed until the connection is back.
  private again(): void {
    this.retry = setTimeout(() => {
      this.start().catch((error: unknown) => {
        reportFault('reconnecting the listener', error)
        if (!this.stopped) this.again()
      })
    }, 1000)
    this.retry.unref()
  }
}
