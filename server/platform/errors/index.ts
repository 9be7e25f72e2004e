/** Refusals (a person can do something about it) and faults (a bug or a broken machine). There is no third way. */
export { Refusal, refuse, type RefusalArgs } from './refusal.js'
export { reportFault, reportFaultsTo } from './fault.js'
export { StartFailure } from './start-failure.js'
