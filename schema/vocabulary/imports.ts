/** The kinds of file that the register takes in. RELATON is YAML of the open bibliographic model of that name. */
export const IMPORT_FORMATS = ['CSV', 'XLSX', 'JSON', 'RELATON'] as const
export type ImportFormat = (typeof IMPORT_FORMATS)[number]

/** How far an import has come. Nothing of the register is changed before APPLIED. [IM-4] */
export const IMPORT_STATES = [
  'READING',
  'PREVIEWED',
  'APPLYING',
  'APPLIED',
  'UNDOING',
  'UNDONE',
  'CANCELLED',
  'REFUSED',
] as const
export type ImportState = (typeof IMPORT_STATES)[number]

/** What a row means for the register. [IM-2] */
export const IMPORT_OUTCOMES = ['NEW', 'CHANGED', 'SAME', 'DOUBTFUL', 'REFUSED'] as const
export type ImportOutcome = (typeof IMPORT_OUTCOMES)[number]

/** What a person decides about a doubtful row. */
export const IMPORT_CHOICES = ['SKIP', 'SAME_ITEM', 'NEW_ITEM'] as const
export type ImportChoice = (typeof IMPORT_CHOICES)[number]

/** Why a row is doubtful or refused, or what of it is not taken over. Their words: `import.reason.<code>`. */
export const IMPORT_REASONS = [
  'NO_DESIGNATION',
  'BAD_DESIGNATION',
  'TEXT_TOO_LONG',
  'BAD_DATE',
  'BAD_URL',
  'BAD_LANGUAGE',
  'BAD_CHARACTER',
  'UNKNOWN_VALUE',
  'UNKNOWN_BODY',
  'NO_BODY',
  'NO_TYPE',
  'UNOFFICIAL_STAGE',
  'UNKNOWN_STAGE',
  'STAGE_BEFORE_LAST',
  'NAME_TAKEN',
  'SAME_ROW',
  'SAME_TEXT',
  'LEAD_REFUSED',
  'SEVERAL',
  'ALIKE',
  'TITLE_DIFFERS',
  'OTHER_EDITION',
  'FORMER_NAME',
  'KEPT_POORER',
  'KEPT_CURATED',
  'KEPT_BODY',
  'ANOTHER_LANGUAGE',
] as const
export type ImportReason = (typeof IMPORT_REASONS)[number]

/** What can be changed of an item, as the preview names it; a title in another language is `title:<language>`. */
export const IMPORT_FIELDS = [
  'designation',
  'title',
  'body',
  'committee',
  'type',
  'stage',
  'dates',
  'topics',
  'lifecycleStages',
  'impacts',
  'scopeNote',
  'equivalents',
  'url',
  'moreUrls',
] as const
export type ImportField = (typeof IMPORT_FIELDS)[number] | `title:${string}`

/** What is taken in at once. [IM-1] */
export const IMPORT_LIMITS = {
  bytes: 20 * 1024 * 1024,
  rows: 50_000,
  columns: 60,
  /** Characters of one cell. */
  cell: 10_000,
  /** Bytes of a workbook once unpacked. */
  unpackedBytes: 200 * 1024 * 1024,
} as const
