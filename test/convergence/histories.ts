/**
 * Histories of several people writing one text: what each does, and when what they did reaches the others. A history is plain data, made by
 * fast-check (so that a failing one is made small) or from a seed (so that thousands can be run and one repeated).
 */
import fc from 'fast-check'
import { seeded } from '#schema/document/index.js'

/** Typing, and what is done to clauses as wholes. Nothing of it moves text from one place to another. */
export const clauseDeeds = [
  'type',
  'typeTitle',
  'erase',
  'newBlock',
  'setBlockKind',
  'mark',
  'insert',
  'insertSeveral',
  'move',
  'promote',
  'demote',
  'delete',
  'deleteWithChildren',
  'setClauseKind',
] as const
/** What moves text by deleting and copying it: others who write there at the same time need the rescue. */
export const movingDeeds = ['split', 'join', 'splitBlock', 'joinBlocks', 'moveBlock', 'deleteBlock'] as const
/** What a text can hold besides paragraphs: put in and changed. Only an editor with a view does these. */
export const richDeeds = [
  'insertTable',
  'typeInCell',
  'addRow',
  'addColumn',
  'deleteRow',
  'insertThing',
  'changeThing',
  'setHead',
] as const
/** What is done to frames and their tables, to notes, entries and lists, and to the text as a whole. Only an editor with a view does these. */
export const frameDeeds = [
  'insertFigure',
  'typeInFrame',
  'addToFrame',
  'deleteColumn',
  'mergeCells',
  'splitCell',
  'pasteCells',
  'moveFrame',
  'deleteFrame',
  'insertNote',
  'insertReference',
  'setAnchor',
  'setList',
  'makeEntry',
  'deleteThing',
  'setStatus',
  'setForm',
] as const
export const undoDeeds = ['undo', 'redo'] as const
export const allDeeds = [...clauseDeeds, 'restore', ...movingDeeds, ...undoDeeds] as const
export type DeedName = (typeof allDeeds)[number] | (typeof richDeeds)[number] | (typeof frameDeeds)[number]

/** Something an editor does. The numbers choose clause, place and amount among what is there at that moment. */
export interface Deed {
  readonly editor: number
  readonly deed: DeedName
  readonly where: readonly [number, number, number]
}
/** Something that reaches somebody, or does not. */
export type Delivery =
  /** The editor's next changes reach the server, in their order, the first of them perhaps twice. */
  | { readonly up: number; readonly count: number; readonly isTwice: boolean }
  /** One of the changes that wait for an editor arrives, any of them, perhaps to arrive again. */
  | { readonly down: number; readonly pick: number; readonly isTwice: boolean }
  /** The editor's line goes down, or comes back. */
  | { readonly editor: number; readonly isOnline: boolean }
export type Happening = Deed | Delivery

export interface History {
  readonly editors: number
  /** Seeds client numbers, clause ids and order keys. */
  readonly seed: number
  readonly happenings: readonly Happening[]
}

export interface Wishes {
  readonly editors?: number
  readonly deeds?: readonly DeedName[]
  /** How many things happen, deliveries included. */
  readonly length?: number
}

/** Typing happens more often than anything else. */
const withTyping = (deeds: readonly DeedName[]): readonly DeedName[] => [...deeds, 'type', 'type', 'type', 'type']

/** Histories for fast-check. A failure prints its seed and the smallest history that fails. */
export function editing({ editors = 3, deeds = allDeeds, length = 60 }: Wishes = {}): fc.Arbitrary<History> {
  const editor = fc.nat(editors - 1)
  const number = fc.nat(999)
  const happening: fc.Arbitrary<Happening> = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        editor,
        deed: fc.constantFrom(...withTyping(deeds)),
        where: fc.tuple(number, number, number),
      }),
    },
    { weight: 2, arbitrary: fc.record({ up: editor, count: fc.integer({ min: 1, max: 5 }), isTwice: fc.boolean() }) },
    { weight: 4, arbitrary: fc.record({ down: editor, pick: number, isTwice: fc.boolean() }) },
    { weight: 1, arbitrary: fc.record({ editor, isOnline: fc.boolean() }) },
  )
  return fc.record({
    editors: fc.constant(editors),
    seed: fc.nat(),
    happenings: fc.array(happening, { minLength: 1, maxLength: length, size: 'max' }),
  })
}

/** The history of a seed. */
export function historyOf(seed: number, { editors = 3, deeds = allDeeds, length = 120 }: Wishes = {}): History {
  const random = seeded(seed)
  const below = (limit: number) => Math.floor(random() * limit)
  const names = withTyping(deeds)
  const happenings = Array.from({ length }, (): Happening => {
    const editor = below(editors)
    const dice = random()
    if (dice < 0.5) return { editor, deed: names[below(names.length)]!, where: [below(1000), below(1000), below(1000)] }
    if (dice < 0.65) return { up: editor, count: 1 + below(5), isTwice: random() < 0.2 }
    if (dice < 0.95) return { down: editor, pick: random() < 0.7 ? 0 : below(1000), isTwice: random() < 0.2 }
    return { editor, isOnline: random() < 0.6 }
  })
  return { editors, seed, happenings }
}
