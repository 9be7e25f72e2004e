/** The whole product with the starter world, and people who look at it in a real Chromium. */
import { join } from 'node:path'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { startApp, type TestApp } from '../harness/app.js'
import { openBrowser } from '../harness/browser.js'
import type { TestDatabase } from '../harness/database.js'
import { freshStarterDatabase } from '../harness/starter.js'

export interface Visitor {
  readonly context: BrowserContext
  readonly page: Page
  /** What went wrong in the page since this was last emptied: errors of scripts, of hydration, of the security policy, of requests. */
  readonly problems: string[]
  /** Opens an address and waits until the client has taken the page over; answers with the status. */
  open(path: string): Promise<number>
  /** Waits until a click or key has led to an address and its page, by its heading (the whole of it, or a pattern), is shown. */
  reach(address: string | RegExp, heading: string | RegExp): Promise<void>
}

export interface Visitors {
  readonly app: TestApp
  readonly browser: Browser
  /** Somebody with a browser of their own. `email` of a starter account: signed in. */
  arrive(who?: { email?: string } & BrowserContextOptions): Promise<Visitor>
  /** Puts the clock of the server and those of all browsers, open ones too, to an instant; time stands there until it is moved on. */
  at(instant: string): Promise<void>
  stop(): Promise<void>
}

/**
 * Starts the server and the browser of one test file, with the starter world unless another database is given. The server's clock stands where
 * that world was loaded, and the browsers' run; with `now` all of them stand there, until `at` moves them on.
 */
export async function openForVisitors(given: { database?: TestDatabase; now?: string } = {}): Promise<Visitors> {
  const [app, browser] = await Promise.all([
    Promise.resolve(given.database ?? freshStarterDatabase()).then((database) =>
      startApp({ database, pages: true, ...(given.now && { now: given.now }) }),
    ),
    openBrowser(),
  ])
  let time = given.now ?? null
  return {
    app,
    browser,
    async arrive({ email, ...options } = {}) {
      const context = await browser.newContext({
        baseURL: app.url,
        reducedMotion: 'reduce',
        locale: 'en-GB',
        ...options,
      })
      context.setDefaultTimeout(10_000)
      if (time) await context.clock.setFixedTime(time)
      if (email) {
        const [name, value] = (await app.signIn(email)).split('=') as [string, string]
        await context.addCookies([{ name, value, url: app.url, httpOnly: true, sameSite: 'Lax' }])
      }
      const page = await context.newPage()
      const runsScript = options.javaScriptEnabled !== false
      const problems = problemsOf(page, runsScript)
      return {
        context,
        page,
        problems,
        async open(path) {
          const answer = await page.goto(path)
          if (runsScript) await takenOver(page)
          await picture(page)
          return answer!.status()
        },
        async reach(address, heading) {
          await page.waitForURL(address)
          // The address comes first, the page a moment later. The whole heading: "Roadmap" is part of that of the page before.
          await page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor()
          await picture(page)
        },
      }
    },
    async at(instant) {
      time = instant
      app.clock.set(instant)
      await Promise.all(browser.contexts().map((context) => context.clock.setFixedTime(instant)))
    },
    async stop() {
      await browser.close()
      await app.stop()
    },
  }
}

let pictures = 0

/**
 * With `JOURNEY_PICTURES=<folder>` each page that a journey comes to is kept as it looks on three screens, light and dark, for whoever wants to see
 * what it passes; otherwise nothing happens.
 */
async function picture(page: Page): Promise<void> {
  const folder = process.env.JOURNEY_PICTURES
  if (!folder) return
  const before = page.viewportSize()
  const name = `${String(++pictures).padStart(3, '0')}${new URL(page.url()).pathname.replaceAll(/[^\w.-]+/g, '_')}`
  for (const width of [1440, 768, 360]) {
    await page.setViewportSize({ width, height: 900 })
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`), fullPage: true })
    }
  }
  await page.emulateMedia({ colorScheme: null })
  if (before) await page.setViewportSize(before)
}

/** React has taken the page over and has nothing left to do. */
export async function takenOver(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const main = document.querySelector('main')
    return main !== null && Object.keys(main).some((key) => key.startsWith('__reactFiber'))
  })
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)))
}

/** A refused page is an answer, not a problem: the browser reports its status as an error all the same. */
function problemsOf(page: Page, runsScript: boolean): string[] {
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(`script: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() !== 'error') return
    const isThePage = message.location().url === page.url() && message.text().startsWith('Failed to load resource')
    if (!isThePage) problems.push(`console: ${message.text()} (${message.location().url})`)
  })
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? ''
    // What a page asked for when it was left; and code that it offers beforehand to a browser that runs none.
    const isOfNoUse = why === 'net::ERR_ABORTED' || (!runsScript && why === 'csp' && request.url().endsWith('.js'))
    if (!isOfNoUse) problems.push(`request: ${request.url()} ${why}`)
  })
  return problems
}
