/** Cut, copy and paste with the browser's own clipboard: acceptance, docs/rules/drafting.md, CB-8 and CB-9; and what comes from other programs. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { outline } from './people.js'
import { openScreen, type Screen } from './screen.js'

let screen: Screen
beforeAll(async () => {
  screen = await openScreen()
})
afterAll(() => screen.close())

const report = `
  One: first
  Two: the sea is ^wide
    Two one: deep
  Three: end`

/** Id, status and comments of the clauses, by title. */
const clauses = () =>
  screen.page.evaluate(() =>
    window.rig.anna.state.doc.children.map((clause) => {
      const threads: unknown[] = []
      clause.descendants((node) => void threads.push(...node.marks.map(({ attrs }) => attrs['thread'] as unknown)))
      return {
        title: clause.firstChild!.textContent,
        id: String(clause.attrs['id']),
        status: String(clause.attrs['status']),
        other: JSON.stringify(clause.attrs['other']),
        threads,
      }
    }),
  )

/** Gives clause Two a status, a comment, and something that this program does not know. */
const adorn = () =>
  screen.page.evaluate(() => {
    const { anna } = window.rig
    const { schema } = anna.state
    const comment = schema.marks['comment']!.create({ thread: 't1' })
    anna.change((tr) => tr.addMark(anna.pos('sea'), anna.pos('is', 'after'), comment))
    const at = anna.binding.startOf(anna.id('Two'))!
    anna.change((tr) => tr.setNodeAttribute(at, 'status', 'AGREED').setNodeAttribute(at, 'other', { colour: 'red' }))
    anna.binding.stopCapturing()
  })

/** What a paste would give. */
const clipboard = () =>
  screen.page.evaluate(async () => {
    const [item] = await navigator.clipboard.read()
    const get = async (type: string) => (await item!.getType(type)).text()
    return { html: await get('text/html'), text: await get('text/plain') }
  })

/** Puts something of another program on the clipboard, as it is. */
const fill = (data: Readonly<Record<string, string>>) =>
  screen.page.evaluate((held) => {
    const take = (event: ClipboardEvent) => {
      for (const [type, value] of Object.entries(held)) event.clipboardData!.setData(type, value)
      event.preventDefault()
      event.stopImmediatePropagation()
    }
    document.addEventListener('copy', take, { capture: true, once: true })
    document.execCommand('copy')
  }, data)

describe('a whole clause', () => {
  it('[CB-8] that is cut and pasted keeps id, status and comments, with all below it', async () => {
    await screen.begin(report)
    await adorn()
    const before = await clauses()
    await screen.press('Escape', 'Control+x')
    expect(await screen.allShow()).toBe('One: first\nThree: end')
    await screen.press('Control+v')
    const wanted = outline(`
      One: first
      Three: end
      #Two: the sea is wide
        Two one: deep`)
    expect(await screen.shows()).toBe(wanted)
    expect(await screen.allShow()).toBe(wanted.replace('#', ''))
    const [one, two, child, three] = before
    expect(two).toMatchObject({ status: 'AGREED', other: '{"colour":"red"}', threads: ['t1'] })
    expect(await clauses()).toEqual([one, three, two, child])
    await screen.press('Control+z')
    expect(await screen.allShow()).toBe('One: first\nThree: end')
    await screen.press('Control+z')
    expect(await clauses()).toEqual(before)
    await screen.allShow()
  })

  it('[CB-8] that is cut comes back as the text holds it, also when another wrote in it meanwhile', async () => {
    await screen.begin(report)
    await screen.page.evaluate(() => window.rig.ben.type(' and deep', 'is wide'))
    await screen.press('Escape', 'Control+x', 'Control+v')
    expect(await screen.allShow()).toBe(
      outline(`
        One: first
        Three: end
        Two: the sea is wide and deep
          Two one: deep`),
    )
  })

  it('[CB-8] that is copied and pasted gets a new id, twice', async () => {
    await screen.begin(report)
    await adorn()
    const before = await clauses()
    await screen.press('Escape', 'Control+c', 'Control+v', 'Control+v')
    const wanted = outline(`
      One: first
      Two: the sea is wide
        Two one: deep
      Two: the sea is wide
        Two one: deep
      Two: the sea is wide
        Two one: deep
      Three: end`)
    expect(await screen.allShow()).toBe(wanted)
    const after = await clauses()
    expect(after.filter(({ id }) => before.some((old) => old.id === id))).toHaveLength(4)
    expect(new Set(after.map(({ id }) => id)).size).toBe(8)
    expect(after[1]).toEqual(before[1])
    expect(after.map(({ threads }) => threads.length)).toEqual([0, 1, 0, 0, 0, 0, 0, 0])
    await screen.press('Control+z', 'Control+z')
    expect(await clauses()).toEqual(before)
  })

  it('[CB-8] comes in with four others in one step of undo', async () => {
    await screen.begin('One: fi^rst\nTwo: 2\n  Three: 3\n    Four: 4\n  Five: 5\nSix: 6')
    await screen.page.evaluate(() => {
      const { anna } = window.rig
      anna.select(anna.pos('Two'), anna.pos('5', 'after'))
    })
    await screen.press('Escape', 'Control+c')
    const before = await screen.allShow()
    await screen.begin('One: fi^rst\nLast')
    await screen.press('Control+v')
    expect(await screen.allShow()).toContain('Five: 5')
    await screen.press('Control+z')
    expect(await screen.shows()).toBe('One: fi^rst\nLast')
    expect(before).toContain('Six')
  })

  it('is pasted on the level of the clause with the caret, after all below that', async () => {
    await screen.begin('One\n  Deep: sea\n    Deeper: la^nd\nTwo\n  Below: sky\n    More')
    await screen.press('Escape', 'Control+c')
    await screen.page.evaluate(() => window.rig.anna.select(window.rig.anna.pos('One')))
    await screen.press('Control+v')
    expect(await screen.allShow()).toBe(
      outline(`
        One
          Deep: sea
            Deeper: land
        Deeper: land
        Two
          Below: sky
            More`),
    )
  })
})

