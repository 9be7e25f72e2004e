import { describe, expect, it } from '@jest/globals'
import { aPage, refusedWith, textOf, type Canned } from '../../app/testing/pages.js'

const id = '01900000-0000-7000-8000-00000000000a'
const base = `/groups/fg-x/documents/${id}`

const words = (text: string, ...marks: object[]) => ({ type: 'text', text, ...(marks.length > 0 && { marks }) })
const para = (content: object[], attrs: object = {}) => ({ type: 'para', attrs, content })
const clause = (clauseId: string, title: string, blocks: object[] = [], over: object = {}) => ({
  id: clauseId,
  level: 1,
  number: '6',
  series: 'BODY',
  isInformative: false,
  status: 'DRAFT',
  title,
  rescuedFrom: [],
  content: {
    type: 'clause',
    content: [{ type: 'clause_title', ...(title && { content: [words(title)] }) }, ...blocks],
  },
  ...over,
})
const aText = (over: object = {}) => ({
  id,
  title: 'A report on water',
  isExample: true,
  visibility: 'PUBLIC',
  viewerMay: ['READ'],
  textChangedAt: '2026-03-02T09:00:00.000Z',
  wordCount: 1234,
  form: { type: 'REPORT' },
  group: { slug: 'fg-x', name: 'Focus Group on X', acronym: 'FG-X', deadlineZone: 'Europe/Zurich' },
  citedItems: [],
  clausesElsewhere: [],
  deliverables: [{ id: 'd', code: 'D.1', type: 'TECHNICAL_REPORT' }],
  clauses: [],
  ...over,
})
const link = (href: string) => ({ type: 'link', attrs: { href } })

const read = (clauses: object[], over: object = {}, path = '/read') =>
  aPage(base + path, { ReadingPage: { document: aText({ clauses, ...over }) } })
const place = (over: object) => ({
  id: 'c1',
  clause: null,
  above: [],
  below: [],
  previous: null,
  next: null,
  deletion: null,
  ...over,
})
const at = (over: object, canned: Canned = {}) =>
  aPage(`${base}/clauses/c1`, {
    ClausePage: { now: '2026-03-03T09:00:00.000Z', document: aText({ clause: place(over) }) },
    ...canned,
  })

