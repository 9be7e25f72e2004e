/**
 * What only a page shows: the way of the caret, what a remote edit draws anew, input methods. Acceptance, docs/rules/drafting.md, CB-10 to CB-12, CB-15.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { CDPSession } from 'playwright-core'
import { openScreen, type Screen } from './screen.js'

let screen: Screen
let devtools: CDPSession
beforeAll(async () => {
  screen = await openScreen()
  devtools = await screen.page.context().newCDPSession(screen.page)
})
afterAll(() => screen.close())

const exchange = () => screen.page.evaluate(() => window.rig.text.exchange())

/** Forty clauses, more than the window shows by far. The caret is where `words` are. */
function long(words = ''): string {
  const clauses = Array.from({ length: 40 }, (_, i) => {
    const number = i + 1
    const line = `${i % 4 === 0 ? '' : '  '}Clause ${number}.: lit words of ${number}. and more | second of ${number}.`
    return line
  })
  return clauses.join('\n').replace(words.replaceAll(/[~^]/g, '') || '\0', words)
}

describe('the caret', () => {
  it('[CB-10] goes down from the end of a clause to the next title, and so to the end of the report and back', async () => {
    await screen.begin(long('second of 1.^'))
    await screen.press('ArrowDown')
    expect((await screen.shows()).split('\n')[1]).toMatch(/^ {2}Cl.*\^.*: lit words of 2\./)
    const title = () =>
      screen.page.evaluate(async () => {
        await window.aFrame()
        const { $head } = window.rig.view.state.selection
        return `${$head.node(1).firstChild!.textContent}/${$head.index(1)}`
      })
    const seen = [await title()]
    for (let presses = 0; presses < 150 && seen.at(-1) !== 'Clause 40./2'; presses++) {
      await screen.press('ArrowDown')
      const now = await title()
      if (now !== seen.at(-1)) seen.push(now)
    }
    const all = Array.from({ length: 40 }, (_, i) => [0, 1, 2].map((child) => `Clause ${i + 1}./${child}`)).flat()
    expect(seen).toEqual(all.slice(3))
    for (let presses = 0; presses < 150 && (await title()) !== 'Clause 1./0'; presses++) await screen.press('ArrowUp')
    expect(await title()).toBe('Clause 1./0')
  })

  it('[CB-10] goes right from the last word of a clause to the next title, and left again', async () => {
    await screen.begin('One: sea^\nTwo: land')
    await screen.press('ArrowRight')
    expect(await screen.shows()).toBe('One: sea\n^Two: land')
    await screen.press('ArrowLeft')
    expect(await screen.shows()).toBe('One: sea^\nTwo: land')
  })

  it('[CB-10] extends the selection across clauses with Shift', async () => {
    await screen.begin(long('secon^d of 3.'))
    await screen.press('Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown')
    const [selected, drawn] = await screen.page.evaluate(async () => {
      await window.aFrame()
      return [window.rig.anna.selected, String(document.getSelection())] as const
    })
    expect(selected).toMatch(/^d of 3\.\|Clause 4\.\|lit words of 4\. and more\|second of 4\.\|Clause 5\.\|/)
    expect(drawn.replaceAll(/\s+/g, ' ')).toMatch(
      /^d of 3\. Clause 4\. lit words of 4\. and more second of 4\. Clause 5\. /,
    )
    await screen.press('Shift+Control+End')
    await screen.shows()
    await screen.press('Delete')
    expect(await screen.allShow()).toMatch(/ {2}Clause 3\.: lit words of 3\. and more \| secon$/)
    await screen.press('Control+z')
    expect(await screen.allShow()).toBe(long())
  })

  it('[CB-10] selects the whole report with Control and a, and copies all of it, drawn or not', async () => {
    await screen.begin(long('second of 3^.'))
    await screen.press('Control+a', 'Control+c')
    const text = await screen.page.evaluate(() => navigator.clipboard.readText())
    expect(text.split(/\n+/)).toEqual(
      long()
        .split('\n')
        .flatMap((line) => line.trim().split(/: | \| /)),
    )
    await screen.press('Control+End')
    await screen.shows()
    await screen.type('!')
    expect(await screen.allShow()).toMatch(/second of 40\.!$/)
    await screen.press('Control+Home')
    await screen.type('!')
    expect(await screen.allShow()).toMatch(/^!Clause 1\./)
  })
})

