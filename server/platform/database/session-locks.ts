import { Client } from 'pg'
import { reportFault } from '../errors/index.js'

/** A lock that was taken. */
export interface SessionLock {
  /** False once the connection that held it is gone: somebody else may have it by now. */
  readonly isHeld: boolean
  release(): Promise<void>
}

/**
 * Locks that a process holds for as long as it lives, on a connection of their own: when the process goes, however it goes, the database gives them to
 * the next who asks. They say who does something, so that it is not done twice for nothing; what must not happen twice needs a condition in the
 * database as well, since a connection may be lost while its process goes on.
 */
export class SessionLocks {
  private client: Client | null = null
  /** One statement after the other. */
  private chain: Promise<unknown> = Promise.resolve()
  private connecting: Promise<Client> | null = null
  private isStopped = false

  constructor(private readonly url: string) {}

  /** Takes a lock if nobody else has it; null when somebody has. Taken twice, it must be released twice. */
  async take(name: string): Promise<SessionLock | null> {
    if (this.isStopped) return null
    const client = this.client ?? (await (this.connecting ??= this.connect().finally(() => (this.connecting = null))))
    if (!(await this.ask(client, 'pg_try_advisory_lock', name))) return null
    const isHeld = () => this.client === client
    return {
      get isHeld() {
        return isHeld()
      },
      release: async () => {
        if (isHeld()) await this.ask(client, 'pg_advisory_unlock', name)
      },
    }
  }

  async stop(): Promise<void> {
    this.isStopped = true
    await this.connecting?.catch(() => null) // whoever asked for the connection was told
    const { client } = this
    this.client = null
    await client?.end()
  }

  private ask(client: Client, what: 'pg_try_advisory_lock' | 'pg_advisory_unlock', name: string): Promise<boolean> {
    const asked = this.chain.then(() =>
      client.query<{ answer: boolean }>(`select ${what}(hashtextextended($1, 1)) as answer`, [name]),
    )
    this.chain = asked.catch(() => null) // whoever asked hears of it
    return asked.then(({ rows }) => rows[0]!.answer)
  }

  private async connect(): Promise<Client> {
    const client = new Client({
      connectionString: this.url,
      application_name: 'rapporteur-locks',
      keepAlive: true,
      connectionTimeoutMillis: 10_000,
    })
    const lost = (error: Error | null) => {
      if (this.client !== client) return
      this.client = null
      // Going on is safe: who holds a lock sees that it is gone, and what must not happen twice has a condition of its own.
      reportFault('holding locks in the database', error ?? new Error('connection ended'))
    }
    client.on('error', lost)
    client.on('end', () => lost(null))
    await client.connect()
    this.client = client
    return client
  }
}
