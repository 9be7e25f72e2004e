import type { EntityManager, EntityTarget } from 'typeorm'
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js'
import { refuse } from '../errors/index.js'

interface Revised {
  id: string
  revision: number
}

/**
 * Changes one row that somebody looked at before: only when it still has the revision they saw. Refuses: NOT_FOUND, STALE (with the current
 * object, so that the person can compare and go on).
 */
export async function revise<T extends Revised>(
  db: EntityManager,
  entity: EntityTarget<T>,
  id: string,
  expectedRevision: number,
  changes: QueryDeepPartialEntity<T>,
): Promise<T> {
  const result = await db
    .createQueryBuilder()
    .update(entity)
    .set({ ...changes, revision: () => 'revision + 1' } as QueryDeepPartialEntity<T>)
    .where('id = :id and revision = :expectedRevision', { id, expectedRevision })
    .execute()
  const current = await db.findOne(entity, { where: { id } as never })
  if (!current) throw refuse('NOT_FOUND')
  if (result.affected !== 1) throw refuse('STALE', { revision: current.revision }, { details: { current } })
  return current
}
