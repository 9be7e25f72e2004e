/** A person writes without a network, closes the page, comes back, and everything is there. The real program and a real browser. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import * as Y from 'yjs'
import { documentText } from '#schema/document/index.js'
import { Texts } from '#server/drafting/collaboration/index.js'
import { openBrowser } from '../harness/browser.js'
import { freshDatabase, type TestDatabase } from '../harness/database.js'
import { startProgram, stopPrograms } from '../harness/program.js'
import { until } from '../drafting/clients.js'
import { openDraftingSite, type DraftingSite, type Writer } from '../drafting/site.js'
import { overflow, violations } from './axe.js'
import { takenOver } from './visitors.js'

let database: TestDatabase
let site: DraftingSite
let browser: Browser
let group: Awaited<ReturnType<DraftingSite['group']>>
let ada: Writer
let bea: Writer
let url: string
let documentId: string

beforeAll(async () => {
  database = await freshDatabase()
  site = await openDraftingSite({ database: { url: database.url, drop: async () => {} } })
  group = await site.group()
  ada = await site.person('EDITOR', group)
  bea = await site.person('EDITOR', group)
  browser = await openBrowser()
  url = await startProgram({ env: { DATABASE_URL: database.url, STARTER: 'off', LOG_LEVEL: 'fatal' } }).ready()
})
afterAll(async () => {
  await browser.close()
  await stopPrograms()
  await site.stop()
  await database.drop()
})

const contexts = new Set<BrowserContext>()
const problems: string[] = []
const room = () => `/groups/${group.slug}/documents/${documentId}`
beforeEach(async () => {
  documentId = (await site.document(group)).id
})
afterEach(async () => {
  for (const context of contexts) await context.close()
  contexts.clear()
  expect(problems.splice(0)).toEqual([])
})

/** Somebody's device: what it keeps outlives its pages. */
class Device {
  page!: Page
  private constructor(readonly context: BrowserContext) {}

  static async of(who: Writer | null, options: BrowserContextOptions = {}): Promise<Device> {
    const viewport = { width: 1440, height: 900 }
    const context = await browser.newContext({ baseURL: url, reducedMotion: 'reduce', viewport, ...options })
    contexts.add(context)
    context.setDefaultTimeout(20_000)
    const device = new Device(context)
    if (who) await device.signIn(who)
    return device
  }

  async signIn(who: Writer): Promise<void> {
    const [name, value] = (await site.session(who)).split('=') as [string, string]
    await this.context.addCookies([{ name, value, url }])
  }

  /** Opens the room in a new page, with a network or without. */
  async open(path = room()): Promise<this> {
    this.page = await this.context.newPage()
    this.page.on('pageerror', (error) => problems.push(`script: ${error.stack ?? error.message}`))
    await this.page.goto(path)
    return this
  }

  /** Waits until everything that the room needs lies on the device. */
  async isKept(): Promise<this> {
    await takenOver(this.page)
    await this.page.evaluate(() => navigator.serviceWorker.ready)
    await until(() =>
      this.page.evaluate(
        async (path) => (await (await caches.open('rapporteur-rooms')).match(path, { ignoreVary: true })) !== undefined,
        room(),
      ),
    )
    return this
  }

  says(pattern: RegExp): Promise<void> {
    return until(async () => pattern.test(await this.page.locator('.saved').innerText()))
  }

  async goTo(title: string): Promise<void> {
    const clause = this.page.locator('.sheet-text > section', { has: this.page.locator(`h2:text-is("${title}")`) })
    await clause.locator('p').last().click()
    await this.page.keyboard.press('End')
  }

  type(words: string): Promise<void> {
    return this.page.keyboard.type(words)
  }

  clause(title: string): Promise<string> {
    return this.page.locator('.sheet-text > section', { has: this.page.locator(`h2:text-is("${title}")`) }).innerText()
  }
}

async function onDisk(): Promise<string> {
  const doc = new Y.Doc()
  for (const update of await site.app.get(Texts).read(documentId)) Y.applyUpdate(doc, update)
  return documentText(doc)
}

/** A report with its fixed clauses, and a device that has it. */
async function withReport(who: Writer = ada, options: BrowserContextOptions = {}): Promise<Device> {
  const device = await (await Device.of(who, options)).open()
  await device.page.getByRole('button', { name: 'Technical Report' }).click()
  await device.says(/^Saved/)
  return device.isKept()
}

