/** What happened, as sentences: for pages of any room. */
export { ActivityLines } from './ActivityLines.js'
export { activityRoute } from './activity.route.js'
export { sentenceOf, type Happening, type Sentence } from '#schema/words/happening.js'
export { LiveNotice } from './LiveNotice.js'
