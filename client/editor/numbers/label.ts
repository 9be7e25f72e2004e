import type { ClauseNumber } from '#schema/document/numbering.js'
import type { Words } from '#schema/words/index.js'

/** The number as a person reads it: an annex or appendix of its own with the word before it, all else as it is. Empty without one. */
export function labelOfNumber({ series, text }: ClauseNumber, words: Words): string {
  if (text.includes('.')) return text
  if (series === 'ANNEX') return words('editor.annex', { letter: text })
  if (series === 'APPENDIX') return words('editor.appendix', { number: text })
  return text
}

/** "(normative)", "(informative)": what stands beside the number of an annex itself; empty for everything else. [ST-5] */
export function mannerOfAnnex({ series, text }: ClauseNumber, isInformative: boolean, words: Words): string {
  if (series !== 'ANNEX' || text.includes('.')) return ''
  return words('editor.annexManner', { is: isInformative ? 'informative' : 'normative' })
}