const databases = (page: Page) =>
  page.evaluate(async () =>
    (await indexedDB.databases()).map(({ name }) => name!).filter((name) => /text\//.test(name)),
  )

/** In a page: turns the one copy of this device into one of an older version of the document schema. Answers the name of its database. */
async function makeOlder(): Promise<string> {
  const answer = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error!)
    })
  const list = await answer(indexedDB.open('rapporteur-texts'))
  const [text] = (await answer(list.transaction('texts').objectStore('texts').getAll())) as [
    { key: string; person: string; schemaVersion: number; documentId: string },
  ]
  const schemaVersion = text.schemaVersion - 1
  const key = `${text.person}/${schemaVersion}/${text.documentId}`
  const rows = (await answer(list.transaction('unsent').objectStore('unsent').getAll())) as { key: string }[]
  const stores = list.transaction(['texts', 'unsent'], 'readwrite')
  stores.objectStore('texts').clear()
  stores.objectStore('unsent').clear()
  stores.objectStore('texts').put({ ...text, key, schemaVersion })
  for (const row of rows) stores.objectStore('unsent').put({ ...row, key })
  await new Promise((resolve) => (stores.oncomplete = resolve))

  const from = await answer(indexedDB.open(`rapporteur-text/${text.key}`))
  const updates = await answer(from.transaction('updates').objectStore('updates').getAll())
  from.close()
  const request = indexedDB.open(`rapporteur-text/${key}`)
  request.onupgradeneeded = () => {
    request.result.createObjectStore('updates', { autoIncrement: true })
    request.result.createObjectStore('custom')
  }
  const to = await answer(request)
  const put = to.transaction('updates', 'readwrite')
  for (const update of updates) put.objectStore('updates').add(update)
  await new Promise((resolve) => (put.oncomplete = resolve))
  to.close()
  await answer(indexedDB.deleteDatabase(`rapporteur-text/${text.key}`))
  return `rapporteur-text/${key}`
}

