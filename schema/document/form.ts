/** The form of a text: what sort of text it is, and how its tables and figures are counted. It lives in the text, so everybody sees a change at once. [ST-5, ST-8] */
import type * as Y from 'yjs'
import { labelModes, textTypes, type LabelMode, type TextType } from '../vocabulary/documents.js'
import { aboutOf } from './shared-types.js'

export interface TextForm {
  readonly type: TextType
  readonly labels: LabelMode
}

const listed = <T extends string>(value: unknown, list: readonly T[], instead: T): T =>
  list.includes(value as T) ? (value as T) : instead

/** The form of a text; `usual` is the type of one that says none, or one that this program does not know. */
export const formOf = (doc: Y.Doc, usual: TextType): TextForm => ({
  type: listed(aboutOf(doc).get('type'), textTypes, usual),
  labels: listed(aboutOf(doc).get('labels'), labelModes, 'CONTINUOUS'),
})

/** Gives a text another form; what is left out stays. */
export function setForm(doc: Y.Doc, form: Partial<TextForm>, origin: unknown = null): void {
  doc.transact(() => {
    for (const [key, value] of Object.entries(form)) if (aboutOf(doc).get(key) !== value) aboutOf(doc).set(key, value)
  }, origin)
}
