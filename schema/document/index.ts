/** The model of a shared text: what server and client agree on. Start at `shared-types.ts` for the data and `operations.ts` for the verbs. */
export { arrange, longestAscending, nextMove } from './arrange.js'
export { documentHash, isDead, readEntries, readTree } from './clauses.js'
export { columnWidth, columnWidths, widthIn, type WideCell } from './column-widths.js'
export * from './convert.js'
export { copyOf } from './copy.js'
export { edits, type EditAnswer, type EditArgs, type Edits, type Stretch } from './edits.js'
export { formOf, setForm, type TextForm } from './form.js'
export { clauseHash, contentHash, emptyHash, treeHash } from './hash.js'
export { cutFrom, inlineOf, spansFrom, wholeCharacter } from './inline.js'
export { inventory, lostBetween } from './inventory.js'
export { violations, type Violation } from './invariants.js'
export { safeHref } from './links.js'
export { marksOf, storedMark, storedMarks } from './marks.js'
export { clauseNumbers, type ClauseNumber, type NumberedLine, type NumberingScheme } from './numbering.js'
export * from './operations.js'
export { keysBetween, longestKey } from './order-key.js'
export { newClauseId, platformRandom, seeded, type Random } from './random.js'
export * from './raw.js'
export { recordFactNames, recordsOf, type RecordFacts, type RecordInText, type RecordWords } from './records.js'
export { applyAndFindLost, bringBack, type Lost } from './rescue.js'
export { schema, schemaVersion, storedDefaults } from './schema.js'
export { settleSplit, splitChoices, type SplitChoice, type SplitSettling } from './settle-split.js'
export * from './shared-types.js'
export { mayBeApart, mostMergedUnasked, splitsBetween, type Split } from './split-changes.js'
export { clauseCharacters, clauseText, documentJson, documentText, wordsOfSpans, type DocumentJson } from './text.js'
export {
  clampLevels,
  effectiveTree,
  parentsByLevel,
  subtree,
  type Entries,
  type Entry,
  type Line,
  type Place,
  type SortPath,
  type Tree,
} from './tree.js'
export { undoOf } from './undo.js'
export { countWords } from './words.js'
export {
  documentVersion,
  LossyUpgrade,
  stampVersion,
  upgradeDocument,
  upgradeOrigin,
  upgradeSteps,
  type UpgradeStep,
} from './versions.js'
