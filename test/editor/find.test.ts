/** Find and replace in a real browser, while others write. docs/rules/drafting.md, MN-1 to MN-5. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { mostHits } from '../../client/editor/find/find-plugin.js'
import { openScreen, type Screen } from './screen.js'

let screen: Screen
beforeAll(async () => {
  screen = await openScreen()
})
afterAll(() => screen.close())

const plain = { matchesCase: false, isWholeWords: false, scope: null as string | null }

/** Looks for something in Anna's editor; `below` is the title of the clause in which. */
const lookFor = (words: string, { below, ...query }: Partial<typeof plain> & { below?: string } = {}) =>
  screen.page.evaluate(
    ([asked, title]) => {
      const scope = title === undefined ? null : window.rig.anna.id(title)
      window.finding.lookFor(window.rig.view, { ...asked, scope })
    },
    [{ ...plain, words, ...query }, below] as const,
  )
const found = () =>
  screen.page.evaluate(() => {
    const { found, view } = window.rig
    const title = view.state.doc.children.find(({ attrs }) => attrs['id'] === found?.clause)?.firstChild?.textContent
    return found && [found.at === null ? '-' : found.at + 1, found.count, title ?? '', found.isMore ? 'more' : 'all']
  })
/** The words that are drawn as hits; the one that is looked at in brackets. */
const drawn = () =>
  screen.page.evaluate(() =>
    [...document.querySelectorAll('#anna .find-hit')].map((hit) =>
      hit.classList.contains('find-current') ? `[${hit.textContent}]` : hit.textContent,
    ),
  )
const go = (direction: 1 | -1 = 1) =>
  screen.page.evaluate((way) => window.finding.goOn(window.rig.view, way), direction)
const replaceOne = (words: string) =>
  screen.page.evaluate((by) => window.finding.replaceOne(window.rig.view, by), words)
const replaceAll = (words: string) =>
  screen.page.evaluate((by) => window.finding.replaceAll(window.rig.view, by), words)
const exchange = () => screen.page.evaluate(() => window.rig.text.exchange())
const close = () => screen.page.evaluate(() => window.finding.lookFor(window.rig.view, null))

describe('finding', () => {
  it('[MN-1] begins at the caret, goes on and around, and leaves the caret where it came to', async () => {
    await screen.begin('Water: the sea\nSea: and ^a sea\nLand: no Seas')
    await lookFor('sea')
    expect([await found(), await drawn()]).toEqual([
      [3, 4, 'Sea', 'all'],
      ['sea', 'Sea', '[sea]', 'Sea'],
    ])
    await go()
    await go()
    expect(await found()).toEqual([1, 4, 'Water', 'all'])
    await go(-1)
    expect(await found()).toEqual([4, 4, 'Land', 'all'])
    await close()
    expect([await found(), await drawn()]).toEqual([null, []])
    expect(await screen.shows()).toBe('Water: the sea\nSea: and a sea\nLand: no ~Sea^s')
  })

  it('[MN-1] finds words across marks, in notes and lists, never across two blocks', async () => {
    await screen.begin('One: a strong^hold | {NOTE}strong | {BULLET}hold')
    await screen.page.evaluate(() => {
      const { anna } = window.rig
      const at = anna.pos('hold')
      anna.change((tr) => tr.addMark(at, at + 4, tr.doc.type.schema.marks['strong']!.create()))
    })
    await lookFor('stronghold')
    expect([await found(), await drawn()]).toEqual([
      [1, 1, 'One', 'all'],
      ['[strong]', '[hold]'],
    ])
  })

  it('[MN-1] stays in one clause and all below it, and is everywhere when that clause is gone', async () => {
    await screen.begin('One: sea\nTwo: ^sea\n  Three: sea\nFour: sea')
    await lookFor('sea', { below: 'Two' })
    expect([await found(), await drawn()]).toEqual([
      [1, 2, 'Two', 'all'],
      ['[sea]', 'sea'],
    ])
    await go(-1)
    expect(await found()).toEqual([2, 2, 'Three', 'all'])
    await screen.page.evaluate(() => {
      const { ben } = window.rig
      ben.change((tr) => tr.delete(ben.block('Two') - 1, ben.block('Four') - 1))
    })
    await exchange()
    expect((await found())!.slice(0, 2)).toEqual(['-', 2])
  })

  it('[MN-4] keeps up with what others write, and looks at the same place', async () => {
    await screen.begin('One: sea\nTwo: a ^sea')
    await lookFor('sea')
    await screen.page.evaluate(() => window.rig.ben.type(' and another sea', 'sea'))
    await exchange()
    expect(await found()).toEqual([3, 3, 'Two', 'all'])
    await screen.page.evaluate(() => {
      const { ben } = window.rig
      ben.change((tr) => tr.delete(ben.pos('a sea'), ben.pos('a sea', 'after')))
    })
    await exchange()
    expect(await found()).toEqual(['-', 2, '', 'all'])
    await go()
    expect(await found()).toEqual([1, 2, 'One', 'all'])
  })

  it('[MN-4] reads only the clauses that changed', async () => {
    await screen.begin(Array.from({ length: 40 }, (_, i) => `Clause ${i}: words of the sea`).join('\n') + '^')
    await lookFor('sea')
    const read = await screen.page.evaluate(() => {
      const { view, anna } = window.rig
      const proto = Object.getPrototypeOf(view.state.doc) as { textBetween: (...args: unknown[]) => string }
      const { textBetween } = proto
      let lines = 0
      proto.textBetween = function (...args) {
        if (typeof args[3] === 'function') lines++
        return textBetween.apply(this, args)
      }
      anna.type('!', 'words')
      proto.textBetween = textBetween
      return lines
    })
    // Title and paragraph of the one clause.
    expect(read).toBe(2)
  })

  it('[MN-4] brings a hit onto the screen that was never drawn', async () => {
    await screen.begin(
      Array.from({ length: 60 }, (_, i) => `Clause ${i}: words ${i === 58 ? 'needle' : ''} | more`).join('\n') + '^',
    )
    await screen.press('Control+Home')
    await lookFor('needle')
    const isSeen = await screen.page.evaluate(async () => {
      await window.aFrame()
      const { top, bottom } = document.querySelector('#anna .find-current')!.getBoundingClientRect()
      return top >= 0 && bottom <= innerHeight
    })
    expect(isSeen).toBe(true)
  })

  it('[MN-4] counts no further than is of use', async () => {
    await screen.begin(`One: ${'a '.repeat(mostHits + 5)}^`)
    await lookFor('a')
    expect(await found()).toEqual([1, mostHits, 'One', 'more'])
    expect(await replaceAll('b')).toBe(mostHits + 5)
    expect(await found()).toEqual(['-', 0, '', 'all'])
  })

  it('[MN-1] does not disturb an input method', async () => {
    await screen.begin('One: the sea^ and')
    await lookFor('ea')
    const devtools = await screen.page.context().newCDPSession(screen.page)
    const compose = (text: string) =>
      devtools.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
    for (const text of [' s', ' se', ' sea', ' seas']) await compose(text)
    await devtools.send('Input.insertText', { text: ' sea' })
    await screen.page.waitForFunction(() => {
      window.rig.text.exchange()
      return !window.rig.view.composing && window.rig.anna.shows === window.rig.ben.shows
    })
    expect(await screen.allShow()).toBe('One: the sea sea and')
    await screen.type('!')
    expect(await drawn()).toEqual(['ea', 'ea'])
  })
})