/** Watches what is drawn anew in Anna's editor; answers the ids of the clauses, `root` where clauses came or went. */
const watch = () =>
  screen.page.evaluate(() => {
    const seen = new Set<string>()
    const take = (records: readonly MutationRecord[]) => {
      for (const { target, addedNodes, removedNodes } of records) {
        // What was taken out altogether is told of by where it was.
        if (!target.isConnected) continue
        const element = target instanceof Element ? target : target.parentElement!
        const clause = element.closest('[data-clause]')?.getAttribute('data-clause')
        const moved = [...addedNodes, ...removedNodes].map((node) => (node as Element).getAttribute?.('data-clause'))
        for (const id of clause ? [clause] : moved) seen.add(id ?? 'something else')
      }
    }
    const observer = new MutationObserver(take)
    observer.observe(document.querySelector('#anna')!, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    })
    const lights = [...document.querySelectorAll('#anna .lit')]
    const [scrolled, main] = [document.querySelector('#anna')!.scrollTop, document.querySelector('#anna')!]
    const selected = () => `${String(document.getSelection())} ${window.rig.anna.selected}`
    const before = selected()
    Object.assign(window, {
      watched: async () => {
        await window.aFrame()
        take(observer.takeRecords())
        const { anna } = window.rig
        const titleOf = (id: string) =>
          anna.state.doc.children.find(({ attrs }) => attrs['id'] === id)?.firstChild?.textContent ?? id
        const kept = [...document.querySelectorAll('#anna .lit')]
        return {
          drawn: [...seen].map(titleOf).sort(),
          lights: lights.filter((light) => !kept.includes(light)).length,
          scrolled: main.scrollTop - scrolled,
          isSameSelection: before === selected(),
          selected: before,
        }
      },
    })
  })
const watched = () =>
  screen.page.evaluate(() => (window as unknown as { watched(): Promise<Record<string, unknown>> }).watched())

