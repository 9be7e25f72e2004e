/** What groups decided. */
export { Decision } from './decision.entity.js'
export { decisionsById, decisionsByMeeting } from './decisions.loader.js'
export { DecisionsModule } from './decisions.module.js'
export { visibleDecisions } from './decisions.reads.js'