describe('a text on a device', () => {
  it('[OF-1, OF-3, OF-9] is written in without a network, through a reload, and sent when it is back', async () => {
    const one = await withReport()
    await one.goTo('Scope')
    await one.type('Before. ')
    await one.says(/^Saved/)

    await one.context.setOffline(true)
    await one.says(/^Offline/)
    await one.type('On the train. ')
    await one.says(/^Offline: 14 changes kept on this device/)
    await one.page.getByText('also when you close this window').waitFor()

    await one.page.reload()
    await one.page.getByText('On the train.').waitFor()
    await one.says(/^Offline: 14 changes kept on this device/)
    await one.goTo('Summary')
    await one.type('In the tunnel.')
    await one.says(/^Offline: 28 changes kept on this device/)
    expect(await onDisk()).not.toContain('On the train')

    const two = await (await Device.of(bea)).open()
    await two.page.getByText('Before.').waitFor()
    await one.context.setOffline(false)
    await one.says(/^Saved \d\d:\d\d:\d\d/)
    await two.page.getByText('Before. On the train.').waitFor()
    await two.page.getByText('In the tunnel.').waitFor()
    expect(await onDisk()).toContain('Before. On the train.')

    // Nothing waits any more, also for the next window.
    await one.page.reload()
    await one.says(/^Saved|^Everything is saved/)
  })

  it('[OF-1, OF-4] keeps what was written when the window is closed at once', async () => {
    const one = await withReport()
    await one.context.setOffline(true)
    await one.says(/^Offline/)
    await one.goTo('Scope')
    await one.type('The last words.')
    await one.page.close({ runBeforeUnload: true })
    await one.open()
    await one.page.getByText('The last words.').waitFor()
    await one.says(/^Offline: 15 changes/)
    await one.context.setOffline(false)
    await one.says(/^Saved/)
    expect(await onDisk()).toContain('The last words.')
  })

  it('[OF-9, OF-10] throws nobody out who walks on without a network, and lists the texts where there is no page', async () => {
    const one = await withReport()
    await one.context.setOffline(true)
    await one.says(/^Offline/)
    await one.page.getByRole('link', { name: 'Reading page' }).click()
    const dialog = one.page.getByRole('alertdialog', { name: 'There is no connection' })
    await dialog.getByRole('button', { name: 'Stay here' }).click()
    await dialog.waitFor({ state: 'detached' })
    await one.goTo('Scope')
    await one.type('Still here.')

    await one.open('/roadmap')
    expect(await one.page.locator('h1').innerText()).toBe('No connection')
    await one.page.getByText('Changes not sent yet: 11').waitFor()
    expect(await violations(one.page)).toEqual([])
    await one.page.getByRole('link', { name: 'A report' }).click()
    await one.page.getByText('Still here.').waitFor()
  })

  it('[OF-9] comes with everything that the room may need: dialogs, formulas, pictures of the frame', async () => {
    const one = await withReport()
    await one.context.setOffline(true)
    await one.says(/^Offline/)
    await one.page.reload()
    await one.page.getByRole('button', { name: 'Change the title' }).click()
    await one.page.getByRole('dialog').getByLabel('Title').waitFor()
    await one.page.keyboard.press('Escape')
    const missing = await one.page.evaluate(async () => {
      const addresses = performance.getEntriesByType('resource').map(({ name }) => name)
      const assets = addresses.filter((name) => new URL(name).pathname.startsWith('/assets/'))
      const found = await Promise.all(assets.map((name) => caches.match(name, { ignoreVary: true })))
      return assets.filter((_, i) => !found[i])
    })
    expect(missing).toEqual([])
    await one.context.setOffline(false)
    await one.says(/^Saved|^Everything is saved/)
  })

  it('[OF-5] forgets everything when its owner signs out, and asks first when something waits', async () => {
    const one = await withReport()
    expect(await databases(one.page)).toHaveLength(1)
    await one.context.setOffline(true)
    await one.says(/^Offline/)
    await one.goTo('Scope')
    await one.type('Nobody knows.')
    await one.says(/13 changes kept/)
    await one.page.close()
    await one.context.setOffline(false)

    await one.open('/me')
    await takenOver(one.page)
    await one.page.getByRole('button', { name: 'Sign out' }).click()
    const question = one.page.getByRole('alertdialog', { name: 'Not everything you wrote has been sent' })
    await question.getByText('13 changes are kept on this device').waitFor()
    await question.getByRole('button', { name: 'Stay signed in' }).click()
    expect(await databases(one.page)).toHaveLength(1)
    await one.page.getByRole('button', { name: 'Sign out' }).click()
    await question.getByRole('button', { name: 'Sign out and lose them' }).click()
    await one.page.getByRole('link', { name: 'Sign in' }).waitFor()
    await until(async () => (await databases(one.page)).length === 0)
    await until(() => one.page.evaluate(async () => !(await caches.has('rapporteur-rooms'))))
  })

  it('[OF-5] forgets what somebody left when another signs in, and says before that something waits', async () => {
    const one = await withReport()
    await one.context.setOffline(true)
    await one.says(/^Offline/)
    await one.goTo('Scope')
    await one.type('Of Ada.')
    await one.says(/7 changes kept/)
    await one.page.close()
    await one.context.setOffline(false)
    // The session ends by itself: that takes nothing along.
    await one.context.clearCookies()
    await one.open('/sign-in')
    await one.page.getByText('7 changes that somebody wrote on this device were not sent yet').waitFor()
    expect(await databases(one.page)).toHaveLength(1)
    await one.signIn(bea)
    await one.page.goto('/')
    await until(async () => (await databases(one.page)).length === 0)
    expect(await onDisk()).not.toContain('Of Ada.')
  })

  it('[OF-2] takes over what an older version of the program kept, with what waits in it', async () => {
    const one = await withReport()
    await one.context.setOffline(true)
    await one.says(/^Offline/)
    await one.goTo('Scope')
    await one.type('By an older program.')
    await one.says(/20 changes kept/)
    await one.page.close()
    await one.context.setOffline(false)
    // On another page, where nobody has it open, the copy is made one of an older version.
    await one.open('/activity')
    const older = await one.page.evaluate(makeOlder)
    await one.page.close()
    await one.open()
    await one.says(/^Saved/)
    await one.page.getByText('By an older program.').waitFor()
    expect(await onDisk()).toContain('By an older program.')
    const kept = await databases(one.page)
    expect(kept).toHaveLength(1)
    expect(kept).not.toContain(older)
  })

  it('[OF-5] keeps the words of somebody whose role ended meanwhile until they could be copied', async () => {
    const leaving = await site.person('EDITOR', group)
    const one = await withReport(leaving)
    await one.context.setOffline(true)
    await one.says(/^Offline/)
    await one.goTo('Scope')
    await one.type('Too late for this.')
    await site.endRole(leaving.role!, '2020-06-01')
    await one.context.setOffline(false)
    await one.says(/^Not saved/)
    await one.page.getByRole('button', { name: 'Load the page again' }).click()
    await one.page.getByText('Words of yours that could not be sent are kept on this device.').waitFor()
    expect(await one.clause('Scope')).not.toContain('Too late')
    await one.page.getByRole('button', { name: 'Show the words' }).click()
    expect(await one.page.getByRole('dialog').getByRole('textbox').inputValue()).toContain('Too late for this.')
    await one.page.keyboard.press('Escape')
    await one.page.getByRole('button', { name: 'Remove them' }).click()
    await one.page.reload()
    await one.says(/^You are reading along/)
    expect(await one.page.getByText('Words of yours').count()).toBe(0)
    expect(await onDisk()).not.toContain('Too late')
  })

  it('[OF-9] has a worker that may look after the whole site, is asked for each time, and runs only what is ours', async () => {
    const answer = await fetch(`${url}/service-worker.js`)
    expect(answer.headers.get('content-type')).toContain('text/javascript')
    expect(answer.headers.get('cache-control')).toBe('no-cache')
    expect(answer.headers.get('content-security-policy')).toContain("worker-src 'self'")
    const files = (await answer.text()).match(/\/assets\/[\w.-]+/g)!
    const missing = await Promise.all(files.map(async (file) => ((await fetch(url + file)).ok ? [] : [file])))
    expect(missing.flat()).toEqual([])
  })

  it('[OF-4] works as without a copy where the browser keeps nothing, and says so', async () => {
    const one = await Device.of(ada)
    await one.context.addInitScript(() => {
      Object.defineProperty(IDBFactory.prototype, 'open', {
        value: () => {
          throw new Error('not here')
        },
      })
    })
    await one.open()
    await one.page.getByRole('button', { name: 'Technical Report' }).click()
    await one.goTo('Scope')
    await one.type('Still works.')
    await one.says(/^Saved .*Nothing is kept on this device/s)
    await one.context.setOffline(true)
    await one.says(/^No connection/)
    await one.type('!')
    await one.says(/1 change is kept in this tab/)
    await one.context.setOffline(false)
    await one.says(/^Saved/)
    // It was reported, for the copy and for the page.
    expect(problems.splice(0).every((problem) => problem.includes('not here'))).toBe(true)
  })
})

