/** A role that a person holds today in some scope (a group). The rooms that give roles load them; this storey does not know what they mean. */
export interface Standing {
  readonly scopeId: string
  readonly role: string
}

/** Whoever is asking: a stranger, a person with an account, or the system itself (start-up, jobs, the command line). */
export interface Viewer {
  /** Null for a stranger and for the system. */
  readonly accountId: string | null
  /** The id that the record keeps; null for a stranger and for the system. */
  readonly personId: string | null
  readonly isAdministrator: boolean
  readonly isSystem: boolean
  readonly standings: readonly Standing[]
}

/** Nobody in particular; sees what is PUBLIC. */
export const stranger: Viewer = {
  accountId: null,
  personId: null,
  isAdministrator: false,
  isSystem: false,
  standings: [],
}

/** The product itself: loads the starter world, runs jobs, obeys the command line. May do everything, and the record says so. */
export const system: Viewer = { ...stranger, isAdministrator: true, isSystem: true }

/** True when an account (or the system) is behind the call. */
export const isSignedIn = (viewer: Viewer): boolean => viewer.isSystem || viewer.accountId !== null