describe('replacing', () => {
  beforeEach(() => screen.begin('Sea: ^a sea | {NOTE}the Sea and the seas\nLand: sea'))

  it('[MN-5] replaces one after the other, each a step of undo', async () => {
    await lookFor('sea', { matchesCase: true })
    expect([await replaceOne('sea and sea'), await found()]).toEqual([true, [3, 4, 'Sea', 'all']])
    expect(await replaceOne('lake')).toBe(true)
    expect(await screen.allShow()).toBe('Sea: a sea and sea | {NOTE}the Sea and the lakes\nLand: sea')
    await screen.press('Control+z')
    expect(await screen.allShow()).toBe('Sea: a sea and sea | {NOTE}the Sea and the seas\nLand: sea')
    await screen.press('Control+z')
    expect(await screen.allShow()).toBe('Sea: a sea | {NOTE}the Sea and the seas\nLand: sea')
  })

  it('[MN-5] replaces all as one step of undo and tells how many', async () => {
    await lookFor('sea')
    expect(await replaceAll('lake')).toBe(5)
    expect(await screen.allShow()).toBe('lake: a lake | {NOTE}the lake and the lakes\nLand: lake')
    await screen.press('Control+z')
    expect(await screen.allShow()).toBe('Sea: a sea | {NOTE}the Sea and the seas\nLand: sea')
    expect(await replaceAll('')).toBe(5)
    await screen.press('Control+z')
    await lookFor('sea', { isWholeWords: true, below: 'Land' })
    expect(await replaceAll('sea')).toBe(0)
    expect(await replaceAll('lake')).toBe(1)
  })

  it('[MN-5] keeps the marks of the first letter, and every comment on the words', async () => {
    await screen.page.evaluate(() => {
      const { anna } = window.rig
      const at = anna.pos('Sea and')
      anna.change((tr) => {
        const { strong, comment } = tr.doc.type.schema.marks
        tr.addMark(at, at + 2, strong!.create()).addMark(at + 1, at + 6, comment!.create({ thread: 't1' }))
      })
    })
    await lookFor('Sea', { matchesCase: true, isWholeWords: true })
    await replaceAll('Ocean')
    const kept = await screen.page.evaluate(() => {
      window.rig.text.exchange()
      return window.rig.ben
        .clause('Ocean')
        .child(2)
        .children.map((node) => `${node.text}:${node.marks.map(({ type }) => type.name).join()}`)
    })
    expect(kept).toEqual(['the :', 'Ocean:strong,comment', ' an:comment', 'd the seas:'])
    await screen.allShow()
  })

  it('[MN-5] meets what another writes at the same time without losing it', async () => {
    await lookFor('sea')
    await screen.page.evaluate(() => window.rig.ben.type('port', 'the sea'))
    await replaceAll('lake')
    expect(await screen.allShow()).toBe('lake: a lake | {NOTE}the lake and the lakeports\nLand: lake')
  })

  it('[MN-5] replaces nothing for somebody who may only read', async () => {
    await lookFor('sea')
    await screen.page.evaluate(() => window.rig.view.setProps({ editable: () => false }))
    expect([await replaceOne('lake'), await replaceAll('lake')]).toEqual([false, 0])
    await screen.page.evaluate(() => window.rig.view.setProps({ editable: () => true }))
    expect(await screen.allShow()).toContain('Sea: a sea')
  })
})
