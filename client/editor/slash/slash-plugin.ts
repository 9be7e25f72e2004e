/**
 * The menu behind "/" at the beginning of an empty paragraph. What is typed after the sign narrows the list; it stands in the text until an entry is chosen,
 * so leaving the menu keeps what was typed.
 */
import {
  Plugin,
  PluginKey,
  Selection,
  TextSelection,
  type Command,
  type EditorState,
  type Transaction,
} from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import type { Words } from '#schema/words/index.js'
import type { Node } from 'prosemirror-model'
import { insertBlock } from '../commands/insert-block.js'
import { openKey } from '../things/open-thing.js'
import { entriesFor, slashEntries, slashGroups, type Found } from './entries.js'

export interface SlashMenu {
  /** Where the sign stands. */
  readonly from: number
  readonly typed: string
  readonly found: readonly Found[]
  readonly at: number
}

interface Meta {
  readonly open?: number
  readonly close?: true
  readonly mark?: number
}

const slashKey = new PluginKey<SlashMenu | null>('slash')

/** The menu as it is shown; null when it is not. */
export const slashMenu = (state: EditorState): SlashMenu | null => slashKey.getState(state) ?? null

const meta = (tr: Transaction, change: Meta): Transaction => tr.setMeta(slashKey, change)

/** In code a sign is a sign. */
const isEmptyParagraph = ({ type, childCount, attrs }: Node): boolean =>
  type.name === 'para' && childCount === 0 && attrs['kind'] !== 'CODE'

const closing: Command = (state, dispatch) => {
  if (!slashMenu(state)) return false
  dispatch?.(meta(state.tr, { close: true }))
  return true
}

const marking =
  (step: 1 | -1): Command =>
  (state, dispatch) => {
    const menu = slashMenu(state)
    if (!menu || menu.found.length === 0) return false
    dispatch?.(meta(state.tr, { mark: (menu.at + step + menu.found.length) % menu.found.length }))
    return true
  }

/** Takes the sign and what was typed out of the text and does what was chosen: one step. */
export const choose =
  (number?: number): Command =>
  (state, dispatch, view) => {
    const menu = slashMenu(state)
    const entry = menu?.found[number ?? menu.at]
    if (!menu || !entry) return false
    if (!dispatch) return true
    const tr = meta(state.tr.delete(menu.from, state.selection.from), { close: true })
    // The command sees the paragraph as it is without the sign; what it does is joined to that.
    const cleared = state.apply(tr)
    let isDone = false
    const take = (done: Transaction) => {
      isDone = true
      for (const step of done.steps) tr.step(step)
      if (done.selectionSet || done.docChanged)
        tr.setSelection(Selection.fromJSON(tr.doc, done.selection.toJSON() as object))
      const opened = done.getMeta(openKey) as unknown
      if (opened) tr.setMeta(openKey, opened)
      dispatch(tr.scrollIntoView())
    }
    entry.command(cleared, take)
    if (isDone) return true
    // What goes by the document model acts on the text as it is: the sign goes first.
    dispatch(tr)
    if (view) entry.command(view.state, view.dispatch, view)
    return true
  }

/** Opens the menu: in the empty paragraph of the caret, or in a new one after it. */
export const openSlash: Command = (state, dispatch) => {
  const { $from } = state.selection
  const isHere = isEmptyParagraph($from.parent)
  const inserted = isHere ? null : insertBlock(state, state.schema.nodes['para']!.create())
  if (!isHere && !inserted) return false
  const tr = inserted?.tr ?? state.tr
  const from = inserted ? inserted.pos + 1 : $from.pos
  tr.insertText('/', from).setSelection(TextSelection.create(tr.doc, from + 1))
  dispatch?.(meta(tr, { open: from }).scrollIntoView())
  return true
}

export interface SlashOptions {
  readonly words: Words
  /** Minutes have records. */
  readonly isMinutes?: boolean
}

let count = 0

