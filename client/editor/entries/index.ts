/** Entries of terms and abbreviations as a whole. */
export { collectAbbreviations, insertAbbreviations, sortEntries, sortEntriesAround } from './entry-commands.js'
