/** What a form in a popover is, and small parts of one. */
import type { Node } from 'prosemirror-model'
import type { Command } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import type { OpenThing } from './open-thing.js'
import type { ThingOptions } from './options.js'

export interface FormContext {
  readonly view: EditorView
  readonly thing: OpenThing
  /** The thing as it is; null for one that is to be made. */
  readonly node: Node | null
  readonly options: ThingOptions
  /** Takes what the form says, as Enter does. */
  apply(): void
}

export interface Form {
  readonly dom: readonly HTMLElement[]
  focus(): void
  /** What Enter does; null when nothing is to be written. May take its time. */
  command(thing: OpenThing): Command | null | Promise<Command | null>
  /** Whether leaving the popover takes what was typed. */
  readonly isTakenOnLeaving: boolean
  /** The form is closed: what is still under way is of no use. */
  stop?(): void
}

/** The form keeps what it has, and says itself why. */
export class NotTaken extends Error {
  constructor(readonly view: EditorView) {
    super('The form was not taken')
  }
}

export const make = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Partial<HTMLElementTagNameMap[K]> = {},
  ...children: (HTMLElement | string)[]
): HTMLElementTagNameMap[K] => {
  const element = Object.assign(document.createElement(tag), properties)
  element.append(...children)
  return element
}

/** A field for some lines, with its label. */
export function area(label: string, value: string, className = ''): { dom: HTMLElement; field: HTMLTextAreaElement } {
  const field = make('textarea', { value, rows: 2, className })
  return { dom: make('label', {}, make('span', { textContent: label }), field), field }
}

/** A choice of few, in the browser's own list, with its label. */
export function select(
  label: string,
  value: string,
  options: readonly { readonly value: string; readonly label: string }[],
): { dom: HTMLElement; field: HTMLSelectElement } {
  const field = make(
    'select',
    {},
    ...options.map((one) => make('option', { value: one.value, textContent: one.label })),
  )
  field.value = value
  return { dom: make('label', {}, make('span', { textContent: label }), field), field }
}
