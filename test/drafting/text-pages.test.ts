import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { DataSource } from 'typeorm'
import { clauseOf, deleteClause, insertClauses, readTree, titleTextOf } from '#schema/document/index.js'
import { startApp, type TestApp } from '../harness/app.js'
import { exampleClauses, exampleTextId } from '../harness/example-text.js'
import { freshStarterDatabase } from '../harness/starter.js'
import { Client, until } from './clients.js'

/** Two servers on one database, as behind a load balancer: people write at one, strangers read at the other. */
let app: TestApp
let other: TestApp
let editor: string
let base: string
let documentId: string
const { idOf, deletedId } = exampleClauses()

beforeAll(async () => {
  const database = await freshStarterDatabase()
  app = await startApp({ database, pages: true })
  other = await startApp({ database: { ...database, drop: async () => {} } })
  editor = await other.signIn('editor@example.org')
  documentId = await exampleTextId(app)
  base = `/groups/example/documents/${documentId}`
})
afterAll(async () => {
  await other.stop()
  await app.stop()
})

const get = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await fetch(app.url + path, { headers: { 'accept-language': 'en', ...headers }, redirect: 'manual' })
  return { status: answer.status, text: await answer.text(), headers: answer.headers, etag: answer.headers.get('etag') }
}

/** Writes as the editor, at the other server, until it is stored. */
async function write(act: (doc: Client['doc']) => void): Promise<void> {
  const client = await new Client({ url: other.url, documentId, cookie: editor }).ready()
  await until(() => client.synced)
  act(client.doc)
  await until(() => client.sent.length > 0 && client.stored >= client.sent.length)
  await client.leave()
}

const show = (visibility: string): Promise<unknown> =>
  app.app.get(DataSource).query('update document set visibility = $2 where id = $1', [documentId, visibility])

describe('pages of a text', () => {
  it('[RD-6] keeps the page for strangers while the text is as it was, and makes it anew once it has changed', async () => {
    const path = `${base}/read`
    const first = await get(path)
    expect([first.status, first.headers.get('cache-control')]).toEqual([200, 'public, no-cache'])
    expect((await get(path, { 'if-none-match': first.etag! })).status).toBe(304)
    const [clause, file] = [await get(`${base}/clauses/${idOf('Who asks')}`), await get(`${base}.json`)]
    expect((await get(`${base}.json`, { 'if-none-match': file.etag! })).status).toBe(304)

    await write((doc) => titleTextOf(clauseOf(doc, idOf('Who asks'))!)!.insert(0, 'People '))
    const second = await get(path, { 'if-none-match': first.etag! })
    expect(second.status).toBe(200)
    expect(second.text).toContain('People Who asks')
    expect((await get(`${base}/clauses/${idOf('Who asks')}`, { 'if-none-match': clause.etag! })).status).toBe(200)
    expect((await get(`${base}.json`, { 'if-none-match': file.etag! })).text).toContain('People Who asks')
    // The register has not changed, so pages without a text are what they were.
    const home = await get('/gaps')
    await write((doc) => insertClauses(doc, { parent: null }, [{ title: 'One more' }]))
    expect((await get('/gaps', { 'if-none-match': home.etag! })).status).toBe(304)
  })

  it('[RD-3] tells of a clause that was deleted, and knows nothing of one that never was', async () => {
    const gone = await get(`${base}/clauses/${deletedId}`)
    expect(gone.status).toBe(410)
    expect(gone.text).toContain('This clause was deleted')
    expect(gone.text).toContain('The price is a decision')
    expect((await get(`${base}/clauses/cNeverThere`)).status).toBe(404)

    const id = idOf('Rounding')
    expect((await get(`${base}/clauses/${id}`)).status).toBe(200)
    await write((doc) => deleteClause(doc, id))
    expect((await get(`${base}/clauses/${id}`)).status).toBe(410)
    // An edit brings it back, at the same address. [CL-3]
    await write((doc) => titleTextOf(clauseOf(doc, id)!)!.insert(0, 'On '))
    const back = await get(`${base}/clauses/${id}`)
    expect([back.status, back.text.includes('On Rounding')]).toEqual([200, true])
  })

  it('answers programs with the clauses, their numbers and permanent addresses', async () => {
    const { text, headers } = await get(`${base}.json`)
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8')
    const file = JSON.parse(text) as { isExample: boolean; clauses: { id: string; number: string; address: string }[] }
    expect(file).toMatchObject({ isExample: true, address: `${app.url}${base}/read`, group: { slug: 'example' } })
    const scope = file.clauses.find(({ id }) => id === idOf('Scope'))!
    expect(scope).toMatchObject({ number: '1', address: `${app.url}${base}/clauses/${scope.id}` })
    expect((await get(base.replace('example', 'fg-ai4ee') + '.json')).status).toBe(404)
  })

  it('[RD-5] shows a text of participants to nobody else, on no page and in no file', async () => {
    await show('PARTICIPANTS')
    const paths = [`${base}/read`, `${base}/read?q=water`, `${base}/clauses/${idOf('Scope')}`, `${base}.json`]
    for (const path of paths) {
      // A page that was kept for strangers is forgotten with the next event of the record.
      const answer = await get(`${path}${path.includes('?') ? '&' : '?'}now`)
      expect([path, answer.status]).toEqual([path, 404])
      expect((await get(path, { cookie: editor })).status).toBe(200)
    }
    await show('PUBLIC')
  })

  it('[CL-4] numbers on the page are those of the tree, also after clauses were moved', async () => {
    let numbers = 0
    await write((doc) => {
      numbers = readTree(doc).lines.length
      insertClauses(doc, { parent: null, after: null }, [{ title: 'New at the top' }])
    })
    const { text } = await get(`${base}.json`)
    const { clauses } = JSON.parse(text) as { clauses: { title: string; number: string }[] }
    expect(clauses).toHaveLength(numbers + 1)
    expect(clauses[0]).toMatchObject({ title: 'New at the top', number: '6' })
  })
})
