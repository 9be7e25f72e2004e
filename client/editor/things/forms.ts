/** What stands in the popover of each kind of thing. */
import type { Node } from 'prosemirror-model'
import type { Command } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { choice, type ChoiceOption } from './choice.js'
import type { FormulaFault } from '#schema/report/index.js'
import { clauseLabel, type TextAndClauses } from './elsewhere.js'
import { renderFormula } from './formula.js'
import { formAt } from './labels.js'
import type { OpenThing } from './open-thing.js'
import type { FoundItem, ThingOptions } from './options.js'
import { matching, targetsIn } from './targets.js'
import { applyThing, insertFigure, referTo, setKeyFigure } from './thing-commands.js'

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
}

const make = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Partial<HTMLElementTagNameMap[K]> = {},
  ...children: (HTMLElement | string)[]
): HTMLElementTagNameMap[K] => {
  const element = Object.assign(document.createElement(tag), properties)
  element.append(...children)
  return element
}

function area(label: string, value: string, className = ''): { dom: HTMLElement; field: HTMLTextAreaElement } {
  const field = make('textarea', { value, rows: 2, className })
  return { dom: make('label', {}, make('span', { textContent: label }), field), field }
}

/** What is wrong with a formula, in words. */
export const faultWords = (fault: FormulaFault, { words }: ThingOptions): string =>
  words(`thing.formulaFault.${fault.why}`, { message: 'message' in fault ? fault.message : '' })

function formulaForm({ node, thing, options }: FormContext): Form {
  const { words } = options
  const start = String(node?.attrs['tex'] ?? '')
  const { dom, field } = area(words('thing.tex'), start, 'formula-source')
  field.spellcheck = false
  field.dir = 'ltr'
  const preview = make('div', { className: 'formula-preview' })
  preview.setAttribute('role', 'status')
  let turn = 0
  const look = async () => {
    const mine = ++turn
    const made = await renderFormula(field.value, thing.kind === 'equation')
    if (mine !== turn) return
    preview.classList.toggle('is-broken', 'fault' in made && made.fault.why !== 'EMPTY')
    preview.replaceChildren('fault' in made ? faultWords(made.fault, options) : made.dom)
  }
  const watch = () => look().catch((fault: unknown) => options.onFault?.(fault))
  field.addEventListener('input', () => void watch())
  void watch()
  return {
    dom: [dom, preview],
    focus: () => field.select(),
    isTakenOnLeaving: true,
    command: (open) => {
      const tex = field.value.trim()
      return tex === start || (tex === '' && !node) ? null : applyThing(open, { tex })
    },
  }
}

function footnoteForm({ node, options }: FormContext): Form {
  const start = String(node?.attrs['note'] ?? '')
  const { dom, field } = area(options.words('thing.note'), start)
  return {
    dom: [dom],
    focus: () => field.select(),
    isTakenOnLeaving: true,
    command: (open) => {
      const note = field.value.trim()
      return note === start || (note === '' && !node) ? null : applyThing(open, { note })
    },
  }
}

interface CitedOption extends ChoiceOption {
  readonly key: string
  readonly item: string
}

/** Brackets and "b-" are written by the program. */
const keyOf = (typed: string): string =>
  typed
    .trim()
    .replace(/^\[?(?:b-)?/, '')
    .replace(/\]$/, '')

