/** What is said to somebody who cannot see the sheet. */
export { announcements, type AnnounceOptions } from './announce-plugin.js'
