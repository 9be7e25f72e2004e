import { sourceColumns, type GivenSource } from '#server/roadmap/provenance/index.js'

/** The columns for the source of a fact of ours. What people at work here say of their own group is first-hand, unless it is marked otherwise. */
export const ownSource = (given: GivenSource = {}) => ({
  ...sourceColumns({ confidence: 'VERIFIED', ...given }),
  revision: 1,
})
