/** Reads files beside the server: a large workbook keeps nobody waiting, and one that is too large ends this thread alone. */
import type { ImportFormat } from '#schema/vocabulary/imports.js'
import { Refusal, type RefusalArgs } from '#server/platform/errors/index.js'
import { serve } from '#server/platform/threads/index.js'
import { factOfRecord } from '../fact-of-record.js'
import { factOfRelaton } from '../fact-of-relaton.js'
import { withLeads, type UnderstoodRow } from '../leads.js'
import { readFile } from './read-file.js'

export type Opened =
  | { readonly rows: number; readonly refusal?: undefined }
  | { readonly refusal: { readonly code: string; readonly args: RefusalArgs } }

/** Rows of the file that was opened last, taken away part by part. */
let rows: UnderstoodRow[] = []

const tasks = {
  async open({ format, bytes }: { format: ImportFormat; bytes: Uint8Array }): Promise<Opened> {
    rows = []
    try {
      const file = await readFile(format, bytes)
      const factOf = file.kind === 'RELATON' ? factOfRelaton : factOfRecord
      rows = withLeads(
        file.rows.map(({ number, raw }) => {
          const { fact, refusals = [] } = factOf(raw)
          return { number, raw, fact, refusals }
        }),
      )
      return { rows: rows.length }
    } catch (error) {
      if (error instanceof Refusal) return { refusal: { code: error.code, args: error.args } }
      throw error
    }
  },
  take({ count }: { count: number }): UnderstoodRow[] {
    return rows.splice(0, count)
  },
}
export type ReadingTasks = typeof tasks

serve(tasks)
