/** Checks in the margin and as a list. */
export { fixOf } from './fixes.js'
export { lintsIn, lintsKey, lintsPlugin, type LintsOptions, type LintState } from './lints-plugin.js'
export { placeOfLint } from './places.js'