describe('what another writes', () => {
  const begin = async () => {
    await screen.begin(long('lit ~words^ of 20.'))
    await screen.page.evaluate(async () => {
      window.rig.view.dispatch(window.rig.view.state.tr.scrollIntoView())
      await window.aFrame()
      document.querySelector('#anna')!.scrollTop += 40
      await window.aFrame()
    })
    await watch()
  }
  const quiet = { scrolled: 0, isSameSelection: true, selected: 'words words' }

  it.each([
    ['typing below', 'Clause 35.', (words: string) => window.rig.ben.type(words, 'second of 35.')],
    ['typing above', 'Clause 2.', (words: string) => window.rig.ben.type(words, 'second of 2.')],
    ['typing in a title', 'Clause 22. by Ben', (words: string) => window.rig.ben.type(words, 'Clause 22.')],
    [
      'emphasis',
      'Clause 21.',
      () => {
        const { ben } = window.rig
        const strong = ben.state.schema.marks['strong']!.create()
        ben.change((tr) => tr.addMark(ben.pos('of 21.'), ben.pos('of 21.', 'after'), strong))
      },
    ],
    [
      'a new paragraph',
      'Clause 30.',
      () => {
        const { ben } = window.rig
        ben.change((tr) => tr.split(ben.pos('30. and more') + 8))
      },
    ],
    [
      'the kind of a paragraph',
      'Clause 30.',
      () => {
        const { ben } = window.rig
        ben.change((tr) => tr.setNodeAttribute(ben.block('second of 30.'), 'kind', 'NOTE'))
      },
    ],
    [
      'a clause that goes',
      /^c/,
      () => {
        const { ben } = window.rig
        const at = ben.binding.startOf(ben.id('Clause 31.'))!
        ben.change((tr) => tr.delete(at, at + tr.doc.nodeAt(at)!.nodeSize))
      },
    ],
    [
      'a clause that moves',
      'Clause 39.',
      () => {
        const { ben } = window.rig
        const at = ben.binding.startOf(ben.id('Clause 39.'))!
        const node = ben.state.doc.nodeAt(at)!
        ben.change((tr) => {
          tr.delete(at, at + node.nodeSize)
          tr.insert(ben.binding.startOf(ben.id('Clause 38.'))!, node)
        })
      },
    ],
    [
      'a status',
      'Clause 36.',
      () => {
        const { ben } = window.rig
        ben.change((tr) => tr.setNodeAttribute(ben.binding.startOf(ben.id('Clause 36.'))!, 'status', 'AGREED'))
      },
    ],
  ] as const)('[CB-11] draws only its own clause anew: %s', async (_, title, act) => {
    await begin()
    await screen.page.evaluate(act as (words: string) => void, ' by Ben')
    await exchange()
    const { drawn, ...rest } = await watched()
    if (typeof title === 'string') expect(drawn).toEqual([title].slice(0, (drawn as string[]).length))
    else expect(drawn).toEqual([expect.stringMatching(title)])
    expect(rest).toEqual({
      ...quiet,
      lights: ['a clause that goes', 'a clause that moves'].includes(_) ? 1 : 0,
    })
    await screen.allShow()
  })

  it('[CB-11] leaves the selected words selected when two edits arrive at once in their paragraph', async () => {
    const edits: readonly (() => void)[] = [
      () => {
        const { ben } = window.rig
        ben.change((tr) => tr.insertText(' end', ben.pos('six', 'after')).insertText('begin ', ben.pos('one')))
      },
      () => {
        const { ben } = window.rig
        ben.change((tr) => {
          tr.insertText('6', ben.pos('six'), ben.pos('six', 'after'))
          tr.insertText('1', ben.pos('one'), ben.pos('one', 'after'))
        })
      },
      () => {
        const { ben } = window.rig
        ben.change((tr) => tr.delete(ben.pos('five'), ben.pos('six', 'after')).delete(ben.pos('one'), ben.pos('three')))
      },
      () => {
        const { ben } = window.rig
        ben.type('!', 'two')
        ben.type('?', 'five')
      },
      () => {
        const { ben } = window.rig
        ben.change((tr) => tr.insertText('>', ben.pos('three')).insertText('<', ben.pos('four', 'after') + 1))
      },
    ]
    for (const edit of edits)
      for (const [from, to] of [
        ['three', 'four'],
        ['four', 'three'],
      ] as const) {
        await screen.begin('One: one two three four five six\nTwo: other')
        await screen.page.evaluate(
          ([anchor, head]) => {
            const { anna } = window.rig
            const isForward = anchor === 'three'
            anna.select(
              anna.pos(anchor!, isForward ? 'before' : 'after'),
              anna.pos(head!, isForward ? 'after' : 'before'),
            )
          },
          [from, to],
        )
        await screen.page.evaluate(edit)
        await screen.allShow()
        const selected = () => screen.page.evaluate(() => [window.rig.anna.selected, String(document.getSelection())])
        expect(await selected()).toEqual(['three four', 'three four'])
      }
  })

  it('[CB-15] is shown though a plugin fails on it, and the next key takes away nobody’s words', async () => {
    await screen.begin('One: first^ words\nTwo: second')
    await screen.page.evaluate(() => {
      window.isFailing = true
      window.rig.ben.type(' REMOTE', 'words')
      window.rig.text.exchange()
      window.isFailing = false
    })
    expect(await screen.shows()).toBe('One: first^ words REMOTE\nTwo: second')
    expect(await screen.page.evaluate(() => window.rig.anna.faults.splice(0).map(String))).toEqual([
      'Error: a plugin failed',
    ])
    await screen.type('!')
    expect(await screen.allShow()).toBe('One: first! words REMOTE\nTwo: second')
    await screen.press('Control+z')
    expect(await screen.allShow()).toBe('One: first words REMOTE\nTwo: second')
  })
})

