/** What one key puts right. Each is a command of the editor, so one step of undo; what has no fix needs a person's judgement. */
import type { Node } from 'prosemirror-model'
import type { Command, EditorState, Transaction } from 'prosemirror-state'
import { insertClause } from '#schema/document/index.js'
import { titleOfPlace } from '#schema/report/beginnings.js'
import {
  compareNames,
  copyOfNext,
  isDoubled,
  keywordsOf,
  missingAbbreviations,
  reportOf,
  type Lint,
  type LintCode,
} from '#schema/report/index.js'
import { clauseKinds, type ClauseKind } from '#schema/vocabulary/documents.js'
import { bindingOf } from '../binding/index.js'
import { insertAbbreviations, sortEntriesAround } from '../entries/index.js'
import { placeOfLint } from './places.js'

interface Here {
  readonly state: EditorState
  readonly lint: Lint
  readonly pos: number
  readonly node: Node
}

/** A fix that changes the view where the lint is; null or an unchanged transaction: it cannot be done any more. */
type Fix = (here: Here) => Transaction | null

/** Makes the missing place where it belongs: after the last clause at the top that comes before it. */
const insertSlot =
  ({ args }: Lint): Command =>
  (state, dispatch) => {
    const kind = args['kind'] as ClauseKind
    const rank = clauseKinds.indexOf(kind)
    if (rank < 0) return false
    if (!dispatch) return true
    const tops = state.doc.children.filter(({ attrs }) => attrs['level'] === 1)
    const before = tops.filter(({ attrs }) => clauseKinds.indexOf(attrs['kind'] as ClauseKind) < rank).at(-1)
    const after = before ? String(before.attrs['id']) : null
    const draft = { title: titleOfPlace(kind), attributes: { kind } }
    return bindingOf(state).operate((doc, act) => insertClause(doc, { parent: null, after }, draft, act)) !== null
  }

const text = (state: EditorState, words: string) => state.schema.text(words)

/** Replaces the first match in a paragraph, and leaves marks and everything else alone. */
const replaceMatch =
  (pattern: RegExp, withWhat: (found: RegExpExecArray) => string): Fix =>
  ({ state, pos, node }) => {
    const row = node.textBetween(0, node.content.size, undefined, '\uFFFC')
    const found = pattern.exec(row)
    if (!found) return null
    const from = pos + 1 + found.index
    return state.tr.insertText(withWhat(found), from, from + found[0].length)
  }

const sortKeywords: Fix = ({ state, pos, node }) => {
  const words = keywordsOf({ node } as Parameters<typeof keywordsOf>[0])
  const isEnded = /\.\s*$/.test(node.textContent)
  const sorted = `${words.toSorted(compareNames).join(', ')}${isEnded ? '.' : ''}`
  return state.tr.replaceWith(pos + 1, pos + node.nodeSize - 1, text(state, sorted))
}

/** The citation of a work, wherever in the block, goes to the bibliography. */
const toBibliography: Fix = ({ state, pos, node, lint }) => {
  const { tr } = state
  node.descendants((inner, offset) => {
    if (inner.type.name === 'citation' && inner.attrs['key'] === lint.args['key'])
      tr.setNodeAttribute(pos + 1 + offset, 'use', 'BIBLIOGRAPHY')
  })
  return tr
}

/** An entry in the list of abbreviations, with what the text says it stands for, or with that left to be written. */
const listAbbreviation =
  ({ args }: Lint): Command =>
  (state, dispatch) => {
    const name = args['name'] ?? ''
    const known = missingAbbreviations(reportOf(state.doc)).find((one) => one.name === name)
    const tr = insertAbbreviations(state, [known ?? { name, meaning: '' }])
    if (!tr) return false
    dispatch?.(tr.scrollIntoView())
    return true
  }

const numberOuterList: Fix = ({ state, pos }) => {
  const $pos = state.doc.resolve(pos)
  const { tr } = state
  let at = pos
  // The items on the level of this one, as long as the list goes on.
  for (const item of $pos.parent.children.slice($pos.index())) {
    if ((item.attrs['list'] ?? 'NONE') === 'NONE') break
    if (item.attrs['indent'] === 0) tr.setNodeAttribute(at, 'list', 'NUMBER')
    at += item.nodeSize
  }
  return tr
}

