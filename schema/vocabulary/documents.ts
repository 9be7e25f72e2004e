/** The closed lists of shared texts. A value that is in none of them comes from a newer program: it is kept, and treated as the default. */

/**
 * What a clause is. The fixed places of a report, in their order, and CLAUSE for all others; a place counts only at the top level.
 * Author's guide for ITU-T texts, 02/2016, Table 1. [ST-1]
 */
export const clauseKinds = [
  'SUMMARY',
  'KEYWORDS',
  'INTRODUCTION',
  'SCOPE',
  'REFERENCES',
  'DEFINITIONS',
  'ABBREVIATIONS',
  'CONVENTIONS',
  'CLAUSE',
  'ANNEX',
  'APPENDIX',
  'BIBLIOGRAPHY',
] as const
export type ClauseKind = (typeof clauseKinds)[number]

/**
 * How far the group is with a clause: it is being drafted; its authors hold it ready and the group discusses it; the group agreed on it. People read
 * "Drafting", "Stable" and "Agreed": the second kept the name under which texts and programs outside know it. [MN-8]
 */
export const clauseStatuses = ['DRAFT', 'UNDER_DISCUSSION', 'AGREED'] as const
export type ClauseStatus = (typeof clauseStatuses)[number]

/**
 * What a paragraph is. Notes in the text are not normative. [ST-7, CL-13]
 * TERM and ABBREVIATION are entries: what is defined, a colon, what it means. CASE_STUDY paragraphs that follow each other are one box. CALLOUT sets a
 * key figure (`keyFigure`) apart. CODE is formal notation; its spaces and line ends stay. CAPTION is the title of a table or figure, in its frame; KEY says
 * what its signs and colours mean. The last five are records (`recordKinds`).
 */
export const blockKinds = [
  'BODY',
  'NOTE',
  'EXAMPLE',
  'REQUIREMENT',
  'WARNING',
  'EDITOR_NOTE',
  'TERM',
  'ABBREVIATION',
  'QUOTATION',
  'CALLOUT',
  'CASE_STUDY',
  'CODE',
  'CAPTION',
  'KEY',
  'DECISION',
  'RESERVATION',
  'ACTION',
  'ATTENDANCE',
  'PATENT_QUESTION',
] as const
export type BlockKind = (typeof blockKinds)[number]

/**
 * Paragraphs of minutes that are records of the group: what was decided, who reserved what, who does what by when, who was there, what was answered to the
 * question about patents. Each has an id for good in its attribute `record`. [RC-1]
 */
export const recordKinds = [
  'DECISION',
  'RESERVATION',
  'ACTION',
  'ATTENDANCE',
  'PATENT_QUESTION',
] as const satisfies readonly BlockKind[]
export type RecordKind = (typeof recordKinds)[number]

/** Whether a paragraph of this kind is a record. */
export const isRecordKind = (kind: unknown): kind is RecordKind => (recordKinds as readonly unknown[]).includes(kind)

/** How the items of a list are marked; NONE is a paragraph that is no item. */
export const listStyles = ['NONE', 'BULLET', 'NUMBER', 'LETTER'] as const
export type ListStyle = (typeof listStyles)[number]

/** Lists go three levels deep, counted from 0. [ST-13] */
export const deepestListLevel = 2

/** What stands in a frame with a caption. A frame of another sort is shown without a number. */
export const frameKinds = ['TABLE', 'FIGURE'] as const
export type FrameKind = (typeof frameKinds)[number]

/** What sort of text it is. SPECIFICATION holds provisions; REPORT informs, so nothing in it is mandatory; PLAIN (contributions, minutes, statements) has no fixed places. */
export const textTypes = ['REPORT', 'SPECIFICATION', 'PLAIN'] as const
export type TextType = (typeof textTypes)[number]

/** The type of a text that says none itself, by the sort of document it belongs to. */
export const usualTypeOf = (kind: string): TextType => (kind === 'REPORT' ? 'REPORT' : 'PLAIN')

/**
 * How tables and figures are counted. CONTINUOUS: 1, 2, 3 through the body. BY_CLAUSE: 6-1, 6-2, for long texts. Annexes and appendices begin
 * anew in both. [ST-5]
 */
export const labelModes = ['CONTINUOUS', 'BY_CLAUSE'] as const
export type LabelMode = (typeof labelModes)[number]

/** What a cross-reference points to. A requirement is a paragraph of that kind. */
export const referenceTargets = ['CLAUSE', 'FRAME', 'EQUATION', 'REQUIREMENT'] as const
export type ReferenceTarget = (typeof referenceTargets)[number]