describe('an input method', () => {
  const compose = (text: string) =>
    devtools.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  const commit = (text: string) => devtools.send('Input.insertText', { text })
  const isComposing = () => screen.page.evaluate(() => window.rig.view.composing)
  /** A composition is settled a moment after its end: then both see the same. */
  const settled = () =>
    screen.page.waitForFunction(() => {
      window.rig.text.exchange()
      return !window.rig.view.composing && window.rig.anna.shows === window.rig.ben.shows
    })

  const remotely: readonly (readonly [what: string, act: () => void, to: string])[] = [
    ['typing before it', () => window.rig.ben.type('REMOTE', 'cl'), 'One: clREMOTEause 日本 two\nTwo: other'],
    ['typing after it', () => window.rig.ben.type(' REMOTE', ' two'), 'One: clause 日本 two REMOTE\nTwo: other'],
    [
      'typing at the same place',
      () => window.rig.ben.change((tr) => tr.insertText('REMOTE', window.rig.ben.pos(' two'))),
      'One: clause (日本REMOTE|REMOTE日本) two\nTwo: other',
    ],
    [
      'deleting before it',
      () => window.rig.ben.change((tr) => tr.delete(window.rig.ben.pos('clause'), window.rig.ben.pos('ause'))),
      'One: ause 日本 two\nTwo: other',
    ],
    [
      'deleting around it',
      () => window.rig.ben.change((tr) => tr.delete(window.rig.ben.pos('use'), window.rig.ben.pos('wo'))),
      'One: cla日本wo\nTwo: other',
    ],
    [
      'another paragraph before it',
      () =>
        window.rig.ben.change((tr) =>
          tr.insert(
            window.rig.ben.block('clause'),
            tr.doc.type.schema.nodes['para']!.create(null, tr.doc.type.schema.text('new')),
          ),
        ),
      'One: new | clause 日本 two\nTwo: other',
    ],
    [
      'emphasis on its paragraph',
      () => {
        const { ben } = window.rig
        const strong = ben.state.schema.marks['strong']!.create()
        ben.change((tr) => tr.addMark(ben.pos('clause'), ben.pos('clause', 'after'), strong))
      },
      'One: <strong>clause</strong> 日本 two\nTwo: other',
    ],
    ['typing in the title', () => window.rig.ben.type(' more', 'One'), 'One more: clause 日本 two\nTwo: other'],
    [
      'moving its clause',
      () => {
        const { ben } = window.rig
        const at = ben.binding.startOf(ben.id('One'))!
        const node = ben.state.doc.nodeAt(at)!
        ben.change((tr) => tr.delete(at, at + node.nodeSize).insert(tr.doc.content.size, node))
      },
      'Two: other\nOne: clause 日本 two',
    ],
  ]

  it.each(remotely)('[CB-12] goes on, and doubles and loses nothing, with another %s meanwhile', async (_, act, to) => {
    await screen.begin('One: clause ^ two\nTwo: other')
    await compose('に')
    await compose('にほ')
    expect(await isComposing()).toBe(true)
    await screen.page.evaluate(act)
    await exchange()
    expect(await isComposing()).toBe(true)
    await compose('にほん')
    expect(await isComposing()).toBe(true)
    await commit('日本')
    await settled()
    expect(await screen.allShow()).toMatch(
      new RegExp(`^${to.replaceAll('|', (sign) => (to.includes('(') ? sign : '\\|'))}$`),
    )
    await screen.type('!')
    const shows = await screen.allShow()
    expect(shows).toContain('日本!')
  })

  it('[CB-12] does not hold back what another writes in other clauses', async () => {
    await screen.begin('One: clause ^ two\nTwo: other')
    await compose('に')
    await screen.page.evaluate(() => {
      window.rig.ben.type(' REMOTE', 'other')
      window.rig.text.exchange()
    })
    expect(await screen.page.evaluate(() => document.querySelector('#anna')!.textContent)).toContain('other REMOTE')
    expect(await isComposing()).toBe(true)
    await commit('日')
    await settled()
    expect(await screen.allShow()).toBe('One: clause 日 two\nTwo: other REMOTE')
  })

  it('[CB-12] can be undone as one step, and leaves the words of others', async () => {
    await screen.begin('One: clause ^ two\nTwo: other')
    await compose('に')
    await screen.page.evaluate(() => {
      window.rig.ben.type(' REMOTE', ' two')
      window.rig.text.exchange()
    })
    await commit('日本')
    await settled()
    expect(await screen.allShow()).toBe('One: clause 日本 two REMOTE\nTwo: other')
    await screen.press('Control+z')
    expect(await screen.allShow()).toBe('One: clause  two REMOTE\nTwo: other')
  })
})