const deleteBroken: Fix = ({ state, pos, node }) => {
  const { tr, doc } = state
  const ids = new Set(doc.children.map(({ attrs }) => attrs['id'] as unknown))
  const anchors = new Set<unknown>()
  doc.descendants((inner) => void (inner.attrs['anchor'] && anchors.add(inner.attrs['anchor'])))
  node.descendants((inner, offset) => {
    const { to, target, document } = inner.attrs
    const isBroken =
      inner.type.name === 'reference' && document === '' && !(target === 'CLAUSE' ? ids : anchors).has(to)
    if (isBroken) tr.delete(tr.mapping.map(pos + 1 + offset), tr.mapping.map(pos + 1 + offset + inner.nodeSize))
  })
  return tr
}

/** A caption goes to its side of the table or figure. */
const moveCaption: Fix = ({ state, pos, node }) => {
  const children = node.children
  const caption = children.find(({ attrs }) => attrs['kind'] === 'CAPTION')
  if (!caption) return null
  const others = children.filter((child) => child !== caption)
  const content = node.attrs['kind'] === 'TABLE' ? [caption, ...others] : [...others, caption]
  return state.tr.replaceWith(pos + 1, pos + node.nodeSize - 1, content)
}

const fixes: Partial<Record<LintCode, Fix>> = {
  NONE_BESIDE_WORDS: ({ state, pos, node }) => state.tr.delete(pos, pos + node.nodeSize),
  KEYWORDS_OUT_OF_ORDER: sortKeywords,
  TERM_WITH_CAPITAL: replaceMatch(/^\s*\p{Lu}/u, ([first]) => first.toLowerCase()),
  TERM_WITHOUT_FULL_STOP: ({ state, pos, node }) => state.tr.insertText('.', pos + node.nodeSize - 1),
  TERMS_OUT_OF_ORDER: sortEntriesAround,
  ABBREVIATIONS_OUT_OF_ORDER: sortEntriesAround,
  CITED_ONLY_IN_APPENDIX: toBibliography,
  CAPTION_MISPLACED: moveCaption,
  MAY_NOT: replaceMatch(/\bmay not\b/i, ([found]) => (found.startsWith('M') ? 'Need not' : 'need not')),
  ABBREVIATION_NOT_EXPANDED: (here) => {
    const { name = '', meaning = '' } = here.lint.args
    if (meaning === '') return null
    const bare = meaning.replace(/\.$/, '')
    return replaceMatch(
      new RegExp(`(?<![\\p{L}\\p{N}])${name}(?![\\p{L}\\p{N}])`, 'u'),
      () => `${bare} (${name})`,
    )(here)
  },
  // The same is looked for again: it may be gone, or have been made into something of its own.
  DOUBLED: ({ state, pos, node }) => {
    const before = state.doc.resolve(pos).nodeBefore
    return before && isDoubled(before, node) ? state.tr.delete(pos, pos + node.nodeSize) : null
  },
  // From the copied heading to the end of the clause; the clause itself, in which somebody wrote, stays.
  DOUBLED_CLAUSE: ({ state, pos, lint }) => {
    const $pos = state.doc.resolve(pos)
    const next = state.doc.maybeChild($pos.index(0) + 1)
    return next && copyOfNext($pos.node(1), next) === lint.block ? state.tr.delete(pos, $pos.end(1)) : null
  },
  EDITOR_NOTE_LEFT: ({ state, pos, node }) => state.tr.delete(pos, pos + node.nodeSize),
  NESTED_LIST_BULLETED: numberOuterList,
  REFERENCE_BROKEN: deleteBroken,
}

/** The command that puts a lint right; null where only a person can. It does nothing when the text has changed under it. */
export function fixOf(lint: Lint): Command | null {
  if (lint.code === 'SLOT_MISSING') return insertSlot(lint)
  if (lint.code === 'ABBREVIATION_NOT_LISTED') return listAbbreviation(lint)
  // Which of two clauses is meant, only a person can say.
  if (lint.code === 'DOUBLED_CLAUSE' && lint.block === null) return null
  const fix = fixes[lint.code]
  if (!fix || (lint.code === 'ABBREVIATION_NOT_EXPANDED' && !lint.args['meaning'])) return null
  return (state, dispatch) => {
    const place = placeOfLint(state.doc, lint)
    const tr = place && fix({ state, lint, ...place })
    if (!tr?.docChanged) return false
    dispatch?.(tr)
    return true
  }
}
