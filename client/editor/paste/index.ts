/** Pasting from other programs. `paste()` stands before the clipboard of clauses. */
export { beginsWithHeading, cleanHtml, type Cleaned, type CleanOptions } from './clean-html.js'
export { droppedSorts, type Dropped, type DroppedSort } from './dropped.js'
export { blocksOfMarkdown, looksLikeMarkdown } from './markdown.js'
export { isAtBoundary, markdownOffer, paste, pastePlain, takeMarkdown, type PasteOptions } from './paste-plugin.js'
