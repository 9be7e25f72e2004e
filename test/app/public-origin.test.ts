import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { startApp, type TestApp } from '../harness/app.js'
import { freshStarterDatabase } from '../harness/starter.js'

let app: TestApp

beforeAll(async () => {
  const env = { PUBLIC_URL: 'https://roadmap.example' }
  app = await startApp({ database: await freshStarterDatabase(), pages: true, env })
})
afterAll(() => app?.stop())

it('[PG-4] tells addresses for citing under the public origin, though a proxy asks over plain HTTP', async () => {
  const page = await app.app.inject({ url: '/gaps/G-01', headers: { host: 'roadmap.example' } })
  expect(page.statusCode).toBe(200)
  expect(page.body).toContain('https://roadmap.example/gaps/G-01')
  expect(page.body).not.toContain('http://roadmap.example')
})

/** Sends the address as it is written, which `fetch` would mend first. */
async function rawGet(path: string): Promise<{ status?: number; page: string }> {
  const request = get({ host: '127.0.0.1', port: new URL(app.url).port, path, headers: { host: 'roadmap.example' } })
  const [answer] = (await once(request, 'response')) as [IncomingMessage]
  return { status: answer.statusCode, page: await text(answer) }
}

it.each(['//evil.example/gaps/G-01', '/\\evil.example/gaps/G-01', 'http://evil.example/gaps/G-01'])(
  '[PG-4] takes %s for an address of this site',
  async (url) => {
    const { status, page } = await rawGet(url)
    expect(status).toBe(404)
    expect(page).not.toMatch(/="(?:https?:)?\/\/evil\.example/)
  },
)
