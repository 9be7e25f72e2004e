import { stringify } from 'csv-stringify/sync'
import { DataSource } from 'typeorm'
import type { Command } from '../command.js'
import { exportable, type ExportRow } from './exportable.js'

const BATCH = 500

/** Writes a list whole, row by row, as it is at one moment. CSV cells that a spreadsheet would take for a formula are made harmless. */
export const exportList: Command = {
  name: 'export',
  about: 'cli.about.export',
  operand: { name: 'what', oneOf: Object.keys(exportable) },
  options: { format: { oneOf: ['json', 'csv'] } },
  async run(house, { operand, options }) {
    const write = options.format === 'csv' ? asCsv() : asJson()
    await house.get(DataSource).transaction(async (db) => {
      await db.query('set local statement_timeout = 0')
      await db.query(`declare rows no scroll cursor for ${exportable[operand]!}`)
      for (;;) {
        const rows = (await db.query(`fetch ${BATCH} from rows`)) as ExportRow[]
        if (rows.length > 0) await house.out.write(write.rows(rows))
        if (rows.length < BATCH) break
      }
    })
    await house.out.write(write.end())
    return null
  },
}

interface Format {
  rows(rows: readonly ExportRow[]): string
  end(): string
}

/** One array, an object a line. */
function asJson(): Format {
  let isFirst = true
  return {
    rows(rows) {
      const start = isFirst ? '[\n' : ',\n'
      isFirst = false
      return start + rows.map((row) => JSON.stringify(row)).join(',\n')
    },
    end: () => (isFirst ? '[]\n' : '\n]\n'),
  }
}

/** A line of headings, then a line a row; lists are joined by `; `, what is not known is empty. */
function asCsv(): Format {
  let isFirst = true
  return {
    rows(rows) {
      const cells = rows.map((row) =>
        Object.fromEntries(Object.entries(row).map(([name, value]) => [name, cell(value)])),
      )
      const text = stringify(cells, { header: isFirst, escape_formulas: true })
      isFirst = false
      return text
    },
    end: () => '',
  }
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map(cell).join('; ')
  if (value instanceof Date) return value.toISOString()
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
