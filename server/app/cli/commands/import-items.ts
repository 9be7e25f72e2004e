import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { IMPORT_LIMITS, IMPORT_OUTCOMES, type ImportOutcome } from '#schema/vocabulary/imports.js'
import { refuse, StartFailure } from '#server/platform/errors/index.js'
import { Applying, ItemImport, Imports, Previewing, type ItemImportRow } from '#server/roadmap/imports/index.js'
import type { Answer, Command } from '../command.js'
import type { House } from '../house.js'

/** Rows that are told one by one. */
const MOST_TOLD = 50

/**
 * Imports a list of items: what its rows mean is printed, then it is taken in, in one transaction. Doubtful rows are skipped; with `--dry-run` all
 * are, and the preview waits on its page.
 */
export const importItems: Command = {
  name: 'import items',
  about: 'cli.about.importItems',
  operand: { name: 'file' },
  options: {
    source: { placeholder: 'where the facts come from' },
    'as-of': { placeholder: 'day' },
    confidence: { oneOf: ['MEMORY', 'VERIFIED'] },
    'dry-run': { isFlag: true },
  },
  async run(house, { operand, options, flags }) {
    const name = basename(operand)
    const bytes = await bytesOf(house, operand)
    const { id } = await house.write((tx) =>
      house.get(Imports).take(
        tx,
        {
          name,
          bytes,
          source: options['source'] ?? name,
          asOf: options['as-of'],
          confidence: options['confidence'] === 'VERIFIED' ? 'VERIFIED' : 'MEMORY',
        },
        { isQueued: false },
      ),
    )
    await house.get(Previewing).run(id)
    const preview = await importOf(house, id)
    if (preview.refusal) return stopped(house, preview)

    const isWritten = !flags.has('dry-run') && countOf(preview, 'NEW') + countOf(preview, 'CHANGED') > 0
    if (isWritten) {
      await house.write((tx) => house.get(Imports).apply(tx, { id }, { isQueued: false }))
      await house.get(Applying).run(id)
    }
    const it = await importOf(house, id)
    if (it.refusal) return stopped(house, it)
    return told(house, it, flags.has('dry-run'))
  },
}

async function told(house: House, it: ItemImport, isLook: boolean): Promise<Answer> {
  const { words } = house
  const rows = (await house.ctx().db.query(
    `select number, outcome, reasons, fact, raw from item_import_row
     where import_id = $1 and outcome in ('DOUBTFUL', 'REFUSED') order by number limit ${MOST_TOLD}`,
    [it.id],
  )) as Pick<ItemImportRow, 'number' | 'outcome' | 'reasons' | 'fact' | 'raw'>[]
  const page = `/admin/imports/${it.id}`
  const all = countOf(it, 'DOUBTFUL') + countOf(it, 'REFUSED')
  const end = isLook ? 'cli.import.looked' : it.state === 'APPLIED' ? 'cli.import.applied' : 'cli.import.nothing'
  const lines = [
    words('cli.import.preview', {
      file: it.fileName,
      added: countOf(it, 'NEW'),
      changed: countOf(it, 'CHANGED'),
      same: countOf(it, 'SAME'),
      doubtful: countOf(it, 'DOUBTFUL'),
      refused: countOf(it, 'REFUSED'),
    }),
    ...rows.map(({ number, outcome, reasons, fact, raw }) =>
      words('cli.import.row', {
        number: String(number),
        outcome: words(`import.outcome.${outcome}`),
        designation: fact?.designation ?? JSON.stringify(raw).slice(0, 80),
        reasons: reasons.map(({ code, args }) => words.dynamic(`import.reason.${code}`, args)).join(' '),
      }),
    ),
    ...(all > rows.length ? [words('cli.import.more', { count: all - rows.length, page })] : []),
    words(end, { page }),
  ]
  const counts = Object.fromEntries(IMPORT_OUTCOMES.map((outcome) => [outcome, countOf(it, outcome)]))
  return { text: lines.join('\n'), json: { id: it.id, state: it.state, counts } }
}

function stopped(house: House, { id, state, refusal }: ItemImport): Answer {
  const { code, args } = refusal!
  const why = house.words.dynamic(`refusal.${code}`, args)
  return { text: house.words('cli.import.stopped', { why }), json: { id, state, refusal }, isRefusal: true }
}

const countOf = ({ counts }: ItemImport, outcome: ImportOutcome): number => counts[outcome] ?? 0

const importOf = (house: House, id: string): Promise<ItemImport> => house.ctx().db.findOneByOrFail(ItemImport, { id })

/** The file, unless it is larger than is taken. Refuses: IMPORT_TOO_LARGE. */
async function bytesOf(house: House, path: string): Promise<Buffer> {
  let file
  try {
    file = await open(path)
    const { size } = await file.stat()
    if (size > IMPORT_LIMITS.bytes) throw refuse('IMPORT_TOO_LARGE', { limit: `${IMPORT_LIMITS.bytes / 1024 ** 2} MB` })
    return await file.readFile()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error
    throw Object.assign(new StartFailure(house.words('cli.import.noFile', { file: path })), { cause: error })
  } finally {
    await file?.close()
  }
}
