/** What the pages of the register share; knows no page. */
export { factHref } from './fact-href.js'
export * from './facts.js'
export * from './lists.js'
export * from './looks.js'
export * from './marks.js'
export { originOf } from './origin.js'
export { stageMeaning } from './stage-meaning.js'
