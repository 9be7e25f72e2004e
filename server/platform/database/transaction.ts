import { QueryFailedError, type DataSource, type EntityManager } from 'typeorm'
import { reportFault } from '#server/platform/errors/index.js'

/** Registers what is to happen once the transaction is committed: wake a queue, tell a subscription. Nothing happens after a rollback. */
export type AfterCommit = (news: () => unknown) => void

export type IsolationLevel = 'READ COMMITTED' | 'REPEATABLE READ' | 'SERIALIZABLE'

/** PostgreSQL gave way to another transaction: the same work, done again, may well succeed. */
const serializationFailure = '40001'
const deadlockDetected = '40P01'
const retries = 3

/**
 * Runs `work` in one transaction and answers with its result. After a deadlock or a serialization failure the whole of `work` runs again, up
 * to three times, so it must do nothing outside the database but through `afterCommit`. News goes out after commit, in the order in
 * which it was registered; what is committed stays committed, so a failure there is reported and not thrown.
 */
export async function inTransaction<T>(
  dataSource: DataSource,
  work: (manager: EntityManager, afterCommit: AfterCommit) => Promise<T>,
  isolation: IsolationLevel = 'READ COMMITTED',
): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    const news: (() => unknown)[] = []
    let result: T
    try {
      result = await dataSource.transaction(isolation, (manager) => work(manager, (item) => void news.push(item)))
    } catch (error) {
      if (attempt < retries && gaveWay(error)) continue
      throw error
    }
    for (const item of news) {
      try {
        await item()
      } catch (error) {
        reportFault('telling others what was committed', error)
      }
    }
    return result
  }
}

/** The SQLSTATE of a failed query, else null: `23505` for a unique violation. */
export function sqlState(error: unknown): string | null {
  const cause: unknown = error instanceof QueryFailedError ? error.driverError : error
  const code = cause instanceof Error ? (cause as { code?: unknown }).code : undefined
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : null
}

function gaveWay(error: unknown): boolean {
  const state = sqlState(error)
  return state === serializationFailure || state === deadlockDetected
}
