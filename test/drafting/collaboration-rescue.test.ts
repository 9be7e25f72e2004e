import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import * as Y from 'yjs'
import * as document from '#schema/document/index.js'
import { LiveDocuments, Texts } from '#server/drafting/collaboration/index.js'
import { freshDatabase, type TestDatabase } from '../harness/database.js'
import { startProgram, stopPrograms } from '../harness/program.js'
import { Client, until } from './clients.js'
import { openDraftingSite, type DraftingSite, type Writer } from './site.js'

let database: TestDatabase
let site: DraftingSite
let group: Awaited<ReturnType<DraftingSite['group']>>
let ada: Writer
let bo: Writer
let documentId: string

beforeAll(async () => {
  database = await freshDatabase()
  site = await openDraftingSite({ database: { url: database.url, drop: async () => {} } })
  group = await site.group()
  ada = await site.person('EDITOR', group)
  bo = await site.person('EDITOR', group)
})
afterAll(async () => {
  await site.stop()
  await database.drop()
})

const open = new Set<Client>()
afterEach(async () => {
  for (const client of open) if (client.socket && !client.closed) await client.leave()
  open.clear()
  await stopPrograms()
})

/** Two clauses; the first has three paragraphs of plain words. */
const clauseIds: string[] = []
beforeEach(async () => {
  documentId = (await site.document(group)).id
  const doc = new Y.Doc()
  document.stampVersion(doc)
  const body = ['one two three', 'four five six', 'seven eight nine'].map((text) => document.paragraph(text))
  clauseIds.splice(
    0,
    2,
    ...document.insertClauses(doc, { parent: null }, [{ title: 'Scope', body }, { title: 'Terms' }]),
  )
  await site.write((tx) => site.app.get(Texts).seed(tx, documentId, Y.encodeStateAsUpdate(doc)))
})

function client(who: Writer, url = site.url, doc?: Y.Doc): Client {
  const made = new Client({ url, documentId, token: who.token }, doc)
  open.add(made)
  return made
}

const bodyOf = (doc: Y.Doc) => document.bodyOf(document.clauseOf(doc, clauseIds[0]!)!)!
const paragraphOf = (doc: Y.Doc, number: number) => bodyOf(doc).get(number) as Y.XmlElement
const textOf = (doc: Y.Doc, number: number) => paragraphOf(doc, number).get(0) as Y.XmlText
const words = (doc: Y.Doc) => document.documentText(doc)

/** All paragraphs that were brought back: in which clause, what they say, whose words, from where. */
function rescued(doc: Y.Doc) {
  const found: { clause: string; text: string; by: unknown; from: unknown }[] = []
  for (const id of document.clausesOf(doc).keys())
    for (const raw of document.contentOf(document.bodyOf(document.clauseOf(doc, id)!)!)) {
      if (!document.isRawElement(raw) || raw.attrs['rescued'] !== true) continue
      found.push({
        clause: id,
        text: document.textOfRaw(raw),
        by: raw.attrs['rescuedBy'],
        from: raw.attrs['rescuedFrom'],
      })
    }
  return found
}

/** What stands on disk once all of it has been looked through. */
async function onDisk(): Promise<Y.Doc> {
  await site.app.get(Texts).fold(documentId)
  const doc = new Y.Doc()
  for (const update of await site.app.get(Texts).read(documentId)) Y.applyUpdate(doc, update)
  return doc
}

const deeds: Record<string, (doc: Y.Doc) => void> = {
  'splits off': (doc) => void document.splitClause(doc, clauseIds[0]!, { block: 0, offset: 2 }),
  'joins it to the one before': (doc) => {
    document.appendSpans(textOf(doc, 0), document.inlineOf(paragraphOf(doc, 1)))
    bodyOf(doc).delete(1, 1)
  },
  'puts another kind of paragraph in its place': (doc) => {
    const raw = document.rawOf(paragraphOf(doc, 1)) as document.RawElement
    bodyOf(doc).delete(1, 1)
    bodyOf(doc).insert(1, [document.typeOf({ ...raw, attrs: { kind: 'NOTE' } })])
  },
  'moves it': (doc) => {
    const raw = document.rawOf(paragraphOf(doc, 1)) as document.RawElement
    bodyOf(doc).delete(1, 1)
    bodyOf(doc).insert(0, [document.typeOf(raw)])
  },
  'deletes it': (doc) => bodyOf(doc).delete(1, 1),
}

/** Both are away. Ada does something to the second paragraph, Bo writes in it; the first to come back is Ada. */
async function apart(deed: (doc: Y.Doc) => void, url = site.url, second = url) {
  const [one, two] = [await client(ada, url).ready(), await client(bo, second).ready()]
  await one.leave()
  await two.leave()
  one.doc.transact(() => deed(one.doc))
  for (const letter of 'BOWROTE') textOf(two.doc, 1).insert(10, letter, {})
  await one.ready()
  await one.saved()
  await two.ready()
  await two.saved()
  return [one, two] as const
}

