import { readerOf } from './closed-list.js'

/** The document that a principle was set in. */
export const PRINCIPLE_ORIGINS = ['SHARED_VISION', 'ROADMAP', 'CALL', 'FOCUS_GROUP'] as const
export type PrincipleOrigin = (typeof PRINCIPLE_ORIGINS)[number]
export const readPrincipleOrigin = readerOf('origin of a principle', PRINCIPLE_ORIGINS)

/** How an item stands against a principle. [PR-3] */
export const ASSESSMENTS = ['MEETS', 'PARTLY', 'DOES_NOT', 'NOT_ASSESSED'] as const
export type Assessment = (typeof ASSESSMENTS)[number]
