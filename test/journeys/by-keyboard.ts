/** A writing room as somebody finds their way in it who has only a keyboard. */
import type { Page } from 'playwright-core'
import { hasFocus, pressUntil } from './keyboard.js'

/** Waits until something is so; after ten seconds says what was waited for. */
export async function soon(
  what: string,
  isSo: () => Promise<unknown>,
  instead?: () => Promise<unknown>,
): Promise<void> {
  const end = Date.now() + 10_000
  while (!(await isSo())) {
    if (Date.now() > end)
      throw new Error(`${what}: not so after ten seconds. ${JSON.stringify(await instead?.(), null, 1) ?? ''}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

export class KeyboardRoom {
  constructor(readonly page: Page) {}

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  type(words: string): Promise<void> {
    return this.page.keyboard.type(words)
  }

  /** Tabs to the link or button that is called so. */
  async tabToName(name: RegExp, key = 'Tab'): Promise<void> {
    for (let presses = 0; presses < 250; presses++) {
      const called = await this.page.evaluate(() => {
        const { activeElement } = document
        if (!activeElement?.matches('a, button, input, [role=menuitem]')) return ''
        return activeElement.getAttribute('aria-label') ?? activeElement.textContent
      })
      if (name.test(called.trim())) return
      await this.press(key)
    }
    throw new Error(`${key} does not lead to ${name}`)
  }

  /** Goes around by F6 until the focus is there. */
  to(place: 'tools' | 'outline' | 'sheet'): Promise<void> {
    return pressUntil(this.page, 'F6', { tools: '.tools', outline: '.outline-tree', sheet: '.sheet-text' }[place])
  }

  /** Chooses a clause in the tree and goes to the end of its heading. */
  async jump(title: string): Promise<void> {
    await this.to('outline')
    await this.press('Home')
    const chosen = () =>
      this.page.evaluate(() => {
        const row = document.querySelector('[role=treeitem][aria-selected=true]')
        return row?.querySelector('.outline-words')?.textContent ?? ''
      })
    for (let presses = 0; (await chosen()) !== title; presses++) {
      if (presses > 100) throw new Error(`There is no clause "${title}"`)
      await this.press('ArrowDown')
    }
    await this.press('Enter')
    await this.isIn('.sheet-text')
  }

  /** Chooses what is called so in a menu of the tools. */
  async chooseTool(menu: RegExp, item: RegExp): Promise<void> {
    await this.to('tools')
    await this.press('Home')
    await this.tabToName(menu, 'ArrowRight')
    await this.press('Enter')
    await this.page.getByRole('menu').waitFor()
    await this.tabToName(item, 'ArrowDown')
    await this.press('Enter')
    await this.isIn('.sheet-text')
  }

  /** The lines of the text: number and heading of each clause, and what stands below it, with generated words. */
  text(): Promise<string[]> {
    return this.page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.sheet-text > section')].flatMap((clause) => {
        const copy = clause.cloneNode(true) as HTMLElement
        for (const drawn of copy.querySelectorAll('.caret, .rescued-note')) drawn.remove()
        return [...copy.children].map((block) => {
          const { number, label, kind, list, indent } = (block as HTMLElement).dataset
          const caption = block.querySelector<HTMLElement>('[data-kind=CAPTION]')?.dataset['label']
          const manner = list ? `${list} ${indent}` : (number ?? label ?? caption ?? kind ?? '')
          const cells = [...block.querySelectorAll('tr')].map((row) =>
            [...row.children].map((cell) => cell.textContent).join('|'),
          )
          const words = block.querySelector('[data-kind=CAPTION]')?.textContent ?? block.textContent
          return `${manner ? `${manner}: ` : ''}${words}${cells.length > 0 ? ` [${cells.join('; ')}]` : ''}`
        })
      }),
    )
  }

  /** Waits until the focus is there. */
  isIn(selector: string): Promise<void> {
    return soon(
      `focus in ${selector}`,
      () => hasFocus(this.page, selector),
      () => this.page.evaluate(() => document.activeElement?.outerHTML.slice(0, 300)),
    )
  }

  /** Waits until the text has such a line. */
  shows(line: RegExp): Promise<void> {
    return soon(
      String(line),
      async () => (await this.text()).some((one) => line.test(one)),
      () => this.text(),
    )
  }

  /** What was said last to somebody who cannot see the room. */
  async hears(sentence: RegExp): Promise<void> {
    const said = () =>
      this.page.evaluate(() =>
        [...document.querySelectorAll('[role=status][aria-live=polite]')].map((one) => one.textContent).join(' | '),
      )
    await soon(String(sentence), async () => sentence.test(await said()), said)
  }

  async isSaved(): Promise<void> {
    await soon('saved', async () => /^(Saved|Everything is saved)/.test(await this.page.locator('.saved').innerText()))
  }
}
