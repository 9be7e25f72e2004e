import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { matchRoutes, type RouteObject } from 'react-router'
import { wordsFor } from '#schema/words/index.js'
import { overflow, violations } from './axe.js'
import { makeMeant, type Placing } from './meant.js'
import { openForVisitors, type Visitor, type Visitors } from './visitors.js'
import { chairAddresses, editorAddresses, publicAddresses, type Address } from './addresses.js'

let visitors: Visitors
let stranger: Visitor
let chair: Visitor
let secretariat: Visitor
let placed: Placing

beforeAll(async () => {
  visitors = await openForVisitors()
  stranger = await visitors.arrive()
  chair = await visitors.arrive({ email: 'chair@example.org' })
  secretariat = await visitors.arrive({ email: 'secretariat@example.org' })
  placed = await makeMeant(visitors)
})
afterAll(() => visitors.stop())

const widths = [360, 768, 1440]

/** Looks at everything before it complains: one run shows all that is wrong with a page. */
async function examine(visitor: Visitor, { path, status = 200 }: Address): Promise<void> {
  const { page, problems } = visitor
  problems.length = 0
  await page.emulateMedia({ colorScheme: 'light', media: 'screen' })
  await page.setViewportSize({ width: 1440, height: 900 })
  const found: Record<string, unknown> = { status: await visitor.open(path) }

  found.headings = (await page.locator('h1').allInnerTexts()).map((text) => text.trim() !== '')
  found.title = /Rapporteur/.test(await page.title())
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 })
    found[`wider than ${width}`] = await overflow(page)
  }
  // Once wide and light, once narrow and dark: both palettes, and both shapes that tables take.
  found.light = await violations(page)
  await page.emulateMedia({ colorScheme: 'dark', media: 'screen' })
  await page.setViewportSize({ width: 360, height: 900 })
  found.dark = await violations(page)

  await page.emulateMedia({ colorScheme: 'light', media: 'print' })
  found.printed = await page.locator('header nav:visible, footer nav:visible, button:visible').allInnerTexts()
  found.heading = await page.locator('h1').isVisible()
  found.problems = [...problems]

  expect(found).toEqual({
    status,
    headings: [true],
    title: true,
    'wider than 360': [],
    'wider than 768': [],
    'wider than 1440': [],
    light: [],
    dark: [],
    printed: [],
    heading: true,
    problems: [],
  })
}

it('every route of the client is among the addresses that are looked at', async () => {
  // Named by a variable: types of the client are checked with the client, not here.
  const pages = '../../client/app/pages/index.js'
  const { makePageRoutes } = (await import(pages)) as { makePageRoutes(tools: object): RouteObject[] }
  const routes = makePageRoutes({ api: async () => ({}), words: wordsFor('en') })
  const looked = [...publicAddresses, ...chairAddresses, ...editorAddresses].map(({ path }) => path.split('?')[0]!)
  const seen = new Set(looked.map((path) => matchRoutes(routes, path)?.at(-1)?.route.path))
  expect(routes.map(({ path }) => path).filter((path) => path !== undefined && !seen.has(path))).toEqual([])
})

describe('a stranger finds sound, at every width, in light, dark and print,', () => {
  it.each(publicAddresses)('$path', (address) => examine(stranger, placed(address)))
})

describe('the chair finds sound, at every width, in light, dark and print,', () => {
  it.each(chairAddresses)('$path', (address) => examine(chair, placed(address)))
})

describe('the secretariat finds sound, at every width, in light, dark and print,', () => {
  it.each(editorAddresses)('$path', (address) => examine(secretariat, placed(address)))
})
