/** What cannot be, brought into the room by one of two people: it is refused or shown with what is wrong, and nothing is lost or changed for the other. */
import { open as openFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import * as Y from 'yjs'
import {
  bodyOf,
  clauseOf,
  deleteClause,
  insertClauses,
  paragraph,
  schemaVersion,
  stampVersion,
} from '#schema/document/index.js'
import { Documents } from '#server/drafting/documents/index.js'
import { Texts } from '#server/drafting/collaboration/index.js'
import { Client, until } from '../drafting/clients.js'
import { openDraftingSite, type DraftingSite, type Writer } from '../drafting/site.js'
import { openBrowser } from '../harness/browser.js'
import { takenOver } from './visitors.js'

let site: DraftingSite
let browser: Browser
let group: Awaited<ReturnType<DraftingSite['group']>>
let ada: Writer
let bea: Writer
let folder: string
let documentId: string
let ids: string[]
const contexts = new Set<BrowserContext>()
const clients = new Set<Client>()
const problems: string[] = []

beforeAll(async () => {
  site = await openDraftingSite({ pages: true })
  group = await site.group()
  ada = await site.person('EDITOR', group)
  bea = await site.person('EDITOR', group)
  browser = await openBrowser()
  folder = await mkdtemp(join(tmpdir(), 'bad-input-'))
})
afterAll(async () => {
  await browser.close()
  await site.stop()
  await rm(folder, { recursive: true })
})
beforeEach(async () => {
  const doc = new Y.Doc()
  stampVersion(doc)
  ids = insertClauses(doc, { parent: null }, [
    { title: 'Scope', attributes: { kind: 'SCOPE' }, body: [paragraph('Water and energy.')] },
    { title: 'Cooling', body: [paragraph('A tower evaporates.')] },
  ])
  documentId = (await site.document(group, 'PUBLIC', schemaVersion)).id
  await site.write((tx) => site.app.get(Texts).seed(tx, documentId, Y.encodeStateAsUpdate(doc)))
})
afterEach(async () => {
  for (const context of contexts) await context.close()
  contexts.clear()
  for (const client of clients) if (client.isOpen) await client.leave()
  clients.clear()
  expect(problems.splice(0)).toEqual([])
})

/** Somebody's window with the text open. */
async function room(who: Writer): Promise<Page> {
  const context = await browser.newContext({ baseURL: site.url, reducedMotion: 'reduce' })
  contexts.add(context)
  context.setDefaultTimeout(30_000)
  const [name, value] = (await site.session(who)).split('=') as [string, string]
  await context.addCookies([{ name, value, url: site.url }])
  const page = await context.newPage()
  page.on('pageerror', (error) => problems.push(error.stack ?? error.message))
  await page.goto(`/groups/${group.slug}/documents/${documentId}`)
  await takenOver(page)
  await page.locator('.sheet-text h2').first().waitFor()
  return page
}

/** A program that writes whatever it likes. */
async function program(): Promise<Client> {
  const client = await new Client({ url: site.url, documentId, token: bea.token }).ready()
  clients.add(client)
  return client
}
const wrote = async (client: Client, act: (doc: Y.Doc) => void) => {
  client.doc.transact(() => act(client.doc))
  await until(() => client.sent.length > 0 && client.stored >= client.sent.length)
}

/** Types at the end of the clause, until the other sees it: the room goes on. */
async function goesOn(page: Page, words: string, ...others: Page[]): Promise<void> {
  const clause = page.locator('.sheet-text > section', { has: page.locator('h2:text-is("Scope")') })
  // At the beginning of its words: what stands further on may be a thing that opens.
  await clause.getByText('Water and energy.').click({ position: { x: 4, y: 6 } })
  await page.keyboard.press('End')
  await page.keyboard.type(words)
  for (const other of others) await other.getByText(words.trim()).waitFor()
  await until(async () => /^Saved/.test(await page.locator('.saved').innerText()))
}

/** Opens the page for readers until these words are on it: it shows what is on disk, and does not follow the room by itself. */
async function reads(page: Page, words: string): Promise<void> {
  await until(async () => {
    await page.goto(`/groups/${group.slug}/documents/${documentId}/read`)
    await page.locator('.report').waitFor()
    return (await page.locator('.report').getByText(words).count()) > 0
  })
}

async function stored(): Promise<Y.Doc> {
  const doc = new Y.Doc()
  for (const update of await site.app.get(Texts).read(documentId)) Y.applyUpdate(doc, update)
  return doc
}
const storedBlocks = async (at: number) =>
  bodyOf(clauseOf(await stored(), ids[at]!)!)!
    .toArray()
    .map((block) => (block as Y.XmlElement).nodeName)

const pastes = (page: Page, html: string) =>
  page.evaluate((markup) => {
    const data = new DataTransfer()
    data.setData('text/html', markup)
    document
      .querySelector('.sheet-text')!
      .dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, html)

describe('bad input in the room', () => {
  it('[CL-12, CL-14] an unknown node and an unknown mark are shown as their words, kept as they are, and written around', async () => {
    const [page, other] = await Promise.all([room(ada), room(bea)])
    await wrote(await program(), (doc) => {
      const odd = new Y.XmlElement('hologram')
      const words = new Y.XmlText()
      words.insert(0, 'Words in a hologram.')
      odd.insert(0, [words])
      bodyOf(clauseOf(doc, ids[0]!)!)!.push([odd])
      const first = bodyOf(clauseOf(doc, ids[0]!)!)!.get(0) as Y.XmlElement
      ;(first.get(0) as Y.XmlText).format(0, 5, { shimmer: { level: 2 } })
    })
    for (const one of [page, other]) await one.getByText('Words in a hologram.').waitFor()
    await goesOn(page, ' Seen by Ada.', other)
    expect(await storedBlocks(0)).toEqual(['para', 'hologram'])
    const first = bodyOf(clauseOf(await stored(), ids[0]!)!)!.get(0) as Y.XmlElement
    expect(JSON.stringify((first.get(0) as Y.XmlText).toDelta())).toContain('"shimmer":{"level":2}')
  })

  it('[FG-2, FI-3, FI-4] a picture of 80 MB, and a file that is none, are refused in the form, and nothing is written', async () => {
    const [page, other] = await Promise.all([room(ada), room(bea)])
    const large = join(folder, 'large.png')
    const file = await openFile(large, 'w')
    await file.truncate(80 * 1024 * 1024)
    await file.close()
    const wrong = join(folder, 'wrong.png')
    await writeFile(wrong, 'This is no picture at all.')
    await page.getByText('A tower evaporates.').click()
    await page.getByRole('button', { name: 'Insert', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Figure' }).click()
    const form = page.getByRole('dialog', { name: 'Picture' })
    for (const [path, sentence] of [
      [large, /The picture was not stored\. .*MB/],
      [wrong, /The picture was not stored\. /],
    ] as const) {
      await form.locator('input[type=file]').setInputFiles(path)
      await form.locator('textarea').fill('A tower.')
      await form.getByRole('button', { name: 'Apply' }).click()
      await form.getByRole('status').filter({ hasText: sentence }).waitFor()
      expect(await form.locator('textarea').inputValue()).toBe('A tower.')
    }
    await form.getByRole('button', { name: 'Cancel' }).click()
    expect(await storedBlocks(1)).toEqual(['para'])
    expect(await other.locator('.sheet-text figure').count()).toBe(0)
    await goesOn(page, ' Seen by Ada.', other)
  })

  it('[TH-2] a formula that does not parse stands in the text as it was typed, with what is wrong, for both and on the page', async () => {
    const [page, other] = await Promise.all([room(ada), room(bea)])
    await page.getByText('A tower evaporates.').click()
    await page.keyboard.press('Control+Alt+e')
    await page.keyboard.type('\\frac{1}{')
    await page.keyboard.press('Enter')
    for (const one of [page, other]) {
      const broken = one.locator('.sheet-text .equation.is-broken')
      await broken.waitFor()
      expect(await broken.innerText()).toMatch(/\\frac\{1\}\{[\s\S]+\w/)
    }
    await goesOn(page, ' Seen by Ada.', other)
    await reads(other, '\\frac{1}{')
  })

  it('[TH-4] a table with spans that cannot be is pasted with cells that can, the same for both', async () => {
    const [page, other] = await Promise.all([room(ada), room(bea)])
    await page.getByText('A tower evaporates.').click()
    await pastes(
      page,
      '<table><tr><td rowspan="9999">a</td><td colspan="-3">b</td></tr><tr><td colspan="9999">c</td></tr></table>',
    )
    await page.getByText('Pasted. Left out or changed:').waitFor()
    await other.locator('.sheet-text td').first().waitFor()
    const shape = (one: Page) =>
      one.evaluate(() =>
        [...document.querySelectorAll<HTMLTableCellElement>('.sheet-text td')].map((cell) => [
          cell.textContent,
          cell.colSpan,
          cell.rowSpan,
        ]),
      )
    await until(async () => JSON.stringify(await shape(page)) === JSON.stringify(await shape(other)))
    for (const [, columns, rows] of await shape(page))
      expect([columns as number, rows as number].every((n) => n <= 2)).toBe(true)
    await goesOn(page, ' Seen by Ada.', other)
  })

  it('[TH-3] a cross-reference to something that was deleted says so, in the room and on the page', async () => {
    const client = await program()
    await wrote(client, (doc) => {
      const words = bodyOf(clauseOf(doc, ids[0]!)!)!.get(0) as Y.XmlElement
      const reference = new Y.XmlElement('reference')
      reference.setAttribute('to', ids[1]!)
      words.push([reference])
    })
    const [page, other] = await Promise.all([room(ada), room(bea)])
    await page.locator('.sheet-text .reference', { hasText: 'clause 6' }).waitFor()
    client.sent.length = 0
    await wrote(client, (doc) => void deleteClause(doc, ids[1]!))
    for (const one of [page, other])
      await one.locator('.sheet-text [data-broken]', { hasText: 'reference to something that is gone' }).waitFor()
    await goesOn(page, ' Seen by Ada.', other)
    await reads(other, 'what this pointed to is gone')
  })

  it('[CS-6] a program of an older schema version is sent away with its words, and whoever knows the new one goes on', async () => {
    const page = await room(ada)
    await goesOn(page, ' Before.')
    await site.write((tx) =>
      site.app.get(Documents).raiseSchema(tx, { id: documentId, schemaVersion: schemaVersion + 1 }),
    )
    await page.getByText('There is a newer version of this page.').waitFor()
    expect(await page.locator('.sheet-text').innerText()).toContain('Water and energy. Before.')
    const newer = await new Client({ url: site.url, documentId, token: bea.token, schema: schemaVersion + 1 }).ready()
    clients.add(newer)
    await wrote(newer, (doc) => void insertClauses(doc, { parent: null }, [{ title: 'Later' }]))
    expect(clauseOf(await stored(), ids[0]!)!.get('kind')).toBe('SCOPE')
  })

  it('[CS-12] more at once than the server takes is told with what to do, can be copied, and changes nothing for others', async () => {
    const [page, other] = await Promise.all([room(ada), room(bea)])
    await page.getByText('A tower evaporates.').click()
    const line = 'words '.repeat(2000)
    await pastes(page, `<p>${Array.from({ length: 150 }, () => line).join('</p><p>')}</p>`)
    await page.getByText('That was too much at once.').waitFor()
    await page.getByRole('button', { name: 'Copy the text' }).waitFor()
    await goesOn(other, ' Seen by Bea.')
    expect(await storedBlocks(1)).toEqual(['para'])
  })
})
