/** Signs typed at the beginning of a paragraph that make a list of it. Undo takes back the list and leaves the signs. */
import { InputRule, inputRules } from 'prosemirror-inputrules'
import type { Plugin } from 'prosemirror-state'
import type { ListStyle } from '#schema/vocabulary/documents.js'

const listRule = (pattern: RegExp, list: ListStyle): InputRule =>
  new InputRule(pattern, (state, _, start, end) => {
    const $start = state.doc.resolve(start)
    if ($start.parent.type.name !== 'para' || $start.parent.attrs['list'] !== 'NONE') return null
    return state.tr.delete(start, end).setNodeAttribute($start.before(), 'list', list)
  })

export const typingRules = (): Plugin =>
  inputRules({
    rules: [listRule(/^[-*•–] $/, 'BULLET'), listRule(/^1[.)] $/, 'NUMBER'), listRule(/^a[.)] $/, 'LETTER')],
  })
