import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { readSheet } from 'read-excel-file/universal'
import { DataSource } from 'typeorm'
import { startApp, type TestApp } from '../harness/app.js'
import { freshStarterDatabase } from '../harness/starter.js'

let app: TestApp
beforeAll(async () => {
  app = await startApp({ database: await freshStarterDatabase() })
})
afterAll(() => app?.stop())

interface JsonFile {
  list: string
  address: string
  registerAsOf: string
  rows: Record<string, unknown>[]
}
const json = async (path: string) => (await (await fetch(app.url + path)).json()) as JsonFile
const csv = async (path: string) => (await fetch(app.url + path)).text()

it.each(['roadmap', 'gaps', 'bodies', 'principles'])(
  '[EX-1] gives all of /%s, in both kinds, with head and name',
  async (list) => {
    const answer = await fetch(`${app.url}/${list}.csv`)
    const [head, ...lines] = (await answer.text()).split('\r\n')
    const { rows } = await json(`/${list}.json`)
    expect(answer.headers.get('content-disposition')).toMatch(
      new RegExp(`^attachment; filename="rapporteur-${list}-\\d{4}-\\d\\d-\\d\\d\\.csv"$`),
    )
    expect(head).toMatch(/,Confidence,Source,Evidence of,To be checked again on,Example,Register as of$/)
    expect(head).not.toContain('export.')
    expect(lines.length - 1).toBeGreaterThanOrEqual(rows.length)
    expect(rows.length).toBeGreaterThanOrEqual(16)
  },
)

it('[EX-3, PR-6] holds items against principles, unknown where nobody has looked', async () => {
  const [head, first] = (await csv('/principles/matrix.csv?topic=WATER')).split('\r\n')
  expect(head).toMatch(/^Designation,Title,Body,State,Address,P-01,P-02,.*,P-16,Register as of$/)
  expect(first).toMatch(/,unknown,unknown,/)
  const { rows, address } = await json('/principles/matrix.json?topic=WATER')
  expect(new URL(address).search).toBe('?view=matrix&topic=WATER')
  expect(rows[0]).toMatchObject({ 'P-01': null, 'P-16': null })
})
it.each(['roadmap', 'gaps', 'bodies', 'principles'])(
  '[EX-5] gives /%s as a workbook that holds what the JSON holds',
  async (list) => {
    const answer = await fetch(`${app.url}/${list}.xlsx`)
    expect(answer.headers.get('content-type')).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="rapporteur-.*\.xlsx"$/)
    const [heads, ...lines] = (await readSheet(await answer.arrayBuffer(), { trim: false })) as unknown[][]
    expect(heads!.at(-1)).toBe('Register as of')
    const { rows } = await json(`/${list}.json`)
    /** What a cell holds of a value: unknown is a word, lists have semicolons, days are days. */
    const cellOf = ([key, value]: [string, unknown]) => {
      if (value === null) return 'unknown'
      if (Array.isArray(value)) return value.join('; ') || null
      if (typeof value === 'boolean') return String(value)
      if (/(On|^asOf)$/.test(key) && /^\d{4}-\d\d-\d\d$/.test(String(value)))
        return new Date(`${String(value)}T00:00:00Z`)
      return value === '' ? null : value
    }
    expect(lines.map((cells) => cells.slice(0, -1))).toEqual(rows.map((row) => Object.entries(row).map(cellOf)))
  },
)

it('[SO-8, AD-2] holds the queue of facts as its page is narrowed, and is refused with what it does not understand', async () => {
  const { rows } = await json('/roadmap/to-check.json?kind=RELATION&why=UNCONFIRMED')
  expect(new Set(rows.map(({ kind, confidence }) => `${String(kind)} ${String(confidence)}`))).toEqual(
    new Set(['RELATION MEMORY']),
  )
  expect(rows[0]).toMatchObject({
    overdue: false,
    checkAddress: expect.stringContaining('/roadmap/to-check/RELATION/'),
  })
  expect((await fetch(`${app.url}/roadmap/to-check.csv?kind=SOUP`)).status).toBe(400)
})

it('[EX-1] holds what the filters leave, in the order of the list', async () => {
  const { data } = await app.query<{ items: { totalCount: number; nodes: { designation: string }[] } }>(
    `{ items(first: 200, filter: { topic: [WATER], isInForce: true }, sort: { by: AS_OF, direction: DESC }) { totalCount nodes { designation } } }`,
  )
  const { rows, address } = await json('/roadmap.json?topic=WATER&inForce=true&sort=-asOf')
  expect(rows.map(({ designation }) => designation)).toEqual(data!.items.nodes.map(({ designation }) => designation))
  expect(rows).toHaveLength(data!.items.totalCount)
  expect(address).toBe(`${app.url}/roadmap?topic=WATER&inForce=true&sort=-asOf`)
})