describe('what is selected across clauses', () => {
  const long = `
    One: first
    Two: 2
      Two one: the ~sea is wide | and deep
      Two two: second
    Three: third
    Four: the la^nd is near
    Five: end`

  it('[CB-9] is copied whole and in order', async () => {
    await screen.begin(long)
    await screen.press('Control+c')
    const { html, text } = await clipboard()
    const words = ['sea is wide', 'and deep', 'Two two', 'second', 'Three', 'third', 'Four', 'the la']
    expect(text.split(/\n+/)).toEqual(words)
    let at = 0
    for (const word of words) expect((at = html.indexOf(word, at))).toBeGreaterThanOrEqual(0)
    expect(html).not.toContain('first')
    expect(html).not.toContain('near')
  })

  it('[CB-9] is written over, and one undo brings everything back', async () => {
    await screen.begin(long)
    await screen.type('x')
    expect(await screen.allShow()).toBe(
      outline(`
        One: first
        Two: 2
          Two one: the xnd is near
        Five: end`),
    )
    await screen.press('Control+z')
    expect(await screen.shows()).toBe(outline(long))
    await screen.press('Control+y')
    expect(await screen.allShow()).toContain('Two one: the xnd is near\nFive')
  })

  it('[CB-9] is cut and pasted back: the same words stand there, the caret behind them', async () => {
    await screen.begin(long)
    await screen.press('Control+x', 'Control+v')
    expect((await screen.shows()).replace('^', '')).toBe(outline(long).replace(/[~^]/g, ''))
    expect(await screen.shows()).toContain('the la^nd')
    await screen.allShow()
    await screen.press('Control+z', 'Control+z')
    expect(await screen.shows()).toBe(outline(long))
  })
})

