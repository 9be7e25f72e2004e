import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import * as Y from 'yjs'
import * as document from '#schema/document/index.js'
import { Texts } from '#server/drafting/collaboration/index.js'
import { Roles } from '#server/process/groups/index.js'
import { ModelEditor } from '../convergence/editor.js'
import { historyOf } from '../convergence/histories.js'
import { startApp, type TestApp } from '../harness/app.js'
import { freshDatabase, type TestDatabase } from '../harness/database.js'
import { Client, until } from './clients.js'
import { randomOf, seed } from './random.js'
import { openDraftingSite, type DraftingSite, type Writer } from './site.js'

/** More of them: `RAPPORTEUR_MODEL_RUNS=200 npm test -- test/drafting/collaboration-model`. */
const seeds = Array.from({ length: Number(process.env.RAPPORTEUR_MODEL_RUNS ?? 12) }, (_, i) => seed + 1 + i)

let database: TestDatabase
/** Two servers on one database: one stays, and is where roles are given and ended; the other is started anew again and again. */
let site: DraftingSite
let second: TestApp
const shared = () => ({ url: database.url, drop: async () => {} })

beforeAll(async () => {
  database = await freshDatabase()
  site = await openDraftingSite({ database: shared() })
  second = await startApp({ database: shared() })
})
afterAll(async () => {
  await second.stop()
  await site.stop()
  await database.drop()
})

async function onDisk(id: string): Promise<Y.Doc> {
  const doc = new Y.Doc()
  for (const update of await site.app.get(Texts).read(id)) Y.applyUpdate(doc, update)
  return doc
}

/** Both try, because only one of them does it: the one that looks through the text. */
const fold = async (id: string) => {
  for (const { app } of [site, second]) await app.get(Texts).fold(id)
}

/** Roles begin and end month by month, long ago. */
const dayOf = (month: number) => `${2021 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`

async function restart(clients: readonly Client[]): Promise<void> {
  const { url } = second
  await second.stop()
  await until(() => clients.every(({ entry, closed, socket }) => entry.url !== url || closed || !socket))
  second = await startApp({ database: shared() })
}

describe('against a model', () => {
  it.each(seeds)(
    '[CS-3, CS-4, CS-8, CS-13, CS-14] edits, lost lines, roles, folding and restarts leave what the model says (seed %i)',
    async (run) => {
      const random = randomOf(run)
      const group = await site.group()
      const documentId = (await site.document(group)).id
      const happened = new Map<string, number>()
      const hands = await Promise.all(
        [0, 1, 2].map(async (i) => {
          const person = await site.person('EDITOR', group)
          const client = await new Client({ url: site.url, documentId, token: person.token }).ready()
          return {
            person,
            role: person.role!,
            client,
            name: `p${i}`,
            mayEdit: true,
            own: new Set<string>(),
            n: 0,
            month: 0,
          }
        }),
      )
      type Hand = (typeof hands)[number]
      /** What must be there in the end, and nothing else: words of somebody who lost the right before they were stored stay with them. */
      const kept = new Set<string>()

      const comeBack = async (hand: Hand) => {
        if (hand.client.closed) {
          const url = [site, second][random(2)]!.url
          hand.client = await new Client({ ...hand.client.entry, url }, hand.client.doc).ready()
        }
        if (!hand.mayEdit) return
        await hand.client.saved()
        for (const word of hand.own) kept.add(word)
      }
      const endRole = async (hand: Hand) => {
        await comeBack(hand)
        await site.endRole(hand.role, dayOf(++hand.month))
        await until(() => hand.client.standings.at(-1)?.mayEdit === false)
        hand.mayEdit = false
      }
      const giveRole = async (hand: Hand) => {
        const { personId } = hand.person
        const from = dayOf(++hand.month)
        hand.role = await site.write((tx) =>
          site.app.get(Roles).assign(tx, { group: group.slug, personId, role: 'EDITOR', from }),
        )
        hand.mayEdit = true
        // What was dropped meanwhile is still with them, and comes with them.
        await hand.client.leave()
        await comeBack(hand)
      }
      const write = (hand: Hand) => {
        const word = `${hand.name}-${++hand.n}`
        hand.client.doc.getMap('words').set(word, true)
        hand.own.add(word)
        const text = hand.client.doc.getText('t')
        if (random(4) === 0) text.insert(random(text.length + 1), word)
        if (random(4) === 0 && text.length > 0) text.delete(0, 1 + random(text.length))
      }
      const deeds: Record<string, (hand: Hand) => unknown> = {
        disconnect: (hand) => hand.client.leave(),
        comeBack,
        role: (hand) => (hand.mayEdit ? endRole(hand) : hand.n % 2 === 0 ? giveRole(hand) : null),
        compact: () => fold(documentId),
        restart: () => restart(hands.map(({ client }) => client)),
      }
      const names = Object.keys(deeds)
      for (let step = 0; step < 60; step++) {
        const hand = hands[random(3)]!
        const name = names[random(16)] ?? 'edit'
        happened.set(name, (happened.get(name) ?? 0) + 1)
        await (deeds[name] ?? write)(hand)
      }
      // Every kind of thing did happen.
      for (const name of ['edit', ...names]) if (!happened.has(name)) await (deeds[name] ?? write)(hands[0]!)
      for (const hand of hands) {
        await hand.client.leave()
        await comeBack(hand)
      }
      await fold(documentId)

      const disk = await onDisk(documentId)
      expect([...disk.getMap('words').keys()].sort()).toEqual([...kept].sort())
      const fresh = await new Client({ url: second.url, documentId, schema: null }).ready()
      expect(fresh.text).toBe(disk.getText('t').toString())
      const editors = hands.filter(({ mayEdit }) => mayEdit)
      await until(() => editors.every(({ client }) => client.doc.getMap('words').size === kept.size))
      for (const { client } of editors) expect(client.text).toBe(fresh.text)
      for (const { client } of [...hands, { client: fresh }]) await client.leave()
    },
    60_000,
  )
})

