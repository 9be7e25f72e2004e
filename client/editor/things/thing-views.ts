/** How the things of a text are drawn in the editor. What is in them comes from anybody: it is put in as text, never as markup. */
import type { Node } from 'prosemirror-model'
import { NodeSelection } from 'prosemirror-state'
import type { Decoration, EditorView, NodeView, NodeViewConstructor } from 'prosemirror-view'
import { elsewhereLabel } from './elsewhere.js'
import { faultWords } from './forms.js'
import { renderFormula } from './formula.js'
import { openKey, thingAt } from './open-thing.js'
import type { ThingOptions } from './options.js'

type Draw = (dom: HTMLElement, node: Node, label: string | null, isCurrent: () => boolean) => void

const labelOf = (decorations: readonly Decoration[]): string | null => {
  const found = decorations.find(({ spec }) => (spec as { label?: unknown }).label !== undefined)
  return found ? String((found.spec as { label: unknown }).label) : null
}

/** A thing that is drawn as a whole and opened by a click. */
const drawn =
  (tag: 'span' | 'div', className: string, draw: Draw): NodeViewConstructor =>
  (first, view, getPos, decorations): NodeView => {
    const dom = Object.assign(document.createElement(tag), { className: `thing ${className}` })
    // Words that the program writes are not mixed with those around them; a formula is read from the left everywhere.
    if (tag === 'span') dom.dir = className === 'math' ? 'ltr' : 'auto'
    let [node, label] = [first, labelOf(decorations)]
    let turn = 0
    const again = () => {
      const mine = ++turn
      draw(dom, node, label, () => mine === turn)
    }
    again()
    dom.addEventListener('click', () => open(view, getPos()))
    return {
      dom,
      update(now, nowDecorations) {
        if (now.type !== node.type) return false
        const nowLabel = labelOf(nowDecorations)
        const isSame = now.eq(node) && nowLabel === label
        ;[node, label] = [now, nowLabel]
        if (!isSame) again()
        return true
      },
      ignoreMutation: () => true,
      destroy: () => void turn++,
    }
  }

function open(view: EditorView, pos: number | undefined): void {
  const thing = pos === undefined ? null : thingAt(view.state, pos)
  if (!thing || !view.editable) return
  const tr = view.state.tr.setMeta(openKey, thing)
  view.dispatch(tr.setSelection(NodeSelection.create(tr.doc, pos!)))
}

function formula(options: ThingOptions, isDisplay: boolean): Draw {
  const { words, onFault } = options
  return (dom, { attrs }, label, isCurrent) => {
    const tex = String(attrs['tex'])
    // Until the parser has come, the source is what there is to be read.
    if (dom.childNodes.length === 0) dom.textContent = tex || words('thing.emptyFormula')
    renderFormula(tex, isDisplay).then(
      (made) => {
        if (!isCurrent()) return
        const isBroken = 'fault' in made
        dom.classList.toggle('is-broken', isBroken && made.fault.why !== 'EMPTY')
        dom.title = isBroken ? faultWords(made.fault, options) : ''
        if (!isBroken) dom.replaceChildren(made.dom)
        else dom.replaceChildren(tex || words('thing.emptyFormula'))
        if (isBroken && tex !== '')
          dom.append(Object.assign(document.createElement('small'), { textContent: ` ${dom.title}` }))
        if (label)
          dom.append(
            Object.assign(document.createElement('span'), { className: 'equation-number', textContent: label }),
          )
      },
      (fault: unknown) => onFault?.(fault),
    )
  }
}

/** The views of the things, by the name of their node. */
export function thingViews(options: ThingOptions): Record<string, NodeViewConstructor> {
  const { words, fileUrl, itemOf, onFault } = options
  return {
    math: drawn('span', 'math', formula(options, false)),
    equation: drawn('div', 'equation', formula(options, true)),
    footnote: drawn('span', 'footnote', (dom, { attrs }, label) => {
      const note = String(attrs['note'])
      dom.textContent = label ?? '*'
      dom.title = note
      dom.setAttribute('role', 'note')
      dom.setAttribute('aria-label', words('thing.footnoteLabel', { number: label ?? '', note }))
    }),
    citation: drawn('span', 'citation', (dom, node) => {
      const item = itemOf?.(String(node.attrs['item'])) ?? null
      dom.textContent = node.type.spec.leafText!(node)
      dom.title = item ? `${item.title} (${item.state})` : ''
      dom.setAttribute(
        'aria-label',
        words('thing.citationLabel', { key: dom.textContent, hasState: item ? 'yes' : 'no', state: item?.state ?? '' }),
      )
    }),
    reference: drawn('span', 'reference', (dom, { attrs }, label, isCurrent) => {
      const say = (text: string) => {
        dom.textContent = text
        dom.setAttribute('aria-label', words('thing.referenceLabel', { label: text }))
      }
      say(label ?? words('thing.elsewhere'))
      const [document, to] = [String(attrs['document']), String(attrs['to'])]
      if (document === '') return
      options.others?.clausesOf(document).then(
        (text) => {
          if (!isCurrent()) return
          say(elsewhereLabel(text, to, words))
          dom.classList.toggle('is-broken', !text?.clauses.some(({ id }) => id === to))
        },
        (fault: unknown) => onFault?.(fault),
      )
    }),
    image: drawn('div', 'image', (dom, { attrs }) => {
      const [file, alt] = [String(attrs['file']), String(attrs['alt'])]
      if (file === '' || !fileUrl) {
        dom.replaceChildren(alt || words('thing.noPicture'))
        return
      }
      const picture = Object.assign(document.createElement('img'), { src: fileUrl(file), alt, draggable: false })
      if (Number(attrs['width']) > 0) picture.width = Math.min(4000, Number(attrs['width']))
      dom.replaceChildren(picture)
      dom.classList.toggle('is-broken', alt === '')
      if (alt === '') dom.append(Object.assign(document.createElement('small'), { textContent: words('thing.noAlt') }))
    }),
  }
}
