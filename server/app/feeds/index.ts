/** Files beside the lists: CSV and JSON of exactly what a page shows, and what search engines ask for. */
export { registerFeeds, type FeedsOptions } from './feeds.js'