describe('what comes from other programs', () => {
  const paste = async (data: Readonly<Record<string, string>>, at = 'One: fi^rst\nTwo: second') => {
    await screen.begin(at)
    await fill(data)
    await screen.press('Control+v')
    return screen.allShow()
  }

  it('becomes clean paragraphs, lists and emphasis', async () => {
    const shows = await paste({
      'text/html': `<html><head><style>p { color: red }</style><title>A page</title></head><body class="x"><!--StartFragment-->
        <p style="color: red" onclick="alert(1)">one <b>bold</b> <i>it</i> <code>co</code></p>
        <ul><li>item</li><li><p>item two</p></li></ul><ol><li>number</li></ol>
        <p>last <a href="https://example.org/x">link</a></p><!--EndFragment--></body></html>`,
    })
    expect(shows).toContain('<strong>bold</strong> <em>it</em> <code>co</code>')
    expect(shows).toContain('{BULLET}item | {BULLET}item two | {NUMBER}number')
    expect(shows).toContain('<link>link</link>')
    expect(shows).not.toMatch(/color|A page|alert/)
  })

  it('keeps lists, however they are nested', async () => {
    const shows = await paste(
      {
        'text/html': `<ul><li>a<ul><li><p>b</p><p>more</p><ol type="a"><li>c<ul><li>d</li></ul></li></ol></li></ul></li><li>e</li>
          <ul><li>f</li></ul></ul><ul>
          <li>
            <div>g</div>
          </li>
          </ul>`,
      },
      'One: ^',
    )
    expect(shows).toBe(
      'One: {BULLET}a | {BULLET 1}b | more | {LETTER 2}c | {BULLET 2}d | {BULLET}e | {BULLET 1}f | {BULLET}g',
    )
  })

  it('keeps its headings as clauses, the highest on the level where they come in', async () => {
    const html = '<p>before</p><h3>Scope</h3><p>words of it</p><h4>More</h4><p>words of <b>more</b></p><h3>Last</h3>'
    expect(await paste({ 'text/html': html }, 'One\n  Two: sea ^land\n  Three')).toBe(
      outline(`
        One
          Two: sea before
          Scope: words of it
            More: words of <strong>more</strong>
          Lastland
          Three`),
    )
    await screen.press('Control+z')
    expect(await screen.shows()).toBe('One\n  Two: sea ^land\n  Three')
  })

  it('brings nothing that is unsafe along, and nothing is fetched or run', async () => {
    const shows = await paste({
      'text/html': `<p>safe<script>alert('script')</script><img src="http://localhost/evil.png" onerror="alert('img')">
        <a href="javascript:alert('link')">words</a> <a href=" java\nscript:alert(1)">more</a> <a href="data:text/html,x">data</a>
        <iframe src="http://localhost/frame"></iframe><svg onload="alert('svg')"><circle/></svg>
        <span data-unknown="" onmouseover="alert(1)">odd</span></p><form><input value="x"><button>press</button></form>`,
    })
    expect(shows).toMatch(/safe.*words.*more.*data/s)
    expect(shows).not.toContain('link>')
    const { html, raw } = await screen.page.evaluate(() => ({
      html: document.querySelector('#anna')!.innerHTML,
      raw: JSON.stringify(window.rig.ben.state.doc.toJSON()),
    }))
    for (const written of [html, raw])
      expect(written).not.toMatch(/javascript|alert|<script|<img src|iframe|onerror|evil/i)
    await screen.page.locator('#anna p', { hasText: 'safe' }).first().click()
    expect(screen.problems).toEqual([])
  })

  it('is plain text where there is only that: a paragraph a line', async () => {
    const shows = await paste({ 'text/plain': 'sea\n\nland <b>\nsky' }, 'One: fi^rst')
    expect(shows).toBe('One: fisea | land <b> | skyrst')
  })

  it('does not bring a clause in that names an id of another, nor a level that jumps', async () => {
    await screen.begin('One: fi^rst\nTwo: second')
    const id = await screen.page.evaluate(() => window.rig.anna.id('Two'))
    await fill({
      'text/html': `<section data-pm-slice="0 0 []" data-clause="${id}" data-level="9" data-status="NONSENSE"><h2>False</h2><p>x</p></section>
        <section data-clause="__proto__" data-level="-3"><h2>Proto</h2></section>`,
    })
    await screen.press('Control+v')
    expect(await screen.allShow()).toContain('False: x\nProto')
    const ids = (await clauses()).map((clause) => clause.id)
    expect(new Set(ids).size).toBe(4)
    expect(ids).not.toContain('__proto__')
    expect((await clauses()).find(({ title }) => title === 'Two')!.id).toBe(id)
  })

  it('becomes part of the paragraph where it comes in, whatever that is', async () => {
    expect(await paste({ 'text/html': '<p>sea</p>' }, 'One: {NOTE}^')).toBe('One: {NOTE}sea')
    expect(await paste({ 'text/html': '<p>sea</p><p>land</p>' }, 'One: {NOTE}the^')).toBe('One: {NOTE}thesea | land')
  })

  it('makes a link of the selected words when it is an address', async () => {
    const shows = await paste({ 'text/plain': 'https://example.org/a' }, 'One: the ~sea^ is wide')
    expect(shows).toBe('One: the <link>sea</link> is wide')
  })

  it('keeps an address as words where nothing is selected, and one that is not safe in any case', async () => {
    expect(await paste({ 'text/plain': 'https://example.org/a' }, 'One: the ^sea')).toBe(
      'One: the https://example.org/asea',
    )
    expect(await paste({ 'text/plain': 'javascript:alert(1)' }, 'One: the ~sea^')).toBe('One: the javascript:alert(1)')
  })
})
