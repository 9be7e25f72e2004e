/** Tables, formulas, the menu behind "/" and pasting by keyboard, in a real browser. */
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { readFile } from 'node:fs/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from '../harness/browser.js'
import type {} from './things-page/main.js'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
let browser: Browser
let page: Page
const problems: unknown[] = []

beforeAll(async () => {
  const bundled = promisify(execFile)(process.execPath, [at('./things-page/bundle.mjs')], {
    maxBuffer: 64 * 1024 * 1024,
  })
  const [{ stdout: code }, opened] = await Promise.all([bundled, openBrowser()])
  browser = opened
  const files = ['ui/tokens.css', 'editor/tables/tables.css', 'editor/things/things.css']
  const css = (await Promise.all(files.map((file) => readFile(at(`../../client/${file}`), 'utf8')))).join('\n')
  const html = `<!doctype html><meta charset="utf-8"><title>Things</title><style>${css} .sheet-text { white-space: break-spaces }</style><main></main><script src="/main.js"></script>`
  const context = await browser.newContext({ viewport: { width: 1000, height: 700 } })
  page = await context.newPage()
  page.on('pageerror', (error) => problems.push(String(error.stack)))
  await context.route('**/*', (route) => {
    const { pathname } = new URL(route.request().url())
    if (pathname === '/main.js') return route.fulfill({ contentType: 'text/javascript', body: code })
    if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: html })
    // A picture of the clipboard that would be fetched is a problem.
    if (pathname !== '/favicon.ico') problems.push(`asked for ${pathname}`)
    return route.fulfill({ status: 404 })
  })
  await page.goto('http://localhost/')
})
afterAll(() => browser.close())
afterEach(async () => {
  expect([...(await page.evaluate(() => window.editor.problems())), ...problems]).toEqual([])
})

const begin = (...paragraphs: string[]) => page.evaluate((texts) => window.beginWith(...texts), paragraphs)
const shows = () => page.evaluate(() => window.editor.shows())
const type = (words: string) => page.keyboard.type(words)
const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}
const pasted = (html: string, text = '') =>
  page.evaluate(
    ([markup, plain]) => {
      const data = new DataTransfer()
      if (markup) data.setData('text/html', markup)
      data.setData('text/plain', plain!)
      window.editor.view.dom.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      )
    },
    [html, text] as const,
  )

describe('the menu behind "/"', () => {
  it('opens at the beginning of an empty paragraph, and Enter puts in what is marked', async () => {
    await begin('')
    await type('/')
    await expect(page.getByRole('listbox', { name: 'What to put in' }).isVisible()).resolves.toBe(true)
    await type('warn')
    await press('Enter')
    await type('Hot')
    expect(await shows()).toEqual(['{WARNING}Hot'])
    await expect(page.getByRole('listbox').isVisible()).resolves.toBe(false)
  })

  it('is walked by arrows, and Escape keeps what was typed', async () => {
    await begin('')
    await type('/')
    await press('ArrowDown', 'ArrowUp', 'ArrowDown')
    expect(await page.locator('[role=option][aria-selected=true]').textContent()).toBe('Bulleted list')
    await press('Escape')
    expect(await shows()).toEqual(['/'])
    await type('x')
    expect(await page.getByRole('listbox').isVisible()).toBe(false)
  })

  it('does not open among words', async () => {
    await begin('and')
    await type('/or')
    expect(await page.getByRole('listbox').isVisible()).toBe(false)
  })
})

