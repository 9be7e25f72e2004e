import type { ClauseNumber } from '#schema/document/numbering.js'
import type { Words } from '#schema/words/index.js'

/** The number as a person reads it: an annex or appendix of its own with the word before it, all else as it is. Empty without one. */
export function labelOfNumber({ series, text }: ClauseNumber, words: Words): string {
  if (text.includes('.')) return text
  if (series === 'ANNEX') return words('editor.annex', { letter: text })
  if (series === 'APPENDIX') return words('editor.appendix', { number: text })
  return text
}
