/** Reads texts beside the server, in a thread of its own: nobody's keystroke waits for it. */
import { serve } from '#server/platform/threads/index.js'
import type { NumberingScheme } from '#schema/document/index.js'
import { readText, textOfUpdates, type ReadText } from './read-text.js'

export interface ReadTask {
  readonly updates: readonly Uint8Array[]
  readonly scheme: NumberingScheme
}

const tasks = {
  read: ({ updates, scheme }: ReadTask): ReadText => readText(textOfUpdates(updates), scheme),
}
export type ReadingTasks = typeof tasks

serve(tasks)