describe('a table', () => {
  it('is put in, filled by Tab, and grows by Tab in its last cell', async () => {
    await begin('')
    await type('/table')
    await press('Enter')
    await type('Energy')
    await press('Enter')
    for (const words of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i']) {
      await type(words)
      await press('Tab')
    }
    await type('j')
    await press('Shift+Tab')
    await type('I')
    expect(await shows()).toEqual(['TABLE {CAPTION}Energy [#a|#b|#c ; d|e|f ; g|h|I ; j||]'])
    expect(await page.locator('figcaption, p[data-kind=CAPTION]').getAttribute('data-label')).toBe('Table 1')
  })

  it('is walked by arrows, and left below its last row', async () => {
    await begin('')
    await type('/table')
    await press('Enter', 'Enter', 'ArrowDown')
    await type('x')
    await press('ArrowDown', 'ArrowDown')
    await type('after')
    expect(await shows()).toEqual(['TABLE {CAPTION} [#|#|# ; x|| ; ||]', 'after'])
  })

  it('has several cells chosen by Shift and arrows, which Delete empties and typing replaces', async () => {
    await begin('')
    await type('/table')
    await press('Enter', 'Enter')
    for (const words of ['a', 'b', 'c', 'd', 'e', 'f']) {
      await type(words)
      await press('Tab')
    }
    await press('Shift+Tab', 'ArrowRight', 'Shift+ArrowUp', 'Shift+ArrowLeft')
    expect(await page.locator('.cell-chosen').count()).toBe(4)
    await press('Delete')
    expect(await shows()).toEqual(['TABLE {CAPTION} [#a|#|# ; d|| ; ||]'])
    await press('Escape')
    await type('new')
    expect((await shows())[0]).toContain('new')
  })
})

describe('chosen cells', () => {
  it('are copied as a table, and cut without leaving cells that cannot be written in', async () => {
    await begin('')
    await type('/table')
    await press('Enter', 'Enter')
    for (const words of ['a', 'b', 'c', 'd']) {
      await type(words)
      await press('Tab')
    }
    await press('Shift+Tab', 'ArrowLeft', 'Shift+ArrowUp')
    const html = await page.evaluate(() => {
      const { view } = window.editor
      const data = new DataTransfer()
      view.dom.dispatchEvent(new ClipboardEvent('cut', { clipboardData: data, bubbles: true, cancelable: true }))
      return data.getData('text/html')
    })
    expect(await shows()).toEqual(['TABLE {CAPTION} [#|#b|#c ; || ; ||]'])
    await type('new')
    await press('ArrowDown', 'ArrowDown', 'ArrowDown')
    await pasted(html, 'a')
    expect(await shows()).toEqual(['TABLE {CAPTION} [#new|#b|#c ; || ; ||]', 'TABLE {CAPTION} [#a ; d]'])
  })
})

describe('a formula', () => {
  it('is typed with a preview, and rendered as MathML', async () => {
    await begin('Energy is ')
    await press('Control+Alt+m')
    const dialog = page.getByRole('dialog', { name: 'Formula in the line' })
    await type('E = mc^2')
    await dialog.locator('math msup').waitFor()
    await press('Enter')
    await type(' here.')
    expect(await shows()).toEqual(['Energy is $E = mc^2$ here.'])
    await page.locator('main .math math msup').waitFor()
    expect(await dialog.count()).toBe(0)
  })

  it('that does not parse keeps what was typed and shows what is wrong', async () => {
    await begin('')
    await type('/equation')
    await press('Enter')
    await type('\\frac{a')
    await page.getByRole('status').filter({ hasText: 'Unexpected end' }).waitFor()
    await press('Enter')
    expect(await shows()).toEqual(['$\\frac{a$'])
    await page.locator('main .equation.is-broken').filter({ hasText: '\\frac{a' }).waitFor()
    await press('Enter')
    await press('End')
    await type('}{b}')
    await press('Enter')
    await page.locator('main .equation mfrac').waitFor()
    expect(await shows()).toEqual(['$\\frac{a}{b}$'])
  })

  it('that was begun and left by Escape leaves no trace', async () => {
    await begin('words')
    await press('Control+Alt+m')
    await type('x')
    await press('Escape')
    await type('!')
    expect(await shows()).toEqual(['words!'])
  })
})