describe('the page of a text', () => {
  it('shows title, whose it is, that it is an example and a draft, contents and clauses with their addresses', async () => {
    const { status, html } = await read([
      clause('c1', 'Water', [para([words('It is counted.')])]),
      clause('c2', 'Towers', [], { level: 2, number: '6.1', status: 'AGREED' }),
      clause('c3', 'Forms', [], { number: 'A', series: 'ANNEX' }),
    ])
    expect(status).toBe(200)
    const text = textOf(html)
    expect(text).toContain('FG-X · D.1 · Technical report')
    expect(text).toContain('Example')
    expect(text).toContain('A draft.')
    expect(text).toContain('2 Mar 2026, 10:00')
    expect(text).toContain('3 clauses, 1,234 words')
    expect(text).toContain('6.1 Towers Agreed')
    expect(text).toContain('Annex A (normative) Forms')
    expect(html).toContain(`<h3 id="clause-c2">`)
    expect(html).toContain(`href="${base}/clauses/c2"`)
    expect(html).toContain('href="#clause-c2"')
    expect(html).toContain(`<link rel="canonical" href="${base}/read"`)
    expect(html).not.toContain('Open to write')
  })

  it('offers the writing room to those who may write', async () => {
    const { html } = await read([clause('c1', 'Water')], { viewerMay: ['READ', 'EDIT'] })
    expect(html).toContain(`href="${base}"`)
  })

  it('[ST-7] sets notes apart and numbers them, and makes lists of items', async () => {
    const { html } = await read([
      clause('c1', 'Water', [
        para([words('One')], { kind: 'NOTE' }),
        para([words('Two')], { kind: 'NOTE' }),
        para([words('Do it')], { kind: 'REQUIREMENT' }),
        para([words('first')], { list: 'LETTER' }),
        para([words('below')], { list: 'BULLET', indent: 1 }),
      ]),
    ])
    expect(textOf(html)).toMatch(/NOTE 1 – One .*NOTE 2 – Two .*Requirement Do it/)
    expect(html).toContain(
      '<ol type="a" dir="ltr"><li dir="auto">first<ul dir="ltr"><li dir="auto">below</li></ul></li></ol>',
    )
  })

  it('[CL-12] takes nothing in a text for HTML, follows no unsafe address, and shows what it does not know as words', async () => {
    const { html } = await read([
      clause('c1', '<img src=x onerror=alert(1)>', [
        para([words('<script>alert(2)</script>'), words('run', link('javascript:alert(3)'))]),
        para([
          words('out', link('https://example.org/a?b&c')),
          words('in', link('#c9')),
          words('odd', { type: 'shine' }),
        ]),
        { type: 'unknown_block', attrs: { raw: { name: 'figure' }, text: 'Figure words' } },
        para([{ type: 'unknown_inline', attrs: { text: 'E=mc²' } }]),
      ]),
    ])
    expect(html).not.toContain('<img')
    expect(html).not.toContain('<script>alert')
    expect(html).not.toMatch(/href="javascript/)
    expect(html).toContain('<a href="https://example.org/a?b&amp;c" rel="noopener nofollow">out</a>')
    expect(html).toContain('href="#clause-c9"')
    for (const shown of ['run', 'odd', 'Figure words', 'E=mc²']) expect(textOf(html)).toContain(shown)
  })

  it('says quietly whose words were brought back', async () => {
    const rescued = (by: string | null) =>
      para([words('lost words')], { rescued: true, rescuedBy: by, rescuedFrom: 'c7' })
    const { html } = await read([
      clause('c1', 'Water', [rescued('p1'), rescued(null)], { rescuedFrom: [{ id: 'p1', name: 'Ada Example' }] }),
    ])
    expect(textOf(html)).toContain('Brought back: these words of Ada Example were lost')
    expect(textOf(html)).toContain('Brought back: these words were lost')
  })

  it('shows what was found above the text, and says so when nothing was', async () => {
    const clauses = [clause('c1', 'Water')]
    const { html, asked } = await read(clauses, { found: clauses }, '/read?q=water')
    expect(asked.at(-1)!.variables).toEqual({ id, find: 'water', isFinding: true })
    expect(textOf(html)).toContain('One clause has “water”:')
    const { html: none } = await read(clauses, { found: [] }, '/read?q=air')
    expect(textOf(none)).toContain('No clause has “air”.')
  })

  it('teaches where nothing is written yet', async () => {
    expect(textOf((await read([])).html)).toContain('Nothing is written yet')
  })

  it('is found below its own group only, and nowhere under an address that is none', async () => {
    const other = {
      ReadingPage: { document: aText({ group: { slug: 'fg-y', name: 'Y', acronym: null, deadlineZone: 'UTC' } }) },
    }
    expect((await aPage(`${base}/read`, other)).status).toBe(404)
    expect((await aPage(`${base}/read`, { ReadingPage: { document: null } })).status).toBe(404)
    expect((await aPage('/groups/fg-x/documents/none/read', {})).status).toBe(404)
    expect(
      (await aPage(`${base}/read`, { ReadingPage: refusedWith('TOO_MANY_REQUESTS', { args: { seconds: 9 } }) })).status,
    ).toBe(429)
  })
})

describe('the page of a clause', () => {
  it('[RD-3] shows it with what is below it, its place, how to cite it and the ways on', async () => {
    const { status, html } = await at({
      clause: clause('c1', 'Water', [para([words('It is counted.')])], { level: 2, number: '6.1' }),
      above: [clause('c0', 'Quantities')],
      below: [clause('c2', 'Towers', [], { level: 3, number: '6.1.1' })],
      previous: clause('c0', 'Quantities'),
      next: clause('c3', 'Air', [], { number: '7' }),
    })
    expect(status).toBe(200)
    const text = textOf(html)
    expect(html).toMatch(/<h1[^>]*><bdi>6\.1 Water<\/bdi><\/h1>/)
    expect(text).toMatch(
      /“A report on water”, clause “6\.1 Water”, draft as of 3 Mar 2026\. http:\/\/localhost\/groups\/fg-x/,
    )
    expect(text).toContain('Before: 6 Quantities')
    expect(text).toContain('After: 7 Air')
    expect(html).toContain('<h2 id="clause-c2">')
    expect(html).toContain(`<link rel="canonical" href="${base}/clauses/c1"`)
  })

  it('[RD-3] says that it was deleted, since when, and its last words', async () => {
    const { status, html } = await at({
      deletion: {
        noticedAt: '2026-03-02T09:00:00.000Z',
        lastWords: clause('c1', 'Prices', [para([words('Gone now.')])]),
      },
    })
    expect(status).toBe(410)
    expect(textOf(html)).toMatch(
      /This clause was deleted .*gone since 2 Mar 2026, 10:00 Geneva.* Its last words .*Prices.* Gone now\./,
    )
    expect(html).toContain('noindex')
    const { html: bare } = await at({ deletion: { noticedAt: null, lastWords: null } })
    expect(textOf(bare)).toContain('Its words are not kept any more.')
  })

  it('[RD-3] is not found when there never was one', async () => {
    expect(
      (
        await aPage(`${base}/clauses/c1`, {
          ClausePage: { now: '2026-03-03T09:00:00.000Z', document: aText({ clause: null }) },
        })
      ).status,
    ).toBe(404)
  })
})