describe('[CB-13] characters typed by somebody into a paragraph that another, unaware,', () => {
  it.each(Object.keys(deeds))('%s reappear in a paragraph that names them and the clause [WT-5]', async (what) => {
    const [one, two] = await apart(deeds[what]!)
    await until(() => rescued(one.doc).length > 0 && rescued(two.doc).length > 0)
    expect(rescued(one.doc)).toEqual([{ clause: clauseIds[0], text: 'ETORWOB', by: bo.personId, from: clauseIds[0] }])
    expect(words(two.doc)).toBe(words(one.doc))
    expect(words(await onDisk())).toBe(words(one.doc))
  })

  it('splits stand where they were written: nobody lost them [WT-6]', async () => {
    const [one, two] = await apart((doc) => {
      const tail = document.cutFrom(paragraphOf(doc, 1), 5)
      bodyOf(doc).insert(2, [document.typeOf(document.paragraph(tail))])
    })
    const doc = await onDisk()
    expect(words(doc)).toContain('ETORWOB')
    expect(rescued(doc)).toEqual([])
    await until(() => words(one.doc) === words(doc) && words(two.doc) === words(doc))
  })

  it('letter by letter, online but late, reappear together [WT-5]', async () => {
    const [one, two] = [await client(ada).ready(), await client(bo).ready()]
    // Bo's line is slow: what the others do has not arrived while Bo writes.
    const late = new Y.Doc()
    Y.applyUpdate(late, Y.encodeStateAsUpdate(two.doc))
    late.clientID = two.doc.clientID
    bodyOf(one.doc).delete(1, 1)
    await one.saved()
    late.on('update', (update: Uint8Array) => two.sendUpdate(update))
    for (const [i, letter] of [...'slowly'].entries()) textOf(late, 1).insert(4 + i, letter, {})
    await until(
      () =>
        rescued(one.doc)
          .map(({ text }) => text)
          .join('') === 'slowly',
    )
    expect(rescued(one.doc).length).toBeLessThan(6)
  })
})

describe('nothing is brought back', () => {
  it('that somebody deleted who saw it, or took back themselves [WT-5]', async () => {
    const [one, two] = [await client(ada).ready(), await client(bo).ready()]
    const history = document.undoOf(one.doc, ['ada'], 0)
    one.doc.transact(() => textOf(one.doc, 1).insert(0, 'mine ', {}), 'ada')
    await until(() => words(two.doc).includes('mine'))
    two.write('x')
    history.undo()
    textOf(two.doc, 1).insert(0, 'his ', {})
    await until(() => words(one.doc).includes('his'))
    bodyOf(one.doc).delete(1, 1)
    document.deleteClause(one.doc, clauseIds[0]!)
    await one.saved()
    await two.saved()
    const doc = await onDisk()
    expect(rescued(doc)).toEqual([])
    expect(words(doc)).not.toMatch(/mine|his/)
  })

  it('twice, or not at all, when the text is folded, forgotten and opened again [WT-5, CS-14]', async () => {
    const [one, two] = await apart(deeds['deletes it']!)
    await site.app.get(Texts).fold(documentId)
    await one.leave()
    await two.leave()
    await until(() => site.app.get(LiveDocuments).count === 0)
    const again = await client(ada).ready()
    textOf(again.doc, 0).insert(0, 'later ', {})
    await again.saved()
    expect(rescued(await onDisk())).toHaveLength(1)
  })
})

