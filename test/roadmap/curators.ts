/** Two editors of the register, for what one person may not do alone. */
import { newId } from '#server/platform/database/index.js'
import { stranger, type Viewer } from '#server/platform/context/index.js'
import type { Register } from './register.js'

export async function aCurator(register: Register): Promise<Viewer> {
  const personId = newId()
  await register.dataSource.query('insert into person (id) values ($1)', [personId])
  return { ...stranger, accountId: newId(), personId, isAdministrator: true }
}
