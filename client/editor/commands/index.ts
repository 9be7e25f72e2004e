/** What a person can do in a text, by keyboard, menu and tree. */
import { baseKeymap } from 'prosemirror-commands'
import { keymap } from 'prosemirror-keymap'
import type { Plugin } from 'prosemirror-state'
import { clipboard } from './clipboard.js'
import { drawnWhereSelected } from './here.js'
import { keys } from './keys.js'
import { typingRules } from './typing-rules.js'

export { blockCommands, blockState, type BlockState } from './block-commands.js'
export { clauseCommands, goTo, startIn, type ClauseCommand } from './clause-commands.js'
export { copyClause, cutClause, pasteClauses, type Clipboard } from './clipboard.js'
export { historyCommands, keyList } from './keys.js'
export { clauseHere, siblingsOf, subtreeHere, type ClauseHere } from './where.js'

/** All plugins by which a text is written in, in their order; after the binding. */
export const editing = (): Plugin[] => [clipboard(), typingRules(), ...keys(), keymap(baseKeymap), drawnWhereSelected()]
