import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { DataSource } from 'typeorm'
import { startApp, type TestApp } from '../harness/app.js'
import { freshStarterDatabase } from '../harness/starter.js'

/** Every page of the register, with and without a view of its own. */
const addresses = [
  '/',
  '/?view=table',
  '/roadmap',
  '/roadmap?q=water&state=PUBLISHED',
  '/roadmap?topic=WATER&sort=-designation',
  '/items/iso-iec-21031-2024',
  '/gaps',
  '/gaps?open=true&priority=HIGH',
  '/gaps/G-01',
  '/principles',
  '/bodies',
  '/bodies?kind=SDO',
  '/bodies/itu-t',
]

let app: TestApp
let db: DataSource
let then: string

beforeAll(async () => {
  app = await startApp({ database: await freshStarterDatabase(), pages: true })
  db = app.app.get(DataSource)
  const { data } = await app.query<{ edition: { registerAt: string } }>(
    '{ edition(slug: "example-edition") { registerAt } }',
  )
  then = data!.edition.registerAt
  // What is asked as of then must not show any of this.
  await db.query(
    `update item set title = 'Lately renamed', designation = 'LATE ' || designation where slug = 'iso-iec-21031-2024'`,
  )
  await db.query(`update gap set title = 'Lately renamed', topics = '{}' where number = 1`)
  await db.query(`update principle set title = 'Lately renamed' where number = 1`)
  await db.query(`update body set name = 'Lately renamed' where slug = 'itu-t'`)
})
afterAll(() => app.stop())

const open = async (path: string) => {
  const answer = await fetch(app.url + path)
  const html = await answer.text()
  return { status: answer.status, main: html.slice(html.indexOf('<main'), html.indexOf('</main>')), html }
}
const with_ = (path: string, asOf: string) => `${path}${path.includes('?') ? '&' : '?'}asOf=${encodeURIComponent(asOf)}`
const register =
  /^\/(?:$|\?|#|(?:roadmap|gaps|principles|bodies)(?:[?#]|$)|(?:gaps|items|bodies)\/(?!new$)[^/?#]+(?:[?#]|$))/
const linksIn = (html: string) =>
  Array.from(html.matchAll(/<a [^>]*href="([^"]+)"/g), ([, href]) => href!.replaceAll('&amp;', '&'))

it.each(addresses)(
  '[ED-12] %s is shown as the register stood then, says so, and its links stay there',
  async (path) => {
    const { status, main } = await open(with_(path, then))
    expect(status).toBe(200)
    expect(main).toContain('The register as it stood')
    expect(main).not.toContain('Lately renamed')
    expect(main).not.toContain('LATE ISO')
    const links = linksIn(main).filter((href) => register.test(href))
    // One leads back to now: the same page without the moment.
    const back = links.filter((href) => !href.includes('asOf='))
    expect(back.map((href) => href.split('?')[0])).toEqual([path.split('?')[0]])
    expect(links.length).toBeGreaterThan(3)
  },
)

it.each(['/items/iso-iec-21031-2024', '/gaps/G-01', '/principles', '/bodies/itu-t'])(
  '[ED-12] %s shows today what has changed since, and says nothing of the past',
  async (path) => {
    const { main } = await open(path)
    expect(main).toContain('Lately renamed')
    expect(main).not.toContain('The register as it stood')
    expect(linksIn(main).filter((href) => href.includes('asOf='))).toEqual([])
  },
)

it('[ED-12] before there was anything, the lists are empty and things are not there', async () => {
  for (const path of ['/', '/roadmap', '/gaps', '/principles', '/bodies']) {
    expect((await open(with_(path, '2020-01-01'))).status).toBe(200)
  }
  for (const path of ['/items/iso-iec-21031-2024', '/gaps/G-01', '/bodies/itu-t']) {
    expect((await open(with_(path, '2020-01-01'))).status).toBe(404)
  }
})

it('[AD-2] a moment that does not exist is named, and the page is that of now', async () => {
  const { status, main } = await open('/gaps?asOf=2026-02-30')
  expect(status).toBe(200)
  expect(main).toContain('asOf=2026-02-30')
  expect(main).not.toContain('The register as it stood')
})
