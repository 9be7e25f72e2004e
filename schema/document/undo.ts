/** Undo and redo over all clauses of a text. */
import * as Y from 'yjs'
import { clausesOf } from './shared-types.js'

/**
 * Follows what is done under `origins`, in all clauses. Undo takes back one's own characters; an element in which somebody else has written is
 * left standing with their words (`_length` is what it still holds: own children go first). Clauses are born untracked, so undo never removes
 * one. Call `stopCapturing()` before each operation on clauses: one operation, one step. [CL-11]
 */
export const undoOf = (doc: Y.Doc, origins: readonly unknown[], captureTimeoutMs = 500): Y.UndoManager =>
  new Y.UndoManager(clausesOf(doc), {
    trackedOrigins: new Set(origins),
    captureTimeout: captureTimeoutMs,
    deleteFilter: (item) => {
      const { content } = item
      if (!(content instanceof Y.ContentType)) return true
      return (content.type as unknown as { readonly _length: number })._length === 0
    },
  })
