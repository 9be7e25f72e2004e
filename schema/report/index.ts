/** A shared text as a report: numbers, labels, references, lints. Pure functions over the `doc` node of the document schema. */
export * from './entries.js'
export * from './formula.js'
export * from './grouped.js'
export * from './labels.js'
export * from './lints/index.js'
export * from './references.js'
export * from './report.js'
export * from './templates.js'
