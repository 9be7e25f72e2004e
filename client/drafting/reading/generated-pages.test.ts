import { describe, expect, it } from '@jest/globals'
import temml from 'temml'
import { parseFormula, type Temml } from '#schema/report/index.js'
import { aPage, textOf } from '../../app/testing/pages.js'
import { headRows } from './table-shape.js'

const id = '01900000-0000-7000-8000-00000000000a'
const base = `/groups/fg-x/documents/${id}`

const words = (text: string) => ({ type: 'text', text })
const para = (content: object[], attrs: object = {}) => ({ type: 'para', attrs, content })
const clause = (clauseId: string, title: string, blocks: object[] = [], told?: object) => ({
  id: clauseId,
  level: 1,
  number: '6',
  series: 'BODY',
  status: 'DRAFT',
  title,
  rescuedFrom: [],
  content: {
    type: 'clause',
    attrs: { id: clauseId, ...(told && { told }) },
    content: [{ type: 'clause_title', content: [words(title)] }, ...blocks],
  },
})
const read = (clauses: object[], over: object = {}) =>
  aPage(`${base}/read`, {
    ReadingPage: {
      document: {
        id,
        title: 'A report on water',
        isExample: true,
        visibility: 'PUBLIC',
        viewerMay: ['READ'],
        textChangedAt: '2026-03-02T09:00:00.000Z',
        wordCount: 1234,
        form: { type: 'REPORT' },
        group: { slug: 'fg-x', name: 'Focus Group on X', acronym: 'FG-X', deadlineZone: 'Europe/Zurich' },
        deliverables: [],
        citedItems: [],
        clausesElsewhere: [],
        clauses,
        ...over,
      },
    },
  })

const item = (slug: string, over: object = {}) => ({
  slug,
  designation: slug.toUpperCase(),
  title: `About ${slug}`,
  state: 'PUBLISHED',
  dates: [],
  relations: [],
  ...over,
})
const work = (key: string, over: object = {}) => ({
  key,
  item: key.toLowerCase(),
  use: 'REFERENCE',
  citedIn: [{ id: 'c1', level: 2, number: '6.2', series: 'BODY', title: 'Water' }],
  ...over,
})