it('[EX-1, OV-8] gives the matrix field by field, the pairs and the cases of the overlap pages', async () => {
  const { rows, address } = await json('/overlaps/matrix.json?of=topics')
  const { data } = await app.query<{ overlapMatrix: { cells: unknown[] } }>(
    '{ overlapMatrix(view: TOPICS) { cells { row } } }',
  )
  expect(rows).toHaveLength(data!.overlapMatrix.cells.length)
  expect(rows.some(({ suggested }) => Number(suggested) > 0)).toBe(true)
  // Nobody knows about a topic of which a body has no item: neither blank nor nought.
  expect(rows.some(({ cases, suggested }) => cases === null && suggested === null)).toBe(true)
  expect(address).toBe(`${app.url}/overlaps?view=topics`)
  const pairs = await json('/overlaps/suggestions.json?body=itu-t&body=ieee-sa')
  expect(pairs.rows).toMatchObject([{ items: expect.arrayContaining(['ITU-T L.1801 (02/2026)', 'IEEE P7100']) }])
  expect((await json('/overlaps.json')).rows).toEqual([])
  for (const list of ['overlaps', 'overlaps/matrix', 'overlaps/suggestions']) {
    expect(await csv(`/${list}.csv`)).not.toContain('export.')
  }
})

it('[EX-1] shows the register as of a moment before there was anything', async () => {
  const { rows, registerAsOf } = await json('/gaps.json?asOf=2001-01-01')
  expect([rows, registerAsOf]).toEqual([[], '2001-01-01T23:59:59.999Z'])
})

it('[EX-1] is not sent again while the register is the same', async () => {
  const first = await fetch(`${app.url}/gaps.csv`)
  const etag = first.headers.get('etag')!
  await first.text()
  expect((await fetch(`${app.url}/gaps.csv`, { headers: { 'if-none-match': etag } })).status).toBe(304)
  expect((await fetch(`${app.url}/gaps.csv`, { headers: { 'if-none-match': 'W/"another"' } })).status).toBe(200)
})

it('[EX-3] tells unknown and example in every row', async () => {
  const bodies = (await json('/bodies.json')).rows
  expect(
    bodies
      .filter(({ example }) => example)
      .map(({ slug }) => slug)
      .sort(),
  ).toEqual(['example-focus-group', 'example-parent-group'])
  const items = await json('/roadmap.json?confidence=MEMORY')
  expect(items.rows.some(({ asOf }) => asOf === null)).toBe(true)
  expect(await csv('/roadmap.csv?confidence=MEMORY')).toMatch(/,MEMORY,unknown,unknown,,false,/)
})

it.each(['/roadmap.csv?topic=SOUP', '/gaps.json?asOf=2026-02-30', '/bodies.csv?kind=zoo'])(
  '[AD-2] refuses %s with what it did not understand',
  async (path) => {
    const answer = await fetch(app.url + path)
    expect(answer.status).toBe(400)
    expect(((await answer.json()) as { message: string }).message).toContain(path.split('?')[1])
  },
)

it('leads search engines to every public thing, and away from what is no page', async () => {
  const map = await csv('/sitemap.xml')
  expect(map.match(/<loc>/g)!.length).toBeGreaterThan(160 + 34 + 78)
  for (const path of ['/', '/gaps/G-01', '/items/iso-iec-21031-2024', '/bodies/itu-t'])
    expect(map).toContain(`<loc>${app.url}${path}</loc>`)
  expect(await csv('/robots.txt')).toContain(`Sitemap: ${app.url}/sitemap.xml`)
})

const atom = async (path: string, cookie?: string) => {
  const answer = await fetch(app.url + path, { headers: cookie ? { cookie } : {} })
  const text = await answer.text()
  return {
    status: answer.status,
    type: answer.headers.get('content-type'),
    text,
    titles: [...text.matchAll(/<entry>\n.*\n<title>(.*)<\/title>/g)].map(([, title]) => title!),
  }
}

it.each([
  '/activity',
  '/roadmap',
  '/roadmap?topic=WATER',
  '/roadmap?body=itu-t&q=energy',
  '/gaps',
  '/gaps?open=true&topic=WATER',
  '/bodies',
  '/principles',
  '/groups',
  '/groups/example',
  '/items/iso-iec-21031-2024',
  '/gaps/G-05',
  '/bodies/itu-t',
])('[EX-4] tells what changes in %s', async (page) => {
  const [path, query] = page.split('?')
  const { status, type, text, titles } = await atom(`${path}.atom${query ? `?${query}` : ''}`)
  expect([status, type]).toEqual([200, 'application/atom+xml; charset=utf-8'])
  expect(text).toContain(`<link rel="alternate" type="text/html" href="${(app.url + page).replaceAll('&', '&amp;')}"/>`)
  expect(titles.length).toBeGreaterThan(0)
  expect(titles.join()).not.toMatch(/activity\.|undefined|null/)
})

