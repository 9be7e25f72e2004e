import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { startApp, type TestApp } from '../harness/app.js'
import { freshStarterDatabase } from '../harness/starter.js'

let app: TestApp

beforeAll(async () => {
  app = await startApp({ database: await freshStarterDatabase(), pages: true })
})
afterAll(() => app.stop())

/** Addresses of this site that a page leads to. Sorts and filters of a list are its own matter, and one of each is enough. */
function leads(html: string): string[] {
  const body = html.split('<script type="application/json"')[0]!
  return [...body.matchAll(/\shref="([^"]+)"/g)]
    .map(([, href]) => new URL(href!.replaceAll('&amp;', '&'), app.url))
    .filter(({ origin }) => origin === app.url)
    .map(({ pathname, searchParams }) => {
      const names = [...new Set(searchParams.keys())].sort()
      return pathname + (names.length ? `?${names.map((name) => `${name}=${searchParams.get(name)}`).join('&')}` : '')
    })
}

/** A list under one kind of parameters stands for all of them; a thing has an address of its own. */
const kindOf = (address: string) => address.replace(/=[^&]*/g, '')

it('no link of a page that a stranger may read leads nowhere', async () => {
  const seen = new Set<string>()
  const dead: string[] = []
  const ahead = [{ address: '/', from: '' }]
  for (let step = ahead.pop(); step; step = ahead.pop()) {
    const { address, from } = step
    if (seen.has(kindOf(address))) continue
    seen.add(kindOf(address))
    const answer = await fetch(app.url + address, { headers: { accept: 'text/html' } })
    const text = await answer.text()
    if (answer.status !== 200) dead.push(`${from} -> ${address}: ${answer.status}`)
    else if (answer.headers.get('content-type')!.startsWith('text/html')) {
      for (const next of leads(text)) ahead.push({ address: next, from: address })
    }
  }
  expect(dead).toEqual([])
  // The register, every one of its things: the walk did not end at the door.
  expect(seen.size).toBeGreaterThan(250)
}, 180_000)
