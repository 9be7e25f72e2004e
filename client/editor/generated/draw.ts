/** How generated parts are drawn in the editor. What is in them comes from anybody: it is put in as text, never as markup. */
import { TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import type { CitedItem, ListedReference, Report } from '#schema/report/index.js'
import type { Words } from '#schema/words/index.js'

/** A line of a list, as it is shown. */
export interface Work {
  readonly tag: string
  readonly key: string
  /** Address of the item in the register; empty where it has none. */
  readonly href: string
  readonly name: string
  readonly title: string
  readonly state: string
  /** It is withdrawn or superseded. */
  readonly isOver: boolean
  readonly successor: { readonly designation: string; readonly href: string } | null
  readonly citedIn: readonly { readonly id: string; readonly name: string }[]
}

const itemHref = (slug: string) => `/items/${encodeURIComponent(slug)}`

function factsOf(item: CitedItem | null | undefined, key: string, words: Words): Partial<Work> {
  // Not asked yet: the key is what there is to be read.
  if (item === undefined) return { name: words('generated.notAskedYet', { key }) }
  if (item === null) return { name: words('generated.notInRegister') }
  const { designation, title, publishedOn, state, successor } = item
  return {
    name: words('generated.designation', { designation, hasDate: publishedOn ? 'yes' : 'no', on: publishedOn ?? '' }),
    title: title ?? words('generated.noTitle'),
    state: words('generated.state', { state: words(`register.itemState.${state}`) }),
    isOver: state === 'SUPERSEDED' || state === 'WITHDRAWN' || state === 'CANCELLED' || successor !== null,
    successor: successor && { designation: successor.designation, href: itemHref(successor.slug) },
  }
}

/** The lines of a list, from what is cited and what is known of it. */
export const worksOf = (
  report: Report,
  list: readonly ListedReference[],
  items: ReadonlyMap<string, CitedItem | null>,
  words: Words,
): Work[] =>
  list.map(({ key, item, use, citedIn }) => ({
    tag: words('generated.tag', { key, use }),
    key,
    href: items.get(item) ? itemHref(item) : '',
    name: '',
    title: '',
    state: '',
    isOver: false,
    successor: null,
    ...factsOf(item === '' ? null : items.get(item), key, words),
    citedIn: citedIn.map((id) => {
      const clause = report.byId.get(id)!
      return { id, name: clause.number.text || clause.title || words('reading.untitled') }
    }),
  }))

function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Partial<HTMLElementTagNameMap[K]> = {},
  ...children: (HTMLElement | string)[]
): HTMLElementTagNameMap[K] {
  const element = Object.assign(document.createElement(tag), properties)
  element.append(...children)
  return element
}

const line = (text: string) => (): HTMLElement =>
  make('p', { className: 'generated', contentEditable: 'false', textContent: text })

export const drawLead = line
export const drawNone = line

/** A link that leaves the text open. */
const link = (href: string, text: string): HTMLAnchorElement =>
  make('a', { href, target: '_blank', rel: 'noopener', textContent: text })

/** Puts the caret to the first place in a clause where the work is cited. */
function goToCitation(view: EditorView, clause: string, key: string): void {
  const { doc } = view.state
  let at: number | null = null
  doc.forEach((node, pos) => {
    if (node.attrs['id'] !== clause) return
    at ??= pos + 1
    node.descendants((inner, offset) => {
      const isIt =
        inner.type.name === 'citation' && String(inner.attrs['key']).trim().toLowerCase() === key.toLowerCase()
      if (isIt && at === pos + 1) at = pos + 1 + offset
      return !isIt
    })
  })
  if (at === null) return
  view.dispatch(view.state.tr.setSelection(TextSelection.near(doc.resolve(at))).scrollIntoView())
  view.focus()
}

/** The list of works; each line leads to the register and to where the work is cited. */
export const drawList =
  (works: readonly Work[], label: string, words: Words) =>
  (view: EditorView): HTMLElement => {
    const list = make('ul', { className: 'generated generated-works', contentEditable: 'false' })
    list.setAttribute('aria-label', label)
    for (const { tag, key, href, name, title, state, isOver, successor, citedIn } of works) {
      const item = make(
        'li',
        {},
        make('span', { className: 'work-tag' }, href === '' ? tag : link(href, tag)),
        ' ',
        name,
      )
      if (title !== '') item.append(' ', make('cite', { textContent: title }))
      if (state !== '')
        item.append(' ', make('span', { className: isOver ? 'work-over' : 'work-state', textContent: state }))
      if (successor)
        item.append(
          ' ',
          make(
            'span',
            { className: 'work-over' },
            `${words('generated.replacedBy')} `,
            link(successor.href, successor.designation),
          ),
        )
      const places = make('span', { className: 'work-cited' }, `${words('generated.citedIn')} `)
      citedIn.forEach(({ id, name: clause }, i) => {
        const button = make('button', { type: 'button', className: 'generated-go', textContent: clause })
        button.setAttribute('aria-label', words('generated.goTo', { clause }))
        // The text keeps its selection until the caret goes where the button leads.
        button.addEventListener('mousedown', (event) => event.preventDefault())
        button.addEventListener('click', () => goToCitation(view, id, key))
        places.append(...(i > 0 ? [words('generated.comma')] : []), button)
      })
      item.append(' ', places)
      list.append(item)
    }
    return list
  }
