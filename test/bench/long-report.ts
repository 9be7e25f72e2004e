/** A made-up report as long as the longest that groups write; the same for the same numbers. */
import * as Y from 'yjs'
import {
  bodyOf,
  clauseOf,
  insertClauses,
  paragraph,
  readTree,
  seeded,
  type ClauseDraft,
  type Random,
  type RawSpan,
} from '#schema/document/index.js'

export interface Length {
  readonly clauses: number
  readonly words: number
}

/** The length that figures are told for. */
export const longest: Length = { clauses: 250, words: 100_000 }

const wordsEach = 16
const seed = 20261122

/** Three thousand words that nobody knows, the first ones far more frequent than the last. */
export function vocabulary(random: Random): () => string {
  const syllables = 'ba de ki lo mu na re si to vu chen dra fel gor hin jas kel mor pin sta'.split(' ')
  const syllable = () => syllables[Math.floor(random() * syllables.length)]!
  const words = Array.from({ length: 3000 }, (_, rank) =>
    Array.from({ length: 1 + Math.floor(random() * (rank < 100 ? 2 : 4)) }, syllable).join(''),
  )
  return () => words[Math.floor(words.length * random() ** 2.5)]!
}

const sentence = (word: () => string, length: number): string => Array.from({ length }, word).join(' ')

/** Something stands out in every paragraph, in turn a term, a warning and a reference. */
const standsOut = [{ em: {} }, { strong: {} }, { link: { href: 'https://example.org/referred-to' } }]

function prose(word: () => string, number: number): RawSpan[] {
  return [
    { insert: `${sentence(word, wordsEach / 2)} `, marks: {} },
    { insert: sentence(word, 2), marks: standsOut[number % standsOut.length]! },
    { insert: ` ${sentence(word, wordsEach / 2 - 2)}`, marks: {} },
  ]
}

/** The report as one who wrote it all at once would leave it: chapters, clauses and subclauses, paragraphs of sixteen words. */
export function longReport({ clauses, words }: Length = longest): Y.Doc {
  const random = seeded(seed)
  const word = vocabulary(random)
  const each = Math.max(1, Math.round(words / clauses / wordsEach))
  const draft = (children: readonly ClauseDraft[] = []): ClauseDraft => ({
    title: sentence(word, 4),
    body: Array.from({ length: each }, (_, i) =>
      paragraph(prose(word, i), i % 10 === 9 ? { kind: 'NOTE' } : i % 10 > 6 ? { list: 'BULLET' } : {}),
    ),
    children,
  })
  const drafts: ClauseDraft[] = []
  // Twenty-five to a chapter: the chapter, four clauses, five subclauses in each.
  for (let left = clauses; left > 0; left -= 25) {
    let below = Math.min(left, 25) - 1
    const second: ClauseDraft[] = []
    while (below > 0) {
      const third = Math.min(below - 1, 5)
      second.push(draft(Array.from({ length: third }, () => draft())))
      below -= third + 1
    }
    drafts.push(draft(second))
  }
  const doc = new Y.Doc()
  doc.clientID = 1
  insertClauses(doc, { parent: null }, drafts, { random })
  return doc
}

/** Every paragraph of a report, as the text that it holds. */
export function paragraphsOf(doc: Y.Doc): Y.XmlText[] {
  return readTree(doc).lines.flatMap(({ id }) =>
    bodyOf(clauseOf(doc, id)!)!
      .toArray()
      .flatMap((block) => (block instanceof Y.XmlElement ? block.toArray() : []))
      .filter((child) => child instanceof Y.XmlText),
  )
}

/**
 * The same length with a past: four words of five were there, the rest came and some went in editing sessions, each with a Yjs client of its own, as
 * each loading of a page makes one. That is what makes a Y.Doc large, and it is what real texts look like.
 */
export function longReportWithPast({ sessions, ...length }: Length & { readonly sessions: number }): Y.Doc {
  const doc = longReport({ ...length, words: length.words * 0.8 })
  const random = seeded(seed + 1)
  const word = vocabulary(random)
  const texts = paragraphsOf(doc)
  const editsEach = Math.round((length.words * 0.2) / sessions / 1.1)
  for (let session = 0; session < sessions; session++) {
    doc.clientID = 1_000_000 + session * 7919
    doc.transact(() => {
      for (let i = 0; i < editsEach; i++) {
        const text = texts[Math.floor(random() * texts.length)]!
        // Of eight edits seven bring one to three words, and the eighth takes away about as much as one word.
        const at = Math.floor(random() * (text.length + 1))
        if (i % 8 === 7) text.delete(at, Math.min(6, text.length - at))
        else text.insert(at, `${sentence(word, 1 + Math.floor(random() * 2))} `)
      }
    })
  }
  return doc
}
