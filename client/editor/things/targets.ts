/** What a cross-reference of this text can point to, in the order of the text. A rule. */
import type { Node } from 'prosemirror-model'
import type { ReferenceTarget } from '#schema/vocabulary/documents.js'
import type { TextForm } from '#schema/document/index.js'
import { grouped, labelsOf, reportOf } from '#schema/report/index.js'
import type { Words } from '#schema/words/index.js'
import { startOfChild } from '../binding/index.js'
import { labelText } from './labels.js'
import type { ReferenceTo } from './thing-commands.js'

export interface Target extends ReferenceTo {
  /** "clause 6.2", "Table 3". */
  readonly label: string
  /** Title or caption, or how a requirement begins. */
  readonly title: string
}

const sortOf: Readonly<Record<string, ReferenceTarget>> = {
  TABLE: 'FRAME',
  FIGURE: 'FRAME',
  EQUATION: 'EQUATION',
  REQUIREMENT: 'REQUIREMENT',
}

export function targetsIn(doc: Node, form: TextForm, words: Words): Target[] {
  const report = reportOf(doc, form.type)
  const labels = grouped(labelsOf(report, form.labels), ({ clause }) => clause)
  const targets: Target[] = []
  doc.forEach((clause, pos) => {
    const { id, number, title } = report.byId.get(String(clause.attrs['id']))!
    const label = words('thing.clauseLabel', { series: number.series, number: number.text, title })
    targets.push({ target: 'CLAUSE', to: id, pos, label, title })
    for (const one of labels.get(id) ?? []) {
      const target = sortOf[one.kind]
      if (!target || one.child !== null) continue
      const block = clause.child(one.block + 1)
      const at = pos + 1 + startOfChild(clause, one.block + 1)
      const found = one.caption || (block.type.name === 'equation' ? String(block.attrs['tex']) : block.textContent)
      targets.push({ target, to: one.anchor, pos: at, label: labelText(one, words), title: found.slice(0, 80) })
    }
  })
  return targets
}

/** Those in which every typed word is found. */
export function matching<T extends { readonly label: string; readonly title: string }>(
  all: readonly T[],
  typed: string,
) {
  const parts = typed.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  return all.filter(({ label, title }) => {
    const text = `${label} ${title}`.toLocaleLowerCase()
    return parts.every((part) => text.includes(part))
  })
}