describe('two sides of one clause', () => {
  const mine = 'Mine was written on the train to the meeting, with nobody there to ask about it.'
  const theirs = 'Theirs was written in the meeting room, and they too had much to say about it.'

  async function goApart(options: BrowserContextOptions = {}): Promise<[Device, Device]> {
    const one = await withReport(ada, options)
    const two = await (await Device.of(bea)).open()
    await two.page.getByRole('treeitem', { name: 'Scope' }).waitFor()
    await one.context.setOffline(true)
    await one.says(/^Offline/)
    await one.goTo('Scope')
    await one.type(mine)
    await two.goTo('Scope')
    await two.type(theirs)
    await two.says(/^Saved/)
    await one.page.reload()
    await one.page.getByText(mine).waitFor()
    await one.context.setOffline(false)
    await one.says(/^Not sent: a clause waits for your choice/)
    return [one, two]
  }

  it('[OF-7, OF-8] are a choice, made by keyboard, and one text for both afterwards', async () => {
    const [one, two] = await goApart()
    expect(await onDisk()).not.toContain('Mine')
    await one.page.getByRole('button', { name: 'Compare and choose' }).focus()
    await one.page.keyboard.press('Enter')
    const dialog = one.page.getByRole('alertdialog', { name: 'Two versions' })
    await dialog.getByText('Clause 1 of 1: Scope').waitFor()
    expect(await dialog.locator('mark').first().innerText()).toContain('Mine')
    expect(await violations(one.page)).toEqual([])
    const send = dialog.getByRole('button', { name: 'Do it and send' })
    expect(await send.isDisabled()).toBe(true)
    await dialog.getByRole('radio', { name: 'Keep theirs' }).focus()
    await one.page.keyboard.press('Space')
    await send.focus()
    await one.page.keyboard.press('Enter')
    await one.says(/^Saved/)
    for (const device of [one, two]) {
      await device.page.getByRole('treeitem', { name: `Scope (written offline by ${ada.name})` }).waitFor()
      expect(await device.clause('Scope')).toContain(theirs)
      expect(await device.clause('Scope')).not.toContain('train')
      expect(await device.clause(`Scope (written offline by ${ada.name})`)).toContain(mine)
    }
    // One goes on, and undo takes back what was typed since.
    await one.goTo('Scope')
    await one.type(' More.')
    await two.page.getByText(`${theirs} More.`).waitFor()
    await one.page.keyboard.press('Control+z')
    await until(async () => !(await two.clause('Scope')).includes('More.'))
    expect(await two.clause('Scope')).toContain(theirs)
  })

  it.each([
    [1440, 'light'],
    [768, 'dark'],
    [360, 'light'],
  ] as const)('[OF-8] fit and are accessible at %d px, %s', async (width, colorScheme) => {
    const [one] = await goApart({ viewport: { width, height: 800 }, colorScheme })
    expect(await overflow(one.page)).toEqual([])
    expect(await violations(one.page)).toEqual([])
    await one.page.getByRole('button', { name: 'Compare and choose' }).click()
    await one.page.getByRole('alertdialog').waitFor()
    expect(await overflow(one.page)).toEqual([])
    expect(await violations(one.page)).toEqual([])
  })
})
