import type { Command } from './command.js'
import { documentGenerate } from './commands/document-generate.js'
import { importItems } from './commands/import-items.js'
import { exportList } from './commands/export.js'
import { starterLoad } from './commands/starter-load.js'
import { tokenCreate } from './commands/token-create.js'
import { userCreate } from './commands/user-create.js'
import { verifyEdition } from './commands/verify-edition.js'
import { verify } from './commands/verify.js'

/** All commands, in the order of the help. The longer name comes before the one that begins it. */
export const commands: readonly Command[] = [
  userCreate,
  tokenCreate,
  starterLoad,
  documentGenerate,
  importItems,
  exportList,
  verifyEdition,
  verify,
]
