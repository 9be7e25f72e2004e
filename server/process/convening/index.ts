/** Convening letters: composed, worded, issued, corrected. */
export { clausesOf, Convening, type Draft } from './convening.service.js'
export { ConveningIssue } from './convening-issue.entity.js'
export { issuesByMeeting } from './convening.loader.js'
export { ConveningModule } from './convening.module.js'
export type { Clause, LetterDate } from './letter.js'
