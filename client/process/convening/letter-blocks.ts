/** A part of a clause: a paragraph, or the points of a list. */
export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'points'; readonly points: readonly string[] }

/** The text of a clause as blocks: blank lines part them, lines that begin with "- " are points. Nothing else in it has a meaning. */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = []
  for (const part of text.split(/\n\s*\n/)) {
    let lines: string[] = []
    let points: string[] = []
    const endParagraph = () => {
      if (lines.length > 0) blocks.push({ kind: 'paragraph', text: lines.join('\n') })
      lines = []
    }
    const endPoints = () => {
      if (points.length > 0) blocks.push({ kind: 'points', points })
      points = []
    }
    for (const line of part.split('\n').map((one) => one.trim())) {
      if (line.startsWith('- ')) {
        endParagraph()
        points.push(line.slice(2).trim())
      } else if (line) {
        endPoints()
        lines.push(line)
      }
    }
    endParagraph()
    endPoints()
  }
  return blocks
}

/** A piece of a text: words, or an address. */
export interface Piece {
  readonly text: string
  /** Where it leads; null for words. */
  readonly href: string | null
}

/** Addresses in a text, of this site by their path and others by http: what follows a sentence is not part of one. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const found of text.matchAll(/(?<![\w/])(?:https?:\/\/[^\s<>"]+|\/groups\/[\w/-]+)/g)) {
    const href = found[0].replace(/[.,;:!?)]+$/, '')
    if (found.index > at) pieces.push({ text: text.slice(at, found.index), href: null })
    pieces.push({ text: href, href })
    at = found.index + href.length
  }
  if (at < text.length) pieces.push({ text: text.slice(at), href: null })
  return pieces
}
