import { isSignedIn, type Viewer } from '#server/platform/context/index.js'
import { managementRoles, maySee, type Visibility } from './visibility.js'

/** Everybody, strangers included. */
export const anybody = (): boolean => true

/** Somebody with an account. */
export const hasAccount = (viewer: Viewer): boolean => isSignedIn(viewer)

/** A site administrator or the system itself. */
export const isAdministrator = (viewer: Viewer): boolean => viewer.isAdministrator

interface Scoped {
  /** The group that it belongs to. */
  groupId: string | null
  visibility: Visibility
}

/** The viewer is among those whom the object's visibility names. */
export const isVisible = (viewer: Viewer, object: Scoped): boolean => maySee(viewer, object.visibility, object.groupId)

/** The viewer holds one of these roles in the object's group today. */
export const holds =
  (...roles: string[]) =>
  (viewer: Viewer, object: { groupId: string | null }): boolean =>
    viewer.standings.some((standing) => standing.scopeId === object.groupId && roles.includes(standing.role))

/** The viewer holds one of these roles today, in whatever group. */
export const holdsAnywhere =
  (...roles: string[]) =>
  (viewer: Viewer): boolean =>
    viewer.standings.some((standing) => roles.includes(standing.role))

/** The viewer is chair, vice-chair or secretariat of the object's group today. */
export const managesGroup = holds(...managementRoles)