function citationForm({ node, options, apply }: FormContext): Form {
  const { words, findItems, onFault } = options
  const start = String(node?.attrs['key'] ?? '')
  const isBibliography = make('input', { type: 'checkbox', checked: node?.attrs['use'] === 'BIBLIOGRAPHY' })
  let turn = 0
  const asTyped = (typed: string): CitedOption[] => {
    const key = keyOf(typed)
    return key === '' ? [] : [{ key, item: '', label: key, detail: words('thing.citeAsTyped') }]
  }
  const look = async (typed: string) => {
    const mine = ++turn
    if (/^\[?b-/.test(typed.trim())) isBibliography.checked = true
    field.show(asTyped(typed), words('thing.citeHint'))
    const found: readonly FoundItem[] = keyOf(typed) === '' ? [] : ((await findItems?.(keyOf(typed))) ?? [])
    if (mine !== turn || found.length === 0) return
    const items = found.map(({ slug, designation, title, state }): CitedOption => {
      return { key: designation, item: slug, label: designation, detail: title, note: state }
    })
    field.show([...items, ...asTyped(typed)], '')
  }
  const watch = (typed: string) => void look(typed).catch((fault: unknown) => onFault?.(fault))
  const field = choice<CitedOption>(words('thing.citeWhat'), start, { onType: watch, onChoose: apply })
  watch(start)
  return {
    dom: [field.dom, make('label', { className: 'popover-check' }, isBibliography, words('thing.bibliography'))],
    focus: () => field.field.select(),
    isTakenOnLeaving: false,
    command: (open) => {
      const chosen = field.chosen()
      const use = isBibliography.checked ? 'BIBLIOGRAPHY' : 'REFERENCE'
      return chosen && applyThing(open, { key: chosen.key, item: chosen.item, use })
    },
  }
}

function referenceForm({ view, node, options, apply }: FormContext): Form {
  const { words, others, onFault } = options
  /** The other text that is looked at; null for this one. */
  let other: TextAndClauses | null = null
  const all = () =>
    targetsIn(view.state.doc, formAt(view.state, options), words).map((target) => ({ ...target, detail: target.title }))
  type Option = Pick<ReturnType<typeof all>[number], 'label' | 'title' | 'detail' | 'target' | 'to'>
  const clausesOf = ({ clauses }: TextAndClauses): Option[] =>
    clauses.map((clause) => {
      const { id, title } = clause
      return { label: clauseLabel(clause, words), title, detail: title, target: 'CLAUSE', to: id }
    })
  const look = (typed: string) =>
    field.show(matching<Option>(other ? clausesOf(other) : all(), typed).slice(0, 100), words('thing.noTarget'))
  const field = choice<Option>(words('thing.referWhat'), '', { onType: look, onChoose: apply })
  look('')
  const where = make('select', {}, make('option', { value: '', textContent: words('thing.thisText') }))
  const chooser = make('label', { hidden: true }, make('span', { textContent: words('thing.referWhere') }), where)
  let turn = 0
  const turnTo = async (id: string) => {
    const mine = ++turn
    const text = id === '' ? null : ((await others?.clausesOf(id)) ?? null)
    if (mine !== turn) return
    other = text
    look(field.field.value)
  }
  where.addEventListener('change', () => void turnTo(where.value).catch((fault: unknown) => onFault?.(fault)))
  const offer = async () => {
    const texts = (await others?.otherTexts()) ?? []
    where.append(...texts.map(({ id, title }) => make('option', { value: id, textContent: title })))
    chooser.hidden = texts.length === 0
    const held = String(node?.attrs['document'] ?? '')
    if (!texts.some(({ id }) => id === held)) return
    where.value = held
    await turnTo(held)
  }
  void offer().catch((fault: unknown) => onFault?.(fault))
  return {
    dom: [chooser, field.dom],
    focus: () => field.field.select(),
    isTakenOnLeaving: false,
    command: (open) => {
      const chosen = field.chosen()
      if (chosen && other) return applyThing(open, { target: 'CLAUSE', to: chosen.to, document: other.id })
      // Others may have written since the list was made.
      const now =
        chosen &&
        all().find(({ target, to, label }) => target === chosen.target && (to || label) === (chosen.to || chosen.label))
      return now ? referTo(open, now) : null
    },
  }
}

function imageForm({ node, thing, options, view }: FormContext): Form {
  const { words, upload } = options
  const start = String(node?.attrs['alt'] ?? '')
  const { dom: text, field } = area(words('thing.alt'), start)
  const file = make('input', { type: 'file', accept: 'image/png,image/jpeg,image/gif,image/webp,image/svg+xml' })
  const said = make('p', { className: 'popover-said' })
  said.setAttribute('role', 'status')
  const chooser = make('label', {}, make('span', { textContent: words('thing.file') }), file)
  return {
    dom: [
      ...(!upload ? [] : thing.file ? [make('p', { textContent: thing.file.name })] : [chooser]),
      text,
      make('p', { className: 'popover-hint', textContent: words('thing.altHint') }),
      said,
    ],
    focus: () => (upload && !node && !thing.file ? file : field).focus(),
    isTakenOnLeaving: node !== null,
    command: async (open) => {
      const alt = field.value.trim()
      const chosen = thing.file ?? file.files?.[0]
      if (!chosen || !upload) return node && alt !== start ? applyThing(open, { alt }) : null
      said.textContent = words('thing.uploading')
      try {
        const { id } = await upload(chosen)
        return node ? applyThing(open, { alt, file: id }) : insertFigure({ alt, file: id })
      } catch (fault) {
        // The form stays open with what was typed; the person reads why.
        said.textContent = words('thing.uploadFailed', {
          reason: fault instanceof Error ? fault.message : String(fault),
        })
        throw new NotTaken(view)
      }
    },
  }
}

/** The form keeps what it has, and says itself why. */
export class NotTaken extends Error {
  constructor(readonly view: EditorView) {
    super('The form was not taken')
  }
}

function keyFigureForm({ view, options }: FormContext): Form {
  const start = String(view.state.selection.$from.parent.attrs['keyFigure'] ?? '')
  const field = make('input', { type: 'text', value: start })
  return {
    dom: [make('label', {}, make('span', { textContent: options.words('thing.keyFigure') }), field)],
    focus: () => field.select(),
    isTakenOnLeaving: false,
    command: () => setKeyFigure(field.value.trim()),
  }
}

const forms = {
  math: formulaForm,
  equation: formulaForm,
  footnote: footnoteForm,
  citation: citationForm,
  reference: referenceForm,
  image: imageForm,
  key_figure: keyFigureForm,
} as const

export const formOf = (context: FormContext): Form => forms[context.thing.kind](context)