describe('citations, notes and references', () => {
  it('are put in by keyboard, from the register or as typed', async () => {
    await begin('See ')
    await press('Control+Alt+c')
    await type('L.1410')
    await page.getByRole('option', { name: 'In force' }).waitFor()
    await press('Enter')
    await type(' and ')
    await press('Control+Alt+c')
    await type('b-Own')
    await press('Enter')
    await press('Control+Alt+f')
    await type('A note.')
    await press('Enter')
    expect(await shows()).toEqual(['See [REFERENCE ITU-T L.1410 itu-t-l-1410] and [BIBLIOGRAPHY Own ](A note.)'])
    expect(await page.locator('.citation').allTextContents()).toEqual(['[ITU-T L.1410]', '[b-Own]'])
    expect(await page.locator('.footnotes').textContent()).toBe('A note.')
  })

  it('refer to a table by its number', async () => {
    await begin('', 'See ')
    await page.evaluate(() => window.editor.goToFirst())
    await type('/table')
    await press('Enter')
    await type('Energy')
    await press('Control+End')
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)))
    await press('Control+Alt+r')
    await type('table 1')
    await press('Enter')
    expect(await page.locator('.reference').textContent()).toBe('Table 1')
    expect((await shows())[1]).toBe('See {to FRAME}')
  })
})

describe('a picture', () => {
  const drop = (type: string, name = 'chart', html = '') =>
    page.evaluate(
      ([mime, called, markup]) => {
        const data = new DataTransfer()
        data.items.add(new File(['x'], called!, { type: mime! }))
        if (markup) data.setData('text/html', markup)
        const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
        window.editor.view.dom.dispatchEvent(event)
      },
      [type, name, html] as const,
    )

  it('that is pasted is described, stored and put in as a figure with a caption', async () => {
    await begin('')
    await drop('image/png')
    await type('Energy rises.')
    await press('Enter')
    await page.locator('main figure').waitFor()
    await type('Energy')
    expect(await shows()).toEqual(['FIGURE image f1 Energy rises. {CAPTION}Energy'])
  })

  it('[FG-2] shows how much of it has gone, and is put in only when all of it has', async () => {
    await begin('words')
    await drop('image/png', 'slow')
    await type('Described.')
    await press('Enter')
    await page.waitForFunction(() => window.editor.sending)
    await page.evaluate(() => window.editor.sending!.progress(0.4))
    expect(await page.locator('.popover progress').evaluate((bar: HTMLProgressElement) => bar.value)).toBe(0.4)
    expect(await shows()).toEqual(['words'])
    // A second Enter does not send it a second time.
    await press('Enter')
    await page.evaluate(() => window.editor.sending!.end())
    await page.locator('main figure').waitFor()
    expect(await shows()).toEqual(['words', 'FIGURE image f2 Described. {CAPTION}'])
  })

  it('[FG-2] on its way is stopped by Cancel and by Escape, and nothing is written', async () => {
    for (const stop of [() => page.getByRole('button', { name: 'Cancel' }).click(), () => press('Escape')]) {
      await begin('words')
      const before = await page.evaluate(() => window.editor.updates)
      await drop('image/png', 'slow')
      await press('Enter')
      await page.waitForFunction(() => window.editor.sending)
      await stop()
      expect(await page.evaluate(() => window.editor.sending!.isStopped)).toBe(true)
      await page.evaluate(() => window.editor.sending!.end())
      expect(await page.locator('[role=dialog]').count()).toBe(0)
      expect(await page.evaluate(() => window.editor.updates)).toBe(before)
      await type('!')
      expect(await shows()).toEqual(['words!'])
    }
  })

  it('[FG-2] that was copied from a page comes as a file and as HTML with nothing but it: the file is taken', async () => {
    await begin('')
    await drop('image/png', 'chart', '<meta charset="utf-8"><img src="https://example.org/x.png">')
    await type('A chart.')
    await press('Enter')
    await page.locator('main figure').waitFor()
    expect(await shows()).toEqual(['FIGURE image f1 A chart. {CAPTION}'])
  })

  it('[FG-2] dropped as a file of another type asks the server too, instead of leaving the page', async () => {
    await begin('words')
    const isTaken = await page.evaluate(() => {
      const data = new DataTransfer()
      data.items.add(new File(['x'], 'minutes.pdf', { type: 'application/pdf' }))
      const { left, top } = window.editor.view.coordsAtPos(window.editor.view.state.selection.from)
      const at = { clientX: left, clientY: top + 4, bubbles: true, cancelable: true, dataTransfer: data }
      return !window.editor.view.dom.dispatchEvent(new DragEvent('drop', at))
    })
    expect(isTaken).toBe(true)
    await press('Tab')
    await page.locator('.popover').getByRole('button', { name: 'Apply' }).click()
    await page.getByRole('status').filter({ hasText: 'No picture.' }).waitFor()
    expect(await shows()).toEqual(['words'])
    await press('Escape')
  })

  it('that the server refuses leaves what was typed, and says why', async () => {
    await begin('words')
    await drop('image/tiff')
    await type('Described.')
    await press('Enter')
    await page.getByRole('status').filter({ hasText: 'No picture.' }).waitFor()
    expect(await page.locator('.popover textarea').inputValue()).toBe('Described.')
    expect(await shows()).toEqual(['words'])
    await press('Escape')
  })
})

