/** Reads texts beside the server, in a thread of its own: nobody's keystroke waits for it. */
import { serve } from '#server/platform/threads/index.js'
import type { TextType } from '#schema/vocabulary/documents.js'
import temml from 'temml'
import { parseFormula, type Temml } from '#schema/report/index.js'
import { readText, textOfUpdates, type ReadText } from './read-text.js'
import type { FormulaReader } from './told.js'

export interface ReadTask {
  readonly updates: readonly Uint8Array[]
  /** The type of a text that says none. */
  readonly usualType: TextType
}

const formulaOf: FormulaReader = (tex, isDisplay) => {
  const formula = parseFormula(temml as unknown as Temml, tex, isDisplay)
  return 'why' in formula ? null : formula
}

const tasks = {
  read: ({ updates, usualType }: ReadTask): ReadText => readText(textOfUpdates(updates), usualType, formulaOf),
}
export type ReadingTasks = typeof tasks

serve(tasks)
