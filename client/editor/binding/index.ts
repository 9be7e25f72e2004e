/** One ProseMirror view over all clauses of a shared text. */
export { Binding, type BindingOptions } from './binding.js'
export type { Host } from './host.js'
export { bindingKey, type BindingMeta } from './key.js'
export type { ClausePlace, Side } from './places.js'
export { takeUpSelection } from './pending-selection.js'
export { bindingOf, clauseBinding, openedWith, shownBy } from './plugin.js'
export { startOfChild } from './start-of-child.js'