describe('what is pasted', () => {
  it('[TH-4] of 1,000 blocks is one step of undo and one update', async () => {
    await begin('first')
    const before = await page.evaluate(() => window.editor.updates)
    await pasted(Array.from({ length: 1000 }, (_, i) => `<p>Paragraph ${i}</p>`).join(''))
    expect(await shows()).toHaveLength(1000)
    expect((await page.evaluate(() => window.editor.updates)) - before).toBe(1)
    await press('Control+z')
    expect(await shows()).toEqual(['first'])
  })

  it('[TH-4] with a picture in its address takes the words and tells of the picture; the address is not stored', async () => {
    await begin('')
    await pasted('<p>before <img src="data:image/png;base64,AAAA" alt="A chart"> after</p>')
    const json = await page.evaluate(() => JSON.stringify(window.editor.view.state.doc.toJSON()))
    expect(json).not.toContain('data:')
    expect((await shows()).join(' ')).toMatch(/before.*after/)
    expect(await page.evaluate(() => window.editor.dropped.map(({ sort }) => sort))).toContain('PICTURE')
  })

  it('[TH-4] of a table with spans that cannot be gives one in which every place has a cell', async () => {
    await begin('')
    await pasted(
      '<table><tr><td rowspan="9999" colspan="-4">a</td><td colspan="9999">b</td></tr>' +
        '<tr><td rowspan="0" colspan="3">c</td><td>d</td></tr><tr></tr></table>',
    )
    const shapes = await page.evaluate(() => {
      const cells: number[][] = []
      window.editor.view.state.doc.descendants((node) => {
        if (node.type.name === 'table_cell')
          cells.push([node.attrs['colspan'] as number, node.attrs['rowspan'] as number])
      })
      return cells
    })
    for (const spans of shapes) for (const span of spans) expect(span >= 1 && span <= 100).toBe(true)
    expect(await page.evaluate(() => window.editor.dropped.map(({ sort }) => sort))).toContain('SPAN')
  })

  it('[TH-4] from Excel with merged cells keeps them', async () => {
    await begin('')
    await pasted(
      '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table><col width=64><tr><td colspan=2>Energy</td></tr>' +
        '<tr><td>2024</td><td>2025</td></tr></table></body></html>',
      'Energy\t\n2024\t2025',
    )
    expect(await shows()).toEqual(['TABLE {CAPTION} [Energy ; 2024|2025]'])
    expect(
      await page.evaluate(() => {
        let found: unknown
        window.editor.view.state.doc.descendants((node) => {
          if (node.type.name === 'table_cell') found ??= node.attrs['colspan']
        })
        return found
      }),
    ).toBe(2)
  })

  it('from Word: lists to three levels, bold headings within a clause, nothing that is not text', async () => {
    await begin('words')
    await pasted(`<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p{color:red}</style></head><body>
      <!--StartFragment--><h1>Title</h1><p class="MsoNormal"><span style="font-weight:bold">Bold</span> and <i>slanted</i><o:p></o:p></p>
      <p class="MsoListParagraph" style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">1.<span>&nbsp;</span></span>first</p>
      <p class="MsoListParagraph" style="mso-list:l0 level2 lfo1"><span style="mso-list:Ignore">a)</span>second</p>
      <p class="MsoListParagraph" style="mso-list:l0 level5 lfo1"><span style="mso-list:Ignore">·</span>deep</p>
      <script>alert(1)</script><img src="http://evil.example/x.png" onerror="alert(1)"><p onclick="alert(1)">end <a href="javascript:alert(1)">link</a></p><!--EndFragment--></body></html>`)
    expect(await shows()).toEqual([
      'words<strong>Title</strong>',
      '<strong>Bold</strong> and <em>slanted</em>',
      '{NUMBER 0}first',
      '{LETTER 1}second',
      '{BULLET 2}deep',
      'end link',
    ])
    expect(await page.evaluate(() => window.editor.dropped)).toEqual([
      { sort: 'SCRIPT', count: 1 },
      { sort: 'PICTURE', count: 1 },
      { sort: 'LINK', count: 1 },
      { sort: 'HEADING', count: 1 },
      { sort: 'LIST_LEVEL', count: 1 },
    ])
  })

  it('from Google Docs: no bold that is none, nested lists', async () => {
    await begin('')
    await pasted(`<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span style="font-weight:400">plain </span><span style="font-weight:700">bold</span></p>
      <ul><li dir="ltr" aria-level="1"><p role="presentation"><span>a</span></p></li><ul><li aria-level="2"><p><span>b</span></p></li></ul></ul></b>`)
    expect(await shows()).toEqual(['plain <strong>bold</strong>', '{BULLET 0}a', '{BULLET 1}b'])
  })

  it('from Excel: a frame with a table; spans that lead out of it are cut and told', async () => {
    await begin('')
    await pasted(`<table><caption>Energy</caption><col width=64><thead><tr><td style="mso-number-format:General">a</td><td>b</td></tr></thead>
      <tr><td colspan=1000>c</td></tr><tr><td rowspan=99>d</td><td>e<table><tr><td>in</td></tr></table></td></tr></table>`)
    const [frame] = await shows()
    expect(frame).toContain('TABLE {CAPTION}Energy [#a|#b ; c ; d|e/in]')
    expect(await page.evaluate(() => window.editor.dropped)).toEqual([
      { sort: 'NESTED_TABLE', count: 1 },
      { sort: 'SPAN', count: 2 },
    ])
  })

  it('as cells goes over the cells of a table, which grows', async () => {
    await begin('')
    await type('/table')
    await press('Enter', 'Enter', 'Tab', 'Tab')
    await pasted('<table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>')
    expect(await shows()).toEqual(['TABLE {CAPTION} [#|#|#1|#2 ; ||3|4 ; |||]'])
  })

  it('at the end of a clause brings clauses, without the numbers that were typed', async () => {
    await begin('words', '')
    await pasted('<h2>1 Scope</h2><p>This.</p><h3>1.1 Part</h3><ul><li>a</li></ul>')
    expect(await shows()).toEqual(['words', '', '## 1 Scope', 'This.', '## 2 Part', '{BULLET 0}a'])
  })

  it('at the end of a clause brings clauses with tables and notes of their own, each in its place', async () => {
    await begin('words', '')
    const table = '<table><tr><td>c</td></tr></table>'
    await pasted(`<h2>Scope</h2><p>a</p><p>b</p><p>c</p>${table}<h2>Part</h2><p>d</p><h2>More</h2>${table}`)
    const shown = await shows()
    expect(shown.filter((line) => line.startsWith('##'))).toEqual(['## 1 Scope', '## 1 Part', '## 1 More'])
    expect(
      await page.locator('[data-kind=CAPTION]').evaluateAll((all) => all.map((one) => one.dataset['label'])),
    ).toEqual(['Table 1', 'Table 2'])
  })

  it('into code stays as it is', async () => {
    await begin('')
    await type('/code')
    await press('Enter')
    await pasted('<p>let x</p>', 'let x\n  let y')
    await press('Enter')
    await type('z')
    expect(await shows()).toEqual(['{CODE}let x\n  let y\nz'])
  })

  it('as Markdown is offered as blocks', async () => {
    await begin('')
    await pasted('', '# Title\n\n| a | b |\n|---|---|\n| c | d |')
    expect((await shows()).length).toBe(4)
    await page.evaluate(() => window.editor.take!())
    expect(await shows()).toEqual(['<strong>Title</strong>', 'TABLE {CAPTION} [#a|#b ; c|d]'])
  })
})
