/** What stands in the popover of each kind of thing. */
import { choice, type ChoiceOption } from './choice.js'
import type { FormulaFault } from '#schema/report/index.js'
import { clauseLabel, type TextAndClauses } from './elsewhere.js'
import { area, make, type Form, type FormContext } from './form-parts.js'
import { renderFormula } from './formula.js'
import { formAt } from './labels.js'
import type { FoundItem, ThingOptions } from './options.js'
import { pictureForm } from './picture-form.js'
import { recordForm } from './record-form.js'
import { matching, targetsIn } from './targets.js'
import { applyThing, referTo, setKeyFigure } from './thing-commands.js'

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
  image: pictureForm,
  key_figure: keyFigureForm,
  record: recordForm,
} as const

export const formOf = (context: FormContext): Form => forms[context.thing.kind](context)