describe('what a page of a text says by itself', () => {
  it('[GE-1, ST-4] lists works with what the register knows of each, and links to it and to where they are cited', async () => {
    const list = [work('L1'), work('L2', { use: 'BIBLIOGRAPHY' }), work('L3'), work('FREE', { item: '' })]
    const { html } = await read([clause('r', 'References', [], { type: 'REPORT', list })], {
      citedItems: [
        item('l1', {
          dates: [
            { kind: 'APPROVED', on: '2012-01' },
            { kind: 'PUBLISHED', on: '2012-03' },
          ],
        }),
        item('l2', {
          state: 'SUPERSEDED',
          relations: [
            { type: 'SUPERSEDES', isOutgoing: true, other: { slug: 'older', designation: 'OLDER' } },
            { type: 'SUPERSEDES', isOutgoing: false, other: { slug: 'newer', designation: 'NEWER' } },
          ],
        }),
        item('l3', { title: null, state: 'UNKNOWN' }),
      ],
    })
    const text = textOf(html)
    expect(text).toContain('[L1] L1 (2012-03), About l1 (Published) Cited in 6.2')
    expect(text).toMatch(/\[b-L2\] L2, About l2 \(Superseded\) ?Replaced by NEWER/)
    expect(text).toMatch(/\[L3\] L3, title not known \(Unknown\)/i)
    expect(text).toContain('[FREE] not in the register')
    expect(html).toContain('href="/items/l1"')
    expect(html).toContain('href="/items/newer"')
    expect(html).not.toContain('href="/items/older"')
    expect(html).toContain('href="#clause-c1"')
  })

  it('[GE-2, GE-3] says the fixed line of a clause with the type of the text, and None. where there is nothing', async () => {
    const { html } = await read([
      clause('t', 'Terms', [para([words('a: b.')])], { type: 'SPECIFICATION', lead: 'TERMS_HERE' }),
      clause('n', 'Conventions', [para([])], { type: 'REPORT', isNone: true }),
    ])
    const text = textOf(html)
    expect(text).toMatch(/This Technical Specification defines the following terms: ?a: b\./)
    expect(text).toMatch(/Conventions None\./)
  })

  it('[GE-4] reads entries in alphabetical order, with the numbers of terms', async () => {
    const term = (text: string, number: string) => para([words(text)], { kind: 'TERM', told: { number } })
    const { html } = await read([
      clause('t', 'Terms', [
        term('water: a.', '3.2.2'),
        para([words('On water.')], { kind: 'NOTE' }),
        term('carbon: b.', '3.2.1'),
      ]),
    ])
    expect(textOf(html)).toMatch(/3\.2\.1 carbon: b\. ?3\.2\.2 water: a\. ?NOTE – On water\./)
  })

  it('[GE-5] has lists of tables and figures that lead to them', async () => {
    const frame = (kind: string, at: string, caption: string) => ({
      type: 'frame',
      attrs: { kind, told: { kind, number: '1', at } },
      content: [para(caption === '' ? [] : [words(caption)], { kind: 'CAPTION' })],
    })
    const { html } = await read([clause('c1', 'Water', [frame('TABLE', 'c1-0', 'Use'), frame('FIGURE', 'c1-1', '')])])
    expect(html).toContain('href="#at-c1-0"')
    expect(html).toContain('id="at-c1-0"')
    const text = textOf(html)
    expect(text).toContain('Tables Table 1 Use')
    expect(text).toContain('Figures Figure 1 without a caption')
    expect(text).toContain('Table 1 – Use')
    expect(text).not.toMatch(/Figure 1 –/)
  })

  it('[TH-5] names the clause of another text with its number of today, and nothing of one that is not for the reader', async () => {
    const other = '01900000-0000-7000-8000-00000000000b'
    const to = (document: string, toClause: string) => ({
      type: 'reference',
      attrs: { document, to: toClause, told: {} },
    })
    const { html } = await read(
      [clause('c1', 'Water', [para([to(other, 'c9'), words(' | '), to(other, 'c8'), words(' | '), to('x', 'c1')])])],
      {
        clausesElsewhere: [
          {
            id: 'c9',
            document: { id: other, title: 'The method', group: { slug: 'fg-x' } },
            clause: { id: 'c9', level: 2, number: '7.2', series: 'BODY', status: 'DRAFT', title: 'Meters' },
          },
          { id: 'c8', document: { id: other, title: 'The method', group: { slug: 'fg-x' } }, clause: null },
        ],
      },
    )
    expect(html).toContain(`<a href="/groups/fg-x/documents/${other}/clauses/c9"`)
    const text = textOf(html)
    expect(text).toMatch(/The method, clause 7\.2/)
    expect(text).toContain('[a clause of “The method” that is gone]')
    expect(text).toContain('[a clause of another text, which is gone or not open to you]')
  })
})

it('[RD-7] says for paper what text it is, of whom and of which day', async () => {
  const { html } = await read([clause('c1', 'Water')], { title: `Water & "air" ${'x'.repeat(200)}` })
  expect(html).toMatch(/<html[^>]* data-running-title="Water &amp; &quot;air&quot; x{70,80}…"/)
  expect(html).toMatch(/<html[^>]* data-running-note="FG-X, draft of 2 Mar 2026"/)
})

describe('formulas and tables', () => {
  it('[TH-2] the page holds no style attribute, whatever is in a formula', async () => {
    const formula = (tex: string) => ({
      type: 'equation',
      attrs: { tex, told: { number: '6-1', math: parseFormula(temml as unknown as Temml, tex, true) } },
    })
    const { html } = await read([
      clause('c1', 'Water', [
        formula('\\begin{array}{c|c}a&b\\\\\\hline c&d\\end{array}'),
        formula('\\boxed{\\color{red}x} \\begin{aligned}a&=b\\\\c&=d\\end{aligned}'),
      ]),
    ])
    expect(html).toContain('<mtable')
    expect(html).toContain('math-rule-bottom')
    expect(html).toContain('mathcolor="#ff0000"')
    expect(html).not.toMatch(/\sstyle=/)
  })

  const cell = (attrs: object = {}) => ({ type: 'table_cell', attrs })
  const row = (...cells: object[]) => ({ type: 'table_row', content: cells as never[] })
  const head = (attrs: object = {}) => cell({ head: true, ...attrs })

  it('the first rows that are all head are repeated on paper, unless a cell reaches out of them', () => {
    expect(headRows([row(head(), head()), row(head(), cell())])).toBe(1)
    expect(headRows([row(head({ rowspan: 2 }), head()), row(head()), row(cell(), cell())])).toBe(2)
    expect(headRows([row(head({ rowspan: 2 }), head()), row(cell())])).toBe(0)
    expect(headRows([row(cell())])).toBe(0)
    expect(headRows([])).toBe(0)
  })
})
