import { describe, expect, it } from '@jest/globals'
import { aPage, textOf } from '../../app/testing/pages.js'
import { aLine, aMeetingWithDocuments, aRow } from '../testing/documents.js'

const at = '/groups/fg-x/meetings/1/documents'
const facets = { progress: [], result: [], agendaItem: [], state: [], standing: [], source: [], purpose: [] }
const list = (nodes: readonly object[], more: object = {}) =>
  aMeetingWithDocuments({
    documentFacets: { ...facets, result: [{ value: 'NOTED', count: 1 }] },
    documents: {
      nodes,
      pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
      totalCount: nodes.length,
      since: '7',
    },
    ...more,
  })

describe('the documents of a meeting', () => {
  it('[DL-6] stand under their rows, which count them, with what became of each; a reader is offered nothing to change', async () => {
    const nodes = [
      aLine(1, { agendaItemId: aRow.id, position: 1, result: 'NOTED', progress: null, presentedBy: 'Ada' }),
      aLine(2, { state: 'WITHDRAWN' }),
    ]
    const { html, status, asked } = await aPage(`${at}?result=noted&sort=-number`, {
      DocumentList: { meeting: list(nodes) },
    })
    expect(status).toBe(200)
    expect(asked.find(({ name }) => name === 'DocumentList')!.variables).toMatchObject({
      filter: { result: ['NOTED'] },
      sort: { by: 'NUMBER', direction: 'DESC' },
      first: 100,
    })
    expect(html).toContain(`${at}.csv?result=noted&amp;sort=-number`)
    const grouped = await aPage(at, { DocumentList: { meeting: list(nodes) } })
    const text = textOf(grouped.html)
    expect(text).toMatch(/3\.1 Water One document, none open/)
    expect(text).toMatch(/Under no row One document, none open/)
    expect(text).toContain('Withdrawn')
    expect(grouped.html).not.toContain('type="checkbox" aria-label="Choose')
    expect(grouped.html).not.toContain(`${at}/rules`)
  })

  it('[DL-10] are read all at once where one asks for it, and drawn as far as the first screen needs', async () => {
    const nodes = Array.from({ length: 500 }, (_, index) => aLine(index + 1))
    const { html, asked } = await aPage(`${at}?all=true`, { DocumentList: { meeting: list(nodes) } })
    expect(asked.find(({ name }) => name === 'DocumentList')!.variables).toMatchObject({ first: 1000 })
    expect(html.match(/data-document=/g)).toHaveLength(120)
  })

  it('teaches what belongs here while there are none, and says when filters leave none', async () => {
    expect(textOf((await aPage(at, { DocumentList: { meeting: list([]) } })).html)).toContain(
      'as soon as they have a number',
    )
    expect(textOf((await aPage(`${at}?q=x`, { DocumentList: { meeting: list([]) } })).html)).toContain('Nothing fits')
  })

  it('[WA-1] lead to what was handed in, to the file and to the contribution, and to those they replace', async () => {
    const handedIn = {
      citedAs: 'X-1-R1',
      isLateRevision: false,
      file: { name: 'x.docx', url: '/files/f/x.docx', sizeBytes: 7 },
    }
    const node = aLine(1, { handedIn, replaces: [{ id: aLine(2).id, number: 'X-2' }] })
    const page = await aPage(`${at}/${aLine(1).id}`, {
      DocumentOfMeeting: { meeting: aMeetingWithDocuments({ document: { ...node, steps: [] } }) },
    })
    const whole = await aPage(at, { DocumentList: { meeting: list([node, aLine(3)]) } })
    for (const { html } of [page, whole]) {
      expect(html).toContain('href="/groups/fg-x/contributions/X-1#text"')
      expect(html).toContain('href="/files/f/x.docx"')
      expect(html).toContain(`href="${at}/${aLine(2).id}"`)
    }
    expect(page.html).toContain('href="/groups/fg-x/contributions/X-1"')
    expect(whole.html).toContain('href="/groups/fg-x/contributions/X-3"')
  })

  it('[DL-3] are settled by a plain form: the other document goes by its number, and one that is not there is refused beside it', async () => {
    const canned = {
      DocumentOfMeeting: {
        meeting: aMeetingWithDocuments({ viewerMay: ['READ', 'EDIT'], document: { ...aLine(1), steps: [] } }),
      },
      DocumentNumber: { meeting: { documents: { nodes: [{ id: 'two', number: 'X-2' }] } } },
      SettleDocuments: { settleDocuments: [{ revision: 2 }] },
    }
    const sent = { act: 'settle', meetingId: 'meeting', document: `${aLine(1).id} 4`, became: 'MERGED', other: 'x-2' }
    const done = await aPage(`${at}/${aLine(1).id}`, canned, { sent })
    expect(done.location).toBe(`${at}/${aLine(1).id}`)
    expect(done.asked.find(({ name }) => name === 'SettleDocuments')!.variables).toEqual({
      input: {
        meetingId: 'meeting',
        documents: [{ id: aLine(1).id, expectedRevision: 4 }],
        result: 'MERGED',
        progress: null,
        note: null,
        revisedTo: null,
        mergedInto: 'two',
      },
    })
    const refused = await aPage(`${at}/${aLine(1).id}`, canned, { sent: { ...sent, other: 'X-9' } })
    expect(refused.status).toBe(422)
    expect(textOf(refused.html)).toContain('There is no document X-9')
    expect(refused.html).toContain('value="X-9"')
  })

  it('shows the rules only to whoever may use them, with what they would do', async () => {
    const rules = aMeetingWithDocuments({ allocationRules: [], allocationPreview: null })
    expect((await aPage(`${at}/rules`, { AllocationRules: { meeting: rules } })).status).toBe(403)
    const preview = {
      rows: [{ agendaItem: aRow, documents: [{ id: 'one', number: 'X-1' }] }],
      matchNone: [{ id: 'two', number: 'X-2' }],
      matchSeveral: [],
      leftCount: 2,
    }
    const chair = aMeetingWithDocuments({
      viewerMay: ['READ', 'EDIT'],
      allocationRules: [],
      allocationPreview: preview,
    })
    const text = textOf((await aPage(`${at}/rules`, { AllocationRules: { meeting: chair } })).html)
    expect(text).toMatch(/3\.1 Water ?: X-1/)
    expect(text).toContain('2 documents stand under a row already and stay there.')
    expect(text).toContain('Put one document under their rows')
  })
})
