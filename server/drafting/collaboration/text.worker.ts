/**
 * Copies of texts as Yjs documents, in a thread beside the server: the only place where one is kept. They serve the rescue, which applies updates one
 * at a time in the order of the log and sees what was lost by each, and edits that the server itself makes.
 */
import * as Y from 'yjs'
import { applyAndFindLost, bringBack, edits, type Edits, type Lost } from '#schema/document/index.js'
import { serve } from '#server/platform/threads/index.js'
import { unpacked } from './wire.js'

/** By a number that the asker chose. They keep deleted content, or what was lost could not be found. */
const copies = new Map<number, Y.Doc>()

function copyOf(copy: number): Y.Doc {
  const doc = copies.get(copy)
  if (!doc) throw new Error('this copy is not here any more')
  return doc
}

/** What `work` writes in a document, as one update; null when it writes nothing. */
function updateOf(doc: Y.Doc, work: () => void): Uint8Array | null {
  const updates: Uint8Array[] = []
  const hear = (update: Uint8Array) => void updates.push(update)
  doc.on('update', hear)
  work()
  doc.off('update', hear)
  return updates.length > 1 ? Y.mergeUpdates(updates) : (updates[0] ?? null)
}

interface Text {
  readonly state: Uint8Array | null
  /** Packed, in the order of the log. */
  readonly updates: Uint8Array
}

function filled(doc: Y.Doc, { state, updates }: Text): Y.Doc {
  if (state) Y.applyUpdate(doc, state)
  doc.transact(() => {
    for (const update of unpacked(updates)) Y.applyUpdate(doc, update)
  })
  if (doc.store.pendingStructs ?? doc.store.pendingDs) throw new Error('something that the updates build on is missing')
  return doc
}

/** Characters that one person wrote after each other and that were lost after each other are one stretch. */
function joined(lost: readonly Lost[]): Lost[] {
  const stretches: Lost[] = []
  for (const one of lost) {
    const last = stretches.at(-1)
    const follows = last?.clause === one.clause && last.client === one.client
    if (follows && last.clock + last.text.length === one.clock)
      stretches[stretches.length - 1] = { ...last, text: last.text + one.text }
    else stretches.push(one)
  }
  return stretches
}

const tasks = {
  open({ copy, ...text }: Text & { readonly copy: number }): void {
    copies.set(copy, filled(new Y.Doc({ gc: false }), text))
  },

  /** Applies updates one by one. `bad` is the place of one that cannot be applied: then the copy is gone, for nobody knows what it holds. */
  look({ copy, updates }: { readonly copy: number; readonly updates: Uint8Array }): {
    readonly lost: Lost[]
    readonly bad: number | null
  } {
    const doc = copyOf(copy)
    const lost: Lost[] = []
    for (const [place, update] of unpacked(updates).entries()) {
      let isApplied = false
      try {
        lost.push(...applyAndFindLost(doc, update))
        isApplied = doc.store.pendingStructs === null && doc.store.pendingDs === null
      } finally {
        if (!isApplied) copies.delete(copy)
      }
      if (!isApplied) return { lost: [], bad: place }
    }
    return { lost: joined(lost), bad: null }
  },

  /** Writes what was lost back in the copy, in the name of the server's own session. */
  bringBack({
    copy,
    lost,
    people,
    client,
  }: {
    readonly copy: number
    readonly lost: readonly Lost[]
    /** Person behind each Yjs client, as far as known. */
    readonly people: ReadonlyMap<number, string | null>
    readonly client: number
  }): Uint8Array | null {
    const doc = copyOf(copy)
    doc.clientID = client
    return updateOf(doc, () => bringBack(doc, lost, (one) => people.get(one) ?? null))
  },

  close({ copy }: { readonly copy: number }): void {
    copies.get(copy)?.destroy()
    copies.delete(copy)
  },

  /** Does an edit in a passing copy. */
  edit<Name extends keyof Edits>({
    client,
    name,
    args,
    ...text
  }: Text & {
    readonly client: number
    readonly name: Name
    readonly args: Parameters<Edits[Name]> extends [Y.Doc, ...infer Rest] ? Rest : never
  }): { readonly update: Uint8Array | null; readonly answer: unknown } {
    const doc = filled(new Y.Doc(), text)
    doc.clientID = client
    let answer: unknown
    const update = updateOf(doc, () => {
      answer = (edits[name] as (doc: Y.Doc, ...args: unknown[]) => unknown)(doc, ...args)
    })
    doc.destroy()
    return { update, answer }
  },
}
export type TextTasks = typeof tasks

serve(tasks)
