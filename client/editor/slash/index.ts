/** The menu behind "/". `slash()` stands before all other keys. */
export { entriesFor, slashEntries, slashGroups, type SlashEntry, type SlashGroup } from './entries.js'
export { choose, openSlash, slash, slashMenu, type SlashMenu, type SlashOptions } from './slash-plugin.js'
