/** The closed lists of the register, by subject. They are the enums of the SDL; their words are in `schema/words/en/register.ts`. */
export * from './bodies.js'
export { UnknownValue } from './closed-list.js'
export * from './facts.js'
export * from './gaps.js'
export * from './items.js'
export * from './principles.js'
export * from './relations.js'
export * from './source.js'