/** Characters that stand for what was typed, one each. */
const isToken = (character: string) => character >= '\u4e00' && character <= '\u9fff'
const count = (text: string): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const character of text) if (isToken(character)) counts.set(character, (counts.get(character) ?? 0) + 1)
  return counts
}

describe('a storm', () => {
  let writers: Writer[]
  let group: Awaited<ReturnType<DraftingSite['group']>>
  beforeAll(async () => {
    group = await site.group()
    writers = await Promise.all([0, 1, 2].map(() => site.person('EDITOR', group)))
  })

  it.each(seeds)(
    '[CB-13, CB-19] of everything that people do to clauses, through sockets that come and go, loses no character (seed %i) [WT-5, CS-8]',
    async (run) => {
      const random = document.seeded(run)
      const documentId = (await site.document(group)).id
      const first = new Y.Doc()
      document.stampVersion(first)
      document.insertClauses(
        first,
        { parent: null },
        ['1', '2', '3'].map((title) => ({ title, body: [document.paragraph('text')], children: [{ title: '1' }] })),
        { random },
      )
      await site.write((tx) => site.app.get(Texts).seed(tx, documentId, Y.encodeStateAsUpdate(first)))
      const people = await Promise.all(
        writers.map(async ({ token }, i) => {
          const editor = new ModelEditor(1000 + i, random)
          const url = [site, second][i % 2]!.url
          return { editor, client: await new Client({ url, documentId, token }, editor.doc).ready() }
        }),
      )
      const typed = new Set<string>()
      const takenAway = new Set<string>()
      for (const happening of historyOf(run).happenings) {
        if ('deed' in happening) {
          const { editor } = people[happening.editor]!
          const before = count(editor.text())
          editor.perform(happening, () => {
            const token = String.fromCharCode(0x4e00 + typed.size)
            typed.add(token)
            return token
          })
          // Whoever sees a character and does what makes it vanish has taken it away.
          const after = count(editor.text())
          for (const [token, number] of before) if ((after.get(token) ?? 0) < number) takenAway.add(token)
        } else if ('isOnline' in happening) {
          const { client } = people[happening.editor]!
          if (!happening.isOnline && client.isOpen) await client.leave()
          if (happening.isOnline && !client.isOpen) await client.open()
        } else {
          // What is on its way arrives, sooner with one than with the other.
          const { client } = people['up' in happening ? happening.up : happening.down]!
          if (client.isOpen) await client.saved()
        }
      }
      for (const { client } of people) {
        if (!client.isOpen) await client.ready()
        await client.saved()
      }
      await fold(documentId)
      const disk = await onDisk(documentId)
      const shown = count(document.documentText(disk))
      const lost = [...typed].filter((token) => !shown.has(token) && !takenAway.has(token))
      expect(lost).toEqual([])
      await until(() => people.every(({ editor }) => document.documentHash(editor.doc) === document.documentHash(disk)))
      for (const { editor, client } of people) {
        expect(editor.problems()).toEqual([])
        await client.leave()
      }
    },
    30_000,
  )
})
