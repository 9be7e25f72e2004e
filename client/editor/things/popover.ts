/** The popover in which a thing is written: beside its place, a dialog for screen readers. Enter applies, Escape leaves everything as it was. */
import { Plugin } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { NotTaken, type Form } from './form-parts.js'
import { formOf } from './forms.js'
import { close, openThing, type OpenThing } from './open-thing.js'
import type { ThingOptions } from './options.js'
import { removeThing } from './thing-commands.js'

/** The line below the sheet, over which nothing is to be read. */
const footHeight = 48

class Popover {
  private readonly dom = document.createElement('div')
  private readonly form: Form
  private isBusy = false
  private isGone = false
  private readonly applying: HTMLButtonElement

  constructor(
    private readonly view: EditorView,
    /** As it was opened; where it is now is asked of the state. */
    readonly thing: OpenThing,
    private readonly options: ThingOptions,
  ) {
    const { words } = options
    const node = thing.pos === null ? null : view.state.doc.nodeAt(thing.pos)
    this.form = formOf({ view, thing, node, options, apply: () => void this.apply() })
    this.dom.className = 'popover'
    this.dom.setAttribute('role', 'dialog')
    this.dom.setAttribute('aria-label', words(`thing.kind.${thing.kind}`))
    const button = (label: string, className: string, act: () => void) => {
      const element = Object.assign(document.createElement('button'), { type: 'button', className, textContent: label })
      element.addEventListener('click', act)
      return element
    }
    const buttons = Object.assign(document.createElement('div'), { className: 'popover-buttons' })
    this.applying = button(words('thing.apply'), 'btn btn-primary btn-small', () => void this.apply())
    buttons.append(
      this.applying,
      button(words('thing.cancel'), 'btn btn-quiet btn-small', () => this.leave()),
    )
    if (node) buttons.append(button(words('thing.remove'), 'btn btn-quiet btn-small', () => this.remove()))
    this.dom.append(...this.form.dom, buttons)
    this.dom.addEventListener('keydown', (event) => this.onKey(event))
    this.dom.addEventListener('focusout', ({ relatedTarget }) => this.onLeave(relatedTarget as globalThis.Node | null))
    view.dom.ownerDocument.body.append(this.dom)
    this.place()
    this.form.focus()
    // The view does not scroll to a caret that has lost the focus, and what is scrolled to may only then be laid out.
    requestAnimationFrame(() => {
      const { node: around } = view.domAtPos(this.now.pos ?? view.state.selection.from)
      const block = around instanceof Element ? around : around.parentElement
      block?.scrollIntoView({ block: 'nearest' })
      this.place()
      this.dom.scrollIntoView({ block: 'nearest' })
    })
  }

  private get now(): OpenThing {
    return openThing(this.view.state) ?? this.thing
  }

  /** Below the thing, or above it where there is no room. */
  place(): void {
    const { pos } = this.now
    const { view, dom } = this
    const shown = pos === null ? null : view.nodeDOM(pos)
    const box = shown instanceof Element ? shown.getBoundingClientRect() : view.coordsAtPos(view.state.selection.from)
    const { offsetWidth, offsetHeight } = dom
    const { innerWidth, innerHeight, scrollX, scrollY } = window
    const hasRoom = box.bottom + offsetHeight + 8 < innerHeight - footHeight || box.top < offsetHeight + 8
    const top = hasRoom ? box.bottom + 4 : box.top - offsetHeight - 4
    const left = Math.max(8, Math.min(box.left, innerWidth - offsetWidth - 8))
    dom.style.setProperty('top', `${top + scrollY}px`)
    dom.style.setProperty('left', `${left + scrollX}px`)
  }

  private onKey(event: KeyboardEvent): void {
    // What an input method still works on is its business.
    if (event.isComposing) return
    const isButton = event.target instanceof HTMLButtonElement
    if (event.key === 'Escape') this.leave()
    else if (event.key === 'Enter' && !event.shiftKey && !isButton) void this.apply()
    else if (event.key === 'Tab') return this.keepFocus(event)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  /** Tab goes around in the popover. */
  private keepFocus(event: KeyboardEvent): void {
    const stops = [...this.dom.querySelectorAll<HTMLElement>('input, textarea, select, button')]
    const [first, last] = [stops[0], stops.at(-1)]
    const isEnd = event.target === (event.shiftKey ? first : last)
    if (!isEnd) return
    event.preventDefault()
    ;(event.shiftKey ? last : first)?.focus()
  }

  private onLeave(to: globalThis.Node | null): void {
    if (to === null || this.dom.contains(to) || this.isBusy) return
    if (this.form.isTakenOnLeaving) void this.apply(false)
    else close(this.view.state, this.view.dispatch)
  }

  private leave(): void {
    this.isBusy = true
    close(this.view.state, this.view.dispatch)
    this.view.focus()
  }

  private remove(): void {
    this.isBusy = true
    removeThing(this.now)(this.view.state, this.view.dispatch)
    this.view.focus()
  }

  private async apply(hasFocusBack = true): Promise<void> {
    if (this.isBusy) return
    this.isBusy = true
    const { view } = this
    this.applying.setAttribute('aria-disabled', 'true')
    try {
      const command = await this.form.command(this.now)
      if (this.isGone) return
      // Whoever went on writing while it took its time goes on.
      const isHere = hasFocusBack && (this.dom.contains(document.activeElement) || !view.hasFocus())
      if (!command?.(view.state, view.dispatch)) close(view.state, view.dispatch)
      if (isHere) view.focus()
    } catch (fault) {
      if (!(fault instanceof NotTaken)) this.options.onFault?.(fault)
    } finally {
      this.isBusy = false
      this.applying.removeAttribute('aria-disabled')
    }
  }

  destroy(): void {
    this.isBusy = true
    this.isGone = true
    this.form.stop?.()
    this.dom.remove()
  }
}

const isSame = (a: OpenThing | null, b: OpenThing | null): boolean => a?.kind === b?.kind && a?.pos === b?.pos

/** Draws the popover of the open thing. */
export const popovers = (options: ThingOptions): Plugin =>
  new Plugin({
    view: () => {
      let popover: Popover | null = null
      return {
        update(view, before) {
          const [was, now] = [openThing(before), openThing(view.state)]
          // One that moves along with the text, or whose thing was taken away, goes on with what is typed.
          const isMoved = was && now && was.kind === now.kind && view.state.doc !== before.doc
          if (isSame(was, now) || isMoved) {
            if (popover && view.state.doc !== before.doc) popover.place()
            return
          }
          popover?.destroy()
          popover = now && view.editable ? new Popover(view, now, options) : null
        },
        destroy: () => popover?.destroy(),
      }
    },
  })
