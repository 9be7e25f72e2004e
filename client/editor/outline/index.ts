export { Outline, type OutlineActs } from './Outline.js'
export { nameOfRow } from './OutlineLine.js'
export { rowsOf, type OutlineRow } from './rows.js'
