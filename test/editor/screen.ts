/** The page of two editors in a real browser, for what only a browser knows: keys, clipboard, input methods, what is drawn. */
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from '../harness/browser.js'
import type {} from './page/main.js'

const run = promisify(execFile)

/** The program of the page in one file. */
async function bundled(): Promise<string> {
  const script = fileURLToPath(new URL('./page/bundle.mjs', import.meta.url))
  const { stdout } = await run(process.execPath, [script], { maxBuffer: 64 * 1024 * 1024 })
  return stdout
}

const html = `<!doctype html><meta charset="utf-8"><title>Two editors</title>
<style>
  body { margin: 0; display: grid; grid-template-columns: 2fr 1fr; font: 16px/1.5 sans-serif }
  main { height: 100vh; overflow: auto }
  .ProseMirror { white-space: pre-wrap; outline: 0; padding: 8px }
  section { content-visibility: auto; contain-intrinsic-size: auto 120px }
</style>
<main id="anna"></main><main id="ben"></main><script src="/main.js"></script>`

/** The page, with Anna's editor as the one that has the focus. */
export class Screen {
  constructor(
    readonly page: Page,
    /** What was wrong on the page. */
    readonly problems: unknown[],
    readonly close: () => Promise<void>,
  ) {}

  /** Begins a text; `^` in the outline is Anna's caret. */
  begin(outline: string): Promise<void> {
    return this.page.evaluate((written) => window.begin(written), outline)
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  type(words: string): Promise<void> {
    return this.page.keyboard.type(words)
  }

  /** What Anna sees, with her selection. The browser tells of a caret that it moved itself with the next frame. */
  shows(): Promise<string> {
    return this.page.evaluate(async () => {
      await window.aFrame()
      return window.rig.anna.showsCaret
    })
  }

  /** The same without it; fails when Ben, after an exchange, does not see the same, or anything does not hold. */
  async allShow(): Promise<string> {
    const [shows, problems] = await this.page.evaluate(() => {
      window.rig.text.exchange()
      return [window.rig.text.shows, window.rig.text.problems.map((problem) => JSON.stringify(problem))] as const
    })
    expect([...problems, ...this.problems]).toEqual([])
    return shows
  }
}

export async function openScreen(): Promise<Screen> {
  const [code, browser]: [string, Browser] = await Promise.all([bundled(), openBrowser()])
  const context = await browser.newContext({
    viewport: { width: 1000, height: 700 },
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  const problems: unknown[] = []
  const page = await context.newPage()
  page.on('pageerror', (error) => problems.push(String(error.stack)))
  page.on('dialog', (dialog) => {
    problems.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  // Served from memory, at an address that counts as safe, so that the clipboard works.
  await context.route('**/*', (route) => {
    const { pathname } = new URL(route.request().url())
    if (pathname === '/main.js') return route.fulfill({ contentType: 'text/javascript', body: code })
    if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: html })
    if (pathname !== '/favicon.ico') problems.push(`asked for ${pathname}`)
    return route.fulfill({ status: 404 })
  })
  await page.goto('http://localhost/')
  return new Screen(page, problems, () => browser.close())
}