it('[EX-4] tells of a list what concerns the things that its filters leave, and nothing else', async () => {
  const { data } = await app.query<{ gaps: { nodes: { number: string }[] } }>(
    '{ gaps(filter: { topic: [WATER], isOpen: true }) { nodes { number } } }',
  )
  const numbers = data!.gaps.nodes.map(({ number }) => number)
  const { titles } = await atom('/gaps.atom?topic=WATER&open=true')
  expect([...new Set(titles.map((title) => /G-\d+/.exec(title)![0]))].sort()).toEqual(numbers.sort())
})

it('[EX-4] tells of a body what concerns the items of its committees, and of an item its relations', async () => {
  expect((await atom('/editions.atom')).status).toBe(200)
  for (const path of ['/overlaps', '/overlaps/suggestions', '/roadmap/to-check'])
    expect((await atom(`${path}.atom`)).status).toBe(200)
  expect((await atom('/bodies/itu-t.atom')).titles.join()).toMatch(/ITU-T L\.\d+/)
  expect((await atom('/items/iso-iec-21031-2024.atom')).titles.join()).toContain('ISO/IEC 21031:2024')
})

it.each(['/items/no-such-item.atom', '/gaps/G-9999.atom', '/bodies/no-such-body.atom', '/groups/no-such-group.atom'])(
  '[EX-4] has no feed at %s',
  async (path) => {
    expect((await atom(path)).status).toBe(404)
  },
)

it('[PA-2, PA-4, GS-6] lists who takes part in a group on a day, and no address of anybody', async () => {
  const answer = await fetch(`${app.url}/groups/example/participants.csv`)
  expect(answer.headers.get('content-type')).toContain('text/csv')
  const text = await answer.text()
  const [head, ...lines] = text.trim().split('\r\n')
  expect(head).toBe('Name,Affiliation,Country,Takes part as,Since,Register as of')
  expect(lines.find((line) => line.startsWith('Charles Adeyemi,'))).toContain(',Chair,')
  expect(text).not.toContain('@')
  expect(
    (await (await fetch(`${app.url}/groups/example/participants.csv?on=2019-01-01`)).text()).trim().split('\r\n'),
  ).toHaveLength(1)
  expect((await fetch(`${app.url}/groups/example/participants.csv?on=2019-02-30`)).status).toBe(400)
  expect((await fetch(`${app.url}/groups/no-such-group/participants.csv`)).status).toBe(404)
})

it('[RG-10, RO-10] lists who was at a meeting as far as the sender may see it, also at a row of its agenda', async () => {
  const address = `${app.url}/groups/example/meetings/2/attendance.csv`
  const answer = await fetch(address)
  expect(answer.headers.get('content-type')).toContain('text/csv')
  expect((await answer.text()).split('\r\n')[0]).toBe(
    'Name,Affiliation,Country,Takes part,There from,There to,Counts for decisions,Register as of',
  )
  expect((await fetch(`${address}?item=${crypto.randomUUID()}`)).status).toBe(404)
  expect((await fetch(`${address}?item=opening`)).status).toBe(400)
  expect((await fetch(`${app.url}/groups/example/meetings/9999/attendance.csv`)).status).toBe(404)
})

it('[EX-4, VI-1] has no feed of a group that the sender may not see', async () => {
  await makeHidden('example')
  expect((await atom('/groups/example.atom')).status).toBe(404)
  expect((await atom('/groups/example.atom', await app.signIn('chair@example.org'))).status).toBe(200)
})

it('[AD-2] refuses news of what it did not understand', async () => {
  expect((await atom('/gaps.atom?topic=SOUP')).status).toBe(400)
  expect((await atom('/activity.atom?topic=WATER')).status).toBe(400)
})

it('[EX-1, MAP-2] gives the coverage map, unknown told from nought', async () => {
  const { rows, address } = await json('/coverage.json')
  expect(rows).toHaveLength(17 * 9)
  expect(address).toBe(`${app.url}/`)
  const { data } = await app.query<{ coverage: { cells: { isKnown: boolean; gapsOpen: number }[] } }>(
    '{ coverage { cells { isKnown gapsOpen } } }',
  )
  expect(rows.map(({ gapsOpen }) => gapsOpen)).toEqual(
    data!.coverage.cells.map(({ isKnown, gapsOpen }) => (isKnown ? gapsOpen : null)),
  )
  expect((await csv('/coverage.csv')).split('\r\n')[0]).toBe(
    'Topic,Life-cycle stage,Items in force,Items in development,Gaps still open,Register as of',
  )
})

async function makeHidden(slug: string) {
  await app.app.get(DataSource).query(`update standards_group set visibility = 'PARTICIPANTS' where slug = $1`, [slug])
}
