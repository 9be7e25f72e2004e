/** What the menu behind "/" offers, in its order. The words are `thing.slash.<id>`; `thing.slashFind.<id>` holds other words by which one looks for it. */
import type { Command } from 'prosemirror-state'
import { recordKinds } from '#schema/vocabulary/documents.js'
import { blockCommands, clauseCommands } from '../commands/index.js'
import { collectAbbreviations, sortEntries } from '../entries/index.js'
import { makeRecord } from '../records/index.js'
import { tableCommands } from '../tables/index.js'
import { thingCommands } from '../things/index.js'

export const slashGroups = ['RECORDS', 'TEXT', 'STANDARDS', 'REFERENCE', 'INSERT'] as const
export type SlashGroup = (typeof slashGroups)[number]

export interface SlashEntry {
  readonly id: string
  readonly group: SlashGroup
  readonly command: Command
}

const entry = (group: SlashGroup, id: string, command: Command): SlashEntry => ({ group, id, command })

const everywhere: readonly SlashEntry[] = [
  entry('TEXT', 'body', blockCommands.setKind('BODY')),
  entry('TEXT', 'bulletList', blockCommands.setList('BULLET')),
  entry('TEXT', 'numberList', blockCommands.setList('NUMBER')),
  entry('TEXT', 'letterList', blockCommands.setList('LETTER')),
  entry('TEXT', 'quotation', blockCommands.setKind('QUOTATION')),
  entry('TEXT', 'code', blockCommands.setKind('CODE')),
  entry('STANDARDS', 'note', blockCommands.setKind('NOTE')),
  entry('STANDARDS', 'example', blockCommands.setKind('EXAMPLE')),
  entry('STANDARDS', 'requirement', blockCommands.setKind('REQUIREMENT')),
  entry('STANDARDS', 'warning', blockCommands.setKind('WARNING')),
  entry('STANDARDS', 'term', blockCommands.setKind('TERM')),
  entry('STANDARDS', 'abbreviation', blockCommands.setKind('ABBREVIATION')),
  entry('STANDARDS', 'collectAbbreviations', collectAbbreviations),
  entry('STANDARDS', 'sortEntries', sortEntries),
  entry('STANDARDS', 'editorNote', blockCommands.setKind('EDITOR_NOTE')),
  entry('STANDARDS', 'caseStudy', blockCommands.setKind('CASE_STUDY')),
  entry('STANDARDS', 'callout', thingCommands.keyFigure),
  entry('REFERENCE', 'citation', thingCommands.citation),
  entry('REFERENCE', 'reference', thingCommands.reference),
  entry('REFERENCE', 'footnote', thingCommands.footnote),
  entry('INSERT', 'table', tableCommands.insertTable()),
  entry('INSERT', 'figure', thingCommands.figure),
  entry('INSERT', 'equation', thingCommands.equation),
  entry('INSERT', 'math', thingCommands.math),
  entry('INSERT', 'clause', clauseCommands.insertAfter()),
  entry('INSERT', 'subclause', clauseCommands.insertBelow()),
]

const inMinutes: readonly SlashEntry[] = [
  ...recordKinds.map((kind) => entry('RECORDS', kind, makeRecord(kind))),
  ...everywhere,
]

/** What the menu of a text offers: minutes begin with records. */
export const slashEntries = (isMinutes = false): readonly SlashEntry[] => (isMinutes ? inMinutes : everywhere)

export interface Found extends SlashEntry {
  readonly label: string
}

/** The entries in which every typed word is found, at the beginning of one of theirs. */
export function entriesFor(
  entries: readonly SlashEntry[],
  typed: string,
  wordsOf: (entry: SlashEntry) => { readonly label: string; readonly others: string },
): Found[] {
  const parts = typed.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  return entries.flatMap((one) => {
    const { label, others } = wordsOf(one)
    const known = `${label} ${others}`.toLocaleLowerCase().split(/[\s,()]+/)
    return parts.every((part) => known.some((word) => word.startsWith(part))) ? [{ ...one, label }] : []
  })
}