export function slash({ words, isMinutes = false }: SlashOptions): Plugin<SlashMenu | null> {
  const id = `slash-${++count}`
  const wordsOf = ({ id: name }: { readonly id: string }) => ({
    label: words.dynamic(`thing.slash.${name}`),
    others: words.has(`thing.slashFind.${name}`) ? words.dynamic(`thing.slashFind.${name}`) : '',
  })
  const menuAt = (state: EditorState, from: number, held?: SlashMenu): SlashMenu | null => {
    const { $from, empty } = state.selection
    const typed = empty && $from.parent.isTextblock ? state.doc.textBetween(from, Math.max(from, $from.pos)) : ''
    if (from > $from.pos || from < $from.start() || !typed.startsWith('/')) return null
    const found = entriesFor(slashEntries(isMinutes), typed.slice(1), wordsOf)
    // Nothing is called so, and more is typed: these are words.
    if (found.length === 0 && /\s/.test(typed)) return null
    // What is called so is marked before what is only looked for so.
    const name = typed.slice(1).toLocaleLowerCase()
    const best = found.findIndex(({ label }) => label.toLocaleLowerCase().startsWith(name))
    return { from, typed: typed.slice(1), found, at: held?.typed === typed.slice(1) ? held.at : Math.max(0, best) }
  }
  return new Plugin<SlashMenu | null>({
    key: slashKey,
    state: {
      init: () => null,
      apply(tr, held, _, state) {
        const told = tr.getMeta(slashKey) as Meta | undefined
        if (told?.close) return null
        if (told?.open !== undefined) return menuAt(state, told.open)
        if (!held) return null
        if (told?.mark !== undefined) return { ...held, at: told.mark }
        if (!tr.docChanged && !tr.selectionSet) return held
        const { pos, deleted } = tr.mapping.mapResult(held.from, 1)
        return deleted ? null : menuAt(state, pos, held)
      },
    },
    props: {
      handleTextInput(view, from, to, text) {
        const { $from } = view.state.selection
        if (text !== '/' || from !== to || view.composing || !isEmptyParagraph($from.parent)) return false
        const tr = view.state.tr.insertText('/', from)
        view.dispatch(meta(tr, { open: from }).scrollIntoView())
        return true
      },
      handleKeyDown(view, event) {
        if (!slashMenu(view.state) || view.composing || event.isComposing) return false
        const command = {
          Escape: closing,
          ArrowDown: marking(1),
          ArrowUp: marking(-1),
          Enter: choose(),
          Tab: choose(),
        }[event.key]
        return command?.(view.state, view.dispatch, view) ?? false
      },
      handleDOMEvents: {
        blur: (view) => void closing(view.state, view.dispatch),
      },
      attributes: (state): Record<string, string> => {
        const menu = slashMenu(state)
        const marked = menu?.found[menu.at]
        return menu ? { 'aria-controls': id, ...(marked && { 'aria-activedescendant': `${id}-${marked.id}` }) } : {}
      },
    },
    view: (view) => new MenuView(view, id, words),
  })
}

/** Draws the menu below the sign. */
class MenuView {
  private readonly dom = document.createElement('div')
  private drawn: readonly Found[] | null = null

  constructor(
    private readonly view: EditorView,
    private readonly id: string,
    private readonly words: Words,
  ) {
    this.dom.className = 'slash-menu popover'
    this.dom.id = id
    this.dom.setAttribute('role', 'listbox')
    // What scrolls can be reached; the keys of the text walk in it all the same.
    this.dom.tabIndex = 0
    this.dom.setAttribute('aria-label', words('thing.slashMenu'))
    this.dom.hidden = true
    view.dom.ownerDocument.body.append(this.dom)
  }

  update(view: EditorView, before: EditorState): void {
    const menu = slashMenu(view.state)
    if (menu === slashMenu(before) && (!menu || view.state.doc === before.doc)) return
    this.dom.hidden = menu === null
    if (!menu) {
      this.drawn = null
      return
    }
    if (this.drawn?.map(({ id }) => id).join() !== menu.found.map(({ id }) => id).join()) this.draw(menu.found)
    this.dom.querySelectorAll<HTMLElement>('[role=option]').forEach((option, i) => {
      option.setAttribute('aria-selected', String(i === menu.at))
      if (i === menu.at) option.scrollIntoView({ block: 'nearest' })
    })
    this.place(menu.from)
  }

  private draw(found: readonly Found[]): void {
    this.drawn = found
    const groups = slashGroups.flatMap((group) => {
      const own = found.filter((entry) => entry.group === group)
      if (own.length === 0) return []
      const name = this.words(`thing.slashGroup.${group}`)
      const list = Object.assign(document.createElement('div'), { className: 'slash-group' })
      list.setAttribute('role', 'group')
      list.setAttribute('aria-label', name)
      const heading = Object.assign(document.createElement('div'), { className: 'slash-heading', textContent: name })
      heading.setAttribute('aria-hidden', 'true')
      list.append(heading, ...own.map((entry) => this.option(entry, found.indexOf(entry))))
      return [list]
    })
    const none = Object.assign(document.createElement('div'), {
      className: 'thing-none',
      textContent: this.words('thing.slashNone'),
    })
    this.dom.replaceChildren(...(groups.length > 0 ? groups : [none]))
  }

  private option({ id, label }: Found, number: number): HTMLElement {
    const option = Object.assign(document.createElement('div'), { id: `${this.id}-${id}`, textContent: label })
    option.setAttribute('role', 'option')
    // The caret stays in the text.
    option.addEventListener('mousedown', (event) => event.preventDefault())
    option.addEventListener('click', () => choose(number)(this.view.state, this.view.dispatch, this.view))
    return option
  }

  private place(from: number): void {
    const box = this.view.coordsAtPos(from)
    const { offsetWidth, offsetHeight } = this.dom
    // The line below the sheet stays free.
    const hasRoom = box.bottom + offsetHeight + 56 < window.innerHeight || box.top < offsetHeight + 8
    const top = hasRoom ? box.bottom + 4 : box.top - offsetHeight - 4
    const left = Math.max(8, Math.min(box.left, window.innerWidth - offsetWidth - 8))
    this.dom.style.setProperty('top', `${top + window.scrollY}px`)
    this.dom.style.setProperty('left', `${left + window.scrollX}px`)
  }

  destroy(): void {
    this.dom.remove()
  }
}
