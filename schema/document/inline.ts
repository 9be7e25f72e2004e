/** The inline content of a title or a paragraph: one row of characters, however many texts and elements hold it. */
import * as Y from 'yjs'
import { contentOf, isRawElement, isRawText, joinSpans, lengthOfSpans, type RawSpan } from './raw.js'

/** All inline content. A thing that is not text takes one place, as it does in an editor. */
export function inlineOf(parent: Y.XmlFragment): RawSpan[] {
  return joinSpans(
    contentOf(parent).flatMap((raw): readonly RawSpan[] =>
      isRawText(raw) ? raw.spans : isRawElement(raw) ? [{ insert: raw, marks: {} }] : [],
    ),
  )
}

/** The spans from `offset` on. */
export function spansFrom(spans: readonly RawSpan[], offset: number): RawSpan[] {
  const rest: RawSpan[] = []
  let at = 0
  for (const span of spans) {
    const length = lengthOfSpans([span])
    if (at >= offset) rest.push(span)
    else if (at + length > offset && typeof span.insert === 'string')
      rest.push({ insert: span.insert.slice(offset - at), marks: span.marks })
    at += length
  }
  return rest
}

/** An offset that does not part the two halves of a character outside the basic plane: Yjs would replace both by a sign for "unreadable". */
export function wholeCharacter(spans: readonly RawSpan[], offset: number): number {
  let at = 0
  for (const { insert } of spans) {
    const length = typeof insert === 'string' ? insert.length : 1
    if (typeof insert === 'string' && offset > at && offset < at + length) {
      const unit = insert.charCodeAt(offset - at)
      const isSecondHalf = unit >= 0xdc00 && unit <= 0xdfff
      return isSecondHalf ? offset - 1 : offset
    }
    at += length
  }
  return Math.max(0, Math.min(offset, at))
}

/** Takes everything from `offset` on out of a title or paragraph and gives it back. */
export function cutFrom(parent: Y.XmlFragment, offset: number): RawSpan[] {
  const spans = inlineOf(parent)
  const from = wholeCharacter(spans, offset)
  let end = lengthOfSpans(spans)
  for (let i = parent.length - 1; i >= 0; i--) {
    const child = parent.get(i)
    const length = child instanceof Y.XmlText ? child.length : 1
    const start = end - length
    if (child instanceof Y.XmlText) {
      const keep = Math.max(0, from - start)
      if (keep < length) child.delete(keep, length - keep)
    } else if (start >= from) parent.delete(i, 1)
    end = start
  }
  return spansFrom(spans, from)
}
