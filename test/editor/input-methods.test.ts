/** Input methods of four scripts, and the on-screen keyboard of a phone, where they meet what is peculiar to this editor. [AC-4, AC-5, CB-12] */
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, CDPSession, Page } from 'playwright-core'
import { openBrowser } from '../harness/browser.js'
import { openScreen, type Screen } from './screen.js'
import type {} from './things-page/main.js'

/** What is shown while it is composed, and what comes of it. */
const scripts = [
  ['Japanese', ['に', 'にほ', 'にほん'], '日本'],
  ['Chinese', ['n', 'ni', 'ni hao'], '你好'],
  ['Korean', ['ㅎ', '하', '한'], '한'],
  ['Thai', ['น', 'น้', 'น้ำ'], 'น้ำ'],
] as const

const imeOf = (devtools: CDPSession) => ({
  compose: (text: string) =>
    devtools.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length }),
  commit: (text: string) => devtools.send('Input.insertText', { text }),
})

describe('two people, one of whom composes', () => {
  let screen: Screen
  let ime: ReturnType<typeof imeOf>
  beforeAll(async () => {
    screen = await openScreen()
    ime = imeOf(await screen.page.context().newCDPSession(screen.page))
  })
  afterAll(() => screen.close())

  const settled = () =>
    screen.page.waitForFunction(() => {
      window.rig.text.exchange()
      return !window.rig.view.composing && window.rig.anna.shows === window.rig.ben.shows
    })

  it.each(scripts)(
    '[AC-4, CB-12] %s in a paragraph, beside what the other writes in it and next to it',
    async (_, steps, made) => {
      await screen.begin('One: clause ^ two | next\nTwo: other')
      for (const [i, step] of steps.entries()) {
        await ime.compose(step)
        await screen.page.evaluate((number) => {
          const { ben, text } = window.rig
          if (number === 0) ben.type('!', ' two')
          else ben.type('+', 'next')
          text.exchange()
        }, i)
        expect(await screen.page.evaluate(() => window.rig.view.composing)).toBe(true)
      }
      await ime.commit(made)
      await settled()
      expect(await screen.allShow()).toBe(
        `One: clause ${made} two! | next++\nTwo: other`.replace('++', '+'.repeat(steps.length - 1)),
      )
      await screen.press('Control+z')
      expect(await screen.allShow()).toBe(`One: clause  two! | next${'+'.repeat(steps.length - 1)}\nTwo: other`)
    },
  )

  it.each(scripts)('[AC-4, CB-12] %s in a title, while the other moves its clause', async (_, steps, made) => {
    await screen.begin('One^: first\nTwo: other')
    for (const step of steps) await ime.compose(step)
    await screen.page.evaluate(() => {
      const { ben, text } = window.rig
      const at = ben.binding.startOf(ben.id('One'))!
      const node = ben.state.doc.nodeAt(at)!
      ben.change((tr) => tr.delete(at, at + node.nodeSize).insert(tr.doc.content.size, node))
      text.exchange()
    })
    await ime.commit(made)
    await settled()
    expect(await screen.allShow()).toBe(`Two: other\nOne${made}: first`)
    await screen.press('Control+z')
    expect(await screen.allShow()).toBe('Two: other\nOne: first')
  })
})

describe('an editor with tables, things and the menu', () => {
  let browser: Browser
  let page: Page
  let ime: ReturnType<typeof imeOf>
  const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

  beforeAll(async () => {
    const bundled = promisify(execFile)(process.execPath, [at('./things-page/bundle.mjs')], {
      maxBuffer: 64 * 1024 * 1024,
    })
    const [{ stdout: code }, opened] = await Promise.all([bundled, openBrowser()])
    browser = opened
    // As a phone: what ProseMirror does for on-screen keyboards it does by the name of the system.
    const context = await browser.newContext({
      viewport: { width: 400, height: 700 },
      hasTouch: true,
      userAgent:
        'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
    })
    page = await context.newPage()
    ime = imeOf(await context.newCDPSession(page))
    await context.route('**/*', (route) =>
      new URL(route.request().url()).pathname === '/main.js'
        ? route.fulfill({ contentType: 'text/javascript', body: code })
        : route.fulfill({
            contentType: 'text/html',
            body: '<!doctype html><meta charset="utf-8"><style>.sheet-text{white-space:break-spaces}</style><main></main><script src="/main.js"></script>',
          }),
    )
    await page.goto('http://localhost/')
  })
  afterAll(() => browser.close())

  const begin = (...paragraphs: string[]) => page.evaluate((texts) => window.beginWith(...texts), paragraphs)
  /** What is shown, after a composition has settled. */
  const shows = async () => {
    await page.waitForFunction(() => !window.editor.view.composing && window.editor.problems().length === 0)
    return page.evaluate(() => window.editor.shows())
  }
  /** The key of an input method: the page learns only that there was one. */
  const processKey = (key: string) =>
    page.evaluate((name) => {
      const event = new KeyboardEvent('keydown', {
        key: name,
        keyCode: 229,
        isComposing: true,
        bubbles: true,
        cancelable: true,
      })
      return document.querySelector('.sheet-text')!.dispatchEvent(event)
    }, key)

  it.each(scripts)('[AC-4] takes %s in the caption and the cells of a table', async (_, steps, made) => {
    await begin('')
    await page.keyboard.type('/table')
    await page.keyboard.press('Enter')
    for (const step of steps) await ime.compose(step)
    await ime.commit(made)
    expect((await shows())[0]).toMatch(new RegExp(`^TABLE \\{CAPTION\\}${made} `))
    await page.keyboard.press('Enter')
    for (const step of steps) await ime.compose(step)
    await ime.commit(made)
    expect((await shows())[0]).toContain(`[#${made}|#|#`)
  })

  it('[AC-4] splits nothing at the Enter that ends a composition, and opens no menu for a "/" that is composed', async () => {
    await begin('')
    await ime.compose('に')
    await processKey('Enter')
    await ime.commit('日本')
    expect(await shows()).toEqual(['日本'])
    await begin('')
    await ime.compose('/')
    await ime.commit('/')
    expect(await page.locator('.slash-menu').isVisible()).toBe(false)
    expect(await shows()).toEqual(['/'])
  })

  it('[AC-5] takes what an on-screen keyboard does: words, a deleted letter, a paragraph, and the joining of two', async () => {
    const soft = (command: string) => page.evaluate((name) => document.execCommand(name), command)
    await begin('')
    await ime.compose('met')
    await ime.compose('meter')
    await ime.commit('meter')
    await ime.commit('s')
    expect(await shows()).toEqual(['meters'])
    await soft('delete')
    expect(await shows()).toEqual(['meter'])
    await soft('insertParagraph')
    await ime.commit('two')
    expect(await shows()).toEqual(['meter', 'two'])
    for (let i = 0; i < 4; i++) await soft('delete')
    expect(await shows()).toEqual(['meter'])
  })
})
