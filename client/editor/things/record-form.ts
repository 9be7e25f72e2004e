/** What a record of minutes says besides its words: what came of it, whose it is, by when. */
import type { RecordKind } from '#schema/vocabulary/documents.js'
import { outcomeOf, recordOutcomes, recordsWithDue, recordsWithHolder } from '#schema/vocabulary/records.js'
import { setFacts } from '../records/record-commands.js'
import { make, select, type Form, type FormContext } from './form-parts.js'

export function recordForm({ view, options: { words } }: FormContext): Form {
  const { attrs } = view.state.selection.$from.parent
  const kind = attrs['kind'] as RecordKind
  const said = (name: string) => String(attrs[name] ?? '')
  const outcome = select(
    words('record.outcome'),
    outcomeOf(kind, said('outcome')),
    recordOutcomes[kind].map((value) => ({ value, label: words.dynamic(`record.outcome.${kind}.${value}`) })),
  )
  const text = (label: string, value: string) => {
    const field = make('input', { type: 'text', value, maxLength: 200 })
    return { dom: make('label', {}, make('span', { textContent: label }), field), field }
  }
  const holder = recordsWithHolder.includes(kind) ? text(words.dynamic(`record.holder.${kind}`), said('holder')) : null
  const due = recordsWithDue.includes(kind) ? text(words('record.due'), said('due')) : null
  const first = holder?.field ?? outcome.field
  return {
    dom: [outcome.dom, holder?.dom, due?.dom].filter((dom) => dom !== undefined),
    focus: () => first.focus(),
    isTakenOnLeaving: true,
    command: () =>
      setFacts({
        outcome: outcome.field.value,
        holder: holder ? holder.field.value.trim() : said('holder'),
        due: due ? due.field.value.trim() : said('due'),
      }),
  }
}
