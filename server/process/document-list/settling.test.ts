import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { contributionStates } from '#schema/vocabulary/contributions.js'
import { DOCUMENT_PROGRESS, DOCUMENT_RESULTS, documentResults } from '#schema/vocabulary/document-list.js'
import { atFirst, problemOfSettling, type Said } from './settling.js'

const said = (more: Partial<Said>): Said => ({ ...atFirst, progress: null, ...more })
const aKey = fc.option(fc.constant('another'))
const anything = fc.record({
  progress: fc.option(fc.constantFrom(...DOCUMENT_PROGRESS)),
  result: fc.option(fc.constantFrom(...DOCUMENT_RESULTS)),
  note: fc.option(fc.constant('if the figures hold')),
  revisedToId: aKey,
  mergedIntoId: aKey,
})

describe('what can be said of a document', () => {
  it('[DL-1, DL-3] is progress or result, never both, and a link exactly where the result names one', () =>
    fc.assert(
      fc.property(fc.constantFrom(...contributionStates), anything, (state, wished) => {
        if (problemOfSettling(state, wished) !== null) return
        expect((wished.progress === null) !== (wished.result === null)).toBe(true)
        expect(wished.revisedToId !== null).toBe(wished.result === 'REVISED')
        expect(wished.mergedIntoId !== null).toBe(wished.result === 'MERGED')
      }),
    ))

  it('[DL-2] is only that it is withdrawn, when its source took it back', () => {
    const results = DOCUMENT_RESULTS.filter(
      (result) => problemOfSettling('WITHDRAWN', said({ result })) !== 'DOCUMENT_WITHDRAWN',
    )
    expect(results).toEqual(['WITHDRAWN'])
    expect(problemOfSettling('WITHDRAWN', atFirst)).toBe('DOCUMENT_WITHDRAWN')
  })

  it('[DL-2] is put off, left or withdrawn, when nothing was handed in', () => {
    const possible = (state: 'RESERVED' | 'LAPSED') =>
      DOCUMENT_RESULTS.filter((result) => problemOfSettling(state, said({ result })) === null)
    expect(possible('RESERVED')).toEqual(['POSTPONED', 'WITHDRAWN', 'NOT_HANDLED'])
    expect(possible('LAPSED')).toEqual(possible('RESERVED'))
    expect(problemOfSettling('RESERVED', atFirst)).toBeNull()
  })

  it('[DL-1] is agreed conditionally only with its condition', () => {
    expect(problemOfSettling('SUBMITTED', said({ result: 'CONDITIONALLY_AGREED' }))).toBe('NOTE_MISSING')
    expect(problemOfSettling('SUBMITTED', said({ result: 'CONDITIONALLY_AGREED', note: 'if it holds' }))).toBeNull()
    expect(problemOfSettling('SUBMITTED', said({ result: 'REVISED' }))).toBe('LINK_MISSING')
    expect(problemOfSettling('SUBMITTED', said({ result: 'AGREED', mergedIntoId: 'x' }))).toBe('LINK_TOO_MANY')
  })

  it('[DL-1] has eleven results', () => expect(Object.keys(documentResults)).toHaveLength(11))
})
