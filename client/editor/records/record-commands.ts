/** What a person can do with records of minutes. Each is one step of undo. */
import { TextSelection, type Command, type EditorState } from 'prosemirror-state'
import type { RecordFacts } from '#schema/document/index.js'
import { isRecordKind, type RecordKind } from '#schema/vocabulary/documents.js'
import { recordOutcomes, recordsWithHolder } from '#schema/vocabulary/records.js'
import { openKey } from '../things/open-thing.js'

/** The position of the paragraph of the caret when that stands in a clause itself, where records are; null elsewhere. */
function paragraphHere({ selection: { $from } }: EditorState): number | null {
  const isOne = $from.parent.type.name === 'para' && $from.depth === 2
  return isOne ? $from.before() : null
}

/** Makes a record of the paragraph of the caret, with an id of its own; asks at once for whom it is, where its kind needs that. */
export const makeRecord =
  (kind: RecordKind): Command =>
  (state, dispatch) => {
    const pos = paragraphHere(state)
    if (pos === null) return false
    const { attrs } = state.doc.nodeAt(pos)!
    const { tr } = state
    tr.setNodeAttribute(pos, 'kind', kind)
    tr.setNodeAttribute(pos, 'list', 'NONE').setNodeAttribute(pos, 'indent', 0)
    if (attrs['kind'] !== kind) tr.setNodeAttribute(pos, 'outcome', recordOutcomes[kind][0])
    if (attrs['record'] === '' || !isRecordKind(attrs['kind'])) tr.setNodeAttribute(pos, 'record', crypto.randomUUID())
    if (recordsWithHolder.includes(kind)) tr.setMeta(openKey, { kind: 'record', pos: null })
    dispatch?.(tr.scrollIntoView())
    return true
  }

/** Opens what the record of the caret says besides its words. */
export const openFacts: Command = (state, dispatch) => {
  const pos = paragraphHere(state)
  if (pos === null || !isRecordKind(state.doc.nodeAt(pos)!.attrs['kind'])) return false
  dispatch?.(state.tr.setMeta(openKey, { kind: 'record', pos: null }).scrollIntoView())
  return true
}

/** Writes what the record of the caret says besides its words. */
export const setFacts =
  (facts: RecordFacts): Command =>
  (state, dispatch) => {
    const pos = paragraphHere(state)
    if (pos === null) return false
    const { tr } = state
    for (const [name, value] of Object.entries(facts))
      if (state.doc.nodeAt(pos)!.attrs[name] !== value) tr.setNodeAttribute(pos, name, value)
    dispatch?.(tr.setMeta(openKey, { close: true }))
    return true
  }

/** After a record one goes on in ordinary words; in the midst of one, what stands behind the caret becomes an ordinary paragraph. [RC-2] */
export const leaveRecord: Command = (state, dispatch) => {
  const pos = paragraphHere(state)
  if (pos === null || !isRecordKind(state.doc.nodeAt(pos)!.attrs['kind'])) return false
  const tr = state.tr.deleteSelection()
  const plain = { type: state.schema.nodes['para']! }
  tr.split(tr.selection.from, 1, [plain])
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, tr.selection.from)).scrollIntoView())
  return true
}
