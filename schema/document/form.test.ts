import { describe, expect, it } from '@jest/globals'
import * as Y from 'yjs'
import { formOf, setForm } from './form.js'
import { aboutOf } from './shared-types.js'

describe('the form of a text', () => {
  it('is the usual one until somebody says another', () => {
    const doc = new Y.Doc()
    expect(formOf(doc, 'REPORT')).toEqual({ type: 'REPORT', labels: 'CONTINUOUS' })
    setForm(doc, { type: 'SPECIFICATION' })
    setForm(doc, { labels: 'BY_CLAUSE' })
    expect(formOf(doc, 'REPORT')).toEqual({ type: 'SPECIFICATION', labels: 'BY_CLAUSE' })
  })

  it('[CL-14] takes a value that this program does not know for the usual one, and leaves it there', () => {
    const doc = new Y.Doc()
    aboutOf(doc).set('type', 'ALMANAC')
    expect(formOf(doc, 'PLAIN').type).toBe('PLAIN')
    expect(aboutOf(doc).get('type')).toBe('ALMANAC')
  })

  it('writes nothing when nothing changes', () => {
    const doc = new Y.Doc()
    setForm(doc, { type: 'REPORT' })
    let updates = 0
    doc.on('update', () => updates++)
    setForm(doc, { type: 'REPORT' })
    expect(updates).toBe(0)
  })
})
