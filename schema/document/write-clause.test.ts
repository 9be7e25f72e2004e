import { describe, expect, it } from '@jest/globals'
import * as Y from 'yjs'
import { clauseHash } from './hash.js'
import { deleteClause, insertClauses, paragraph } from './operations.js'
import { clauseOf } from './shared-types.js'
import { documentText } from './text.js'
import { writeClauses } from './write-clause.js'

function aText(): { doc: Y.Doc; ids: string[] } {
  const doc = new Y.Doc()
  const ids = insertClauses(doc, { parent: null }, [
    { title: 'One', body: [paragraph('first')], children: [{ title: 'Below', body: [paragraph('stays')] }] },
    { title: 'Two', body: [paragraph('second')] },
  ])
  return { doc, ids }
}

describe('a clause that the server writes anew', () => {
  it('[RP-3] gets its heading and blocks; what stands below it and beside it stays', () => {
    const { doc, ids } = aText()
    const [written] = writeClauses(doc, [{ id: ids[0]!, title: 'First', body: [paragraph('anew'), paragraph('more')] }])
    expect(written).toEqual({ id: ids[0], hash: clauseHash(clauseOf(doc, ids[0]!)!) })
    const said = documentText(doc)
    for (const words of ['First', 'anew', 'more', 'Below', 'stays', 'Two', 'second']) expect(said).toContain(words)
    expect(said).not.toContain('first')
  })

  it('[RP-3] is made again when somebody had deleted it', () => {
    const { doc, ids } = aText()
    deleteClause(doc, ids[2]!)
    const [written] = writeClauses(doc, [{ id: ids[2]!, title: 'Two', body: [paragraph('again')] }])
    expect(written!.id).not.toBe(ids[2])
    expect(documentText(doc)).toContain('again')
  })
})