describe('a process that is killed while words are brought back', () => {
  // What is built, where the threads start in another way than from sources.
  const start = async () => {
    const env = { DATABASE_URL: database.url, STARTER: 'off', LOG_LEVEL: 'fatal' }
    const program = startProgram({ env, args: ['dist/server/main.js'] })
    return { ...program, url: await program.ready() }
  }

  it('before it has begun: the next one does it, once [WT-5]', async () => {
    const program = await start()
    const [one, two] = await apart(deeds['splits off']!, program.url)
    program.child.kill('SIGKILL')
    await Promise.all([one.left(), two.left()])
    const after = await client(ada).ready()
    await until(() => rescued(after.doc).length > 0)
    expect(rescued(await onDisk())).toHaveLength(1)
  })

  it('just when it has: the next one leaves it at that [WT-5]', async () => {
    const program = await start()
    const watcher = await client(ada, program.url).ready()
    const killed = new Promise<void>((resolve) => {
      watcher.onUpdate = () => {
        if (rescued(watcher.doc).length === 0) return
        program.child.kill('SIGKILL')
        resolve()
      }
    })
    await apart(deeds['moves it']!, program.url)
    await killed
    await watcher.left()
    const after = await client(ada).ready()
    textOf(after.doc, 0).insert(0, 'later ', {})
    await after.saved()
    expect(rescued(await onDisk())).toHaveLength(1)
  })

  it('two processes do it once; when one is killed, the other goes on [WT-5, CS-13]', async () => {
    const program = await start()
    const [one, two] = await apart(deeds['deletes it']!, program.url, site.url)
    await until(() => rescued(one.doc).length > 0 && rescued(two.doc).length > 0)
    // Ours has had it open all the time, and takes over without being asked.
    await one.leave()
    await two.leave()
    const away = new Y.Doc()
    Y.applyUpdate(away, Y.encodeStateAsUpdate(two.doc))
    const reader = await client(ada).ready()
    const there = await client(ada, program.url).ready()
    textOf(away, 1).insert(0, 'AGAIN', {})
    bodyOf(there.doc).delete(1, 1)
    await there.saved()
    await until(() => words(reader.doc) === words(there.doc))
    program.child.kill('SIGKILL')
    await there.left()
    await (await client(bo, site.url, away).ready()).saved()
    await until(() => rescued(reader.doc).some(({ text }) => text === 'AGAIN'))
    expect(rescued(await onDisk())).toHaveLength(2)
  })
})

describe('what the server itself writes', () => {
  const stretch = () => ({ clause: clauseIds[0]!, block: 1, from: 5, to: 9 })
  const marked = (doc: Y.Doc, thread: string): string =>
    document
      .inlineOf(paragraphOf(doc, 1))
      .filter(({ marks }) => Object.values(marks).some((value) => (value as { thread?: string }).thread === thread))
      .map(({ insert }) => insert)
      .join('')

  it('[CB-21] a comment mark is seen by all who have the text open, and survives editing inside it [WT-7]', async () => {
    const [one, two] = [await client(ada).ready(), await client(bo).ready()]
    const mark = (thread: string) =>
      site.write((tx) => site.app.get(Texts).edit(tx, documentId, 'markComment', stretch(), thread))
    expect(await mark('t1')).toBe('five')
    await until(() => marked(one.doc, 't1') === 'five' && marked(two.doc, 't1') === 'five')
    textOf(two.doc, 1).insert(7, '-and-a-half-')
    textOf(one.doc, 1).insert(0, 'three ')
    await until(() => words(one.doc) === words(two.doc) && words(one.doc).includes('three four'))
    expect(marked(one.doc, 't1')).toBe('fi-and-a-half-ve')
    // The server has one session for all it writes.
    expect(await mark('t2')).toBe(' fou')
    await until(() => marked(two.doc, 't2') === ' fou')
    expect(marked(await onDisk(), 't1')).toBe('fi-and-a-half-ve')
    const [owners] = (await site.dataSource.query(
      `select count(*)::int as n from document_client where document_id = $1 and person_id is null`,
      [documentId],
    )) as [{ n: number }]
    expect(owners.n).toBe(2) // the first text, and the server since
  })

  it('many marks made at the same time all stand [WT-7]', async () => {
    const one = await client(ada).ready()
    const threads = Array.from({ length: 8 }, (_, i) => `thread ${i}`)
    await Promise.all(
      threads.map((thread) =>
        site.write((tx) => site.app.get(Texts).edit(tx, documentId, 'markComment', stretch(), thread)),
      ),
    )
    await until(() => threads.every((thread) => marked(one.doc, thread) === 'five'))
  })

  it('is gone with the transaction that it belongs to, and nothing is marked where there is nothing [WT-7]', async () => {
    const one = await client(ada).ready()
    await expect(
      site.write(async (tx) => {
        await site.app.get(Texts).edit(tx, documentId, 'markComment', stretch(), 'gone')
        throw new Error('changed my mind')
      }),
    ).rejects.toThrow('changed my mind')
    const nowhere = { ...stretch(), block: 7 }
    expect(
      await site.write((tx) => site.app.get(Texts).edit(tx, documentId, 'markComment', nowhere, 'none')),
    ).toBeNull()
    textOf(one.doc, 1).insert(0, 'x')
    await one.saved()
    const doc = await onDisk()
    expect(document.canonical(document.contentOf(bodyOf(doc)))).not.toContain('thread')
  })

  it('[CB-21] reading a text writes nothing [CL-12]', async () => {
    const rows = async () =>
      (await site.dataSource.query('select * from document_log where document_id = $1', [documentId])) as unknown[]
    const before = await rows()
    await site.app.get(Texts).read(documentId)
    await site.app.get(Texts).readWithDeleted(documentId)
    expect(await rows()).toEqual(before)
  })
})
