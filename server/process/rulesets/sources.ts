import type { Confidence } from '#schema/vocabulary/process.js'
import type { Citation } from './ruleset.js'

/** The documents that rules cite; each makes a citation of one of its clauses. */
const source =
  (document: string, short: string) =>
  (clause: string | null, confidence: Confidence): Citation => ({ document, short, clause, confidence })

/** Focus groups, edition 6; withdrawn, still pinned by the groups that worked under it. */
export const a7of2016 = source('Recommendation ITU-T A.7 (10/2016)', 'A.7')
/** Focus groups, edition 7. */
export const a7of2024 = source('Recommendation ITU-T A.7 (08/2024)', 'A.7')
/** Study groups. Read in the edition of 10/2016; that of 09/2019 keeps the same deadlines [C]. */
export const a1 = source('Recommendation ITU-T A.1 (10/2016)', 'A.1')
/** Terms of reference of FG-AI4EE: the one set we have read, and the pattern for others. */
export const circular191 = source('TSB Circular 191 (21 August 2019), Annex 1', 'TSB Circular 191')
/** Cooperation with other bodies; withdrawn, still good practice. */
export const supplement5 = source('ITU-T A-series Supplement 5 (withdrawn)', 'A-series Supplement 5')
export const isoHelpdesk = source('ISO helpdesk, after ISO/IEC Directives, Part 1', 'the ISO helpdesk')
