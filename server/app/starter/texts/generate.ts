/** A report of any size, in our notation. The same numbers give the same text. */
import { seeded, type Random } from '#schema/document/index.js'
import { Sentences } from './sentences.js'

export interface Wanted {
  readonly clauses: number
  /** About so many; headings alone may be more. */
  readonly words: number
  readonly seed: number
}

/** What is taken: more would be a text that no group writes. */
export const bounds = {
  clauses: { least: 1, most: 2_000 },
  words: { least: 100, most: 300_000 },
  seed: { least: 0, most: 999_999_999 },
}

/** Whose hands the text shows. */
export const hands = ['editor', 'editor2', 'contributor', 'chair'] as const

const front = [
  ['Summary', 'SUMMARY'],
  ['Keywords', 'KEYWORDS'],
  ['Introduction', 'INTRODUCTION'],
  ['Scope', 'SCOPE'],
  ['References', 'REFERENCES'],
  ['Definitions', 'DEFINITIONS'],
  ['Abbreviations and acronyms', 'ABBREVIATIONS'],
  ['Conventions', 'CONVENTIONS'],
] as const
const statuses = ['DRAFT', 'UNDER_DISCUSSION', 'AGREED'] as const
const deepest = 4

interface Heading {
  readonly level: number
  readonly title: string
  readonly kind: string
}

/** Words that a reader sees: not the signs of the notation. */
const wordsIn = (line: string): number => {
  const said = line.replace(/^(@\w+ )?( *(-|\d+\.|[a-z]\.) |[A-Z]+: )?/, '')
  return said.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0
}

export function generateText({ clauses, words, seed }: Wanted): string {
  const random = seeded(seed)
  const sentences = new Sentences(random)
  const headings = headingsOf(clauses, sentences, random)
  const lines: string[] = []
  let left = words
  headings.forEach(({ level, title, kind }, at) => {
    lines.push(`${'='.repeat(level)} ${title} {${kind}, ${sentences.pick(statuses)}, ${sentences.pick(hands)}}`)
    left -= wordsIn(title)
    // What one clause is longer than its share, the others are shorter.
    const share = (left / (headings.length - at)) * (at === headings.length - 1 ? 1 : 0.6 + 0.8 * random())
    let written = at === 0 ? write(lines, 'This is a synthetic text, made up by a program.') : 0
    while (written < share) written += writeBlock(lines, Math.min(share - written, 110), sentences, random)
    left -= written
  })
  return lines.join('\n')
}

function headingsOf(count: number, sentences: Sentences, random: Random): Heading[] {
  const opening = front.slice(0, count).map(([title, kind]) => ({ level: 1, title, kind }))
  const rest = count - opening.length
  const [annexes, appendices] = [Math.floor(rest * 0.08), Math.floor(rest * 0.05)]
  const closing = rest > 1 ? 1 : 0
  const part = (size: number, kind: string): Heading[] => {
    const made: Heading[] = []
    for (let level = 1; made.length < size;) {
      made.push({ level, title: sentences.heading(), kind: level === 1 ? kind : 'CLAUSE' })
      const turn = random()
      if (turn < 0.35) level = Math.min(level + 1, deepest)
      else if (turn > 0.75) level = Math.max(1, level - 1 - Math.floor(random() * 2))
    }
    return made
  }
  return [
    ...opening,
    ...part(rest - annexes - appendices - closing, 'CLAUSE'),
    ...part(annexes, 'ANNEX'),
    ...part(appendices, 'APPENDIX'),
    ...(closing ? [{ level: 1, title: 'Bibliography', kind: 'BIBLIOGRAPHY' }] : []),
  ]
}

function write(lines: string[], words: string): number {
  lines.push(words)
  return wordsIn(words)
}

/** A paragraph, a list or a noted one of about so many words; answers how many. */
function writeBlock(lines: string[], about: number, sentences: Sentences, random: Random): number {
  const turn = random()
  const by = random() < 0.15 ? `@${sentences.pick(hands)} ` : ''
  if (turn < 0.12 && about > 40) return writeList(lines, by, sentences, random)
  if (turn < 0.2) return write(lines, `${by}REQUIREMENT: ${sentences.requirement()}`)
  let words = sentences.sentence()
  const length = about * (0.5 + 0.5 * random())
  while (wordsIn(words) < length) words += ` ${sentences.sentence()}`
  const kind = turn < 0.27 ? 'NOTE: ' : turn < 0.34 ? 'EXAMPLE: ' : ''
  return write(lines, `${by}${kind}${words}`)
}

function writeList(lines: string[], by: string, sentences: Sentences, random: Random): number {
  const sign = sentences.pick(['-', '1.', 'a.'])
  let written = 0
  for (let i = 0, level = 0; i < 3 + Math.floor(random() * 4); i += 1) {
    written += write(lines, `${by}${'  '.repeat(level)}${sign} ${sentences.item()}`)
    level = random() < 0.3 ? Math.min(level + 1, 2) : random() < 0.5 ? Math.max(0, level - 1) : level
  }
  return written
}
