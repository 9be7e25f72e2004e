import { visibilityLevels, type VisibilityLevel } from '#schema/vocabulary/visibility.js'
import { isSignedIn, type Viewer } from '#server/platform/context/index.js'
import type { Params } from '#server/platform/database/index.js'

/** Who may see something: everybody, every account, people with a role in the group today, its management. */
export const visibilities = visibilityLevels
export type Visibility = VisibilityLevel

/** The wider of two visibilities: of something that is hidden now, those must hear who saw it before. */
export const wider = (one: Visibility, other: Visibility): Visibility =>
  visibilities.indexOf(one) < visibilities.indexOf(other) ? one : other

/** Roles that make up the management of a group. */
export const managementRoles: readonly string[] = ['CHAIR', 'VICE_CHAIR', 'SECRETARIAT']

const scopesOf = (viewer: Viewer, among?: readonly string[]) => [
  ...new Set(viewer.standings.filter((s) => !among || among.includes(s.role)).map((s) => s.scopeId)),
]

/** Whether the viewer may see an object of this visibility in this scope (null: of no group). */
export function maySee(viewer: Viewer, visibility: Visibility, scopeId: string | null): boolean {
  if (viewer.isAdministrator || visibility === 'PUBLIC') return true
  if (visibility === 'ACCOUNT') return isSignedIn(viewer)
  if (scopeId === null) return false
  return scopesOf(viewer, visibility === 'MANAGEMENT' ? managementRoles : undefined).includes(scopeId)
}

/** The same as a condition of SQL, for lists, counts, search and feeds: `where ${visibleSql(viewer, 'm.visibility', 'm.group_id', p)}`. */
export function visibleSql(viewer: Viewer, visibility: string, scope: string, params: Params): string {
  if (viewer.isAdministrator) return 'true'
  const lines = [`${visibility} = 'PUBLIC'`]
  if (isSignedIn(viewer)) lines.push(`${visibility} = 'ACCOUNT'`)
  const groups = scopesOf(viewer)
  if (groups.length) lines.push(`(${visibility} = 'PARTICIPANTS' and ${scope} = any(${params.add(groups)}::uuid[]))`)
  const managed = scopesOf(viewer, managementRoles)
  if (managed.length) lines.push(`(${visibility} = 'MANAGEMENT' and ${scope} = any(${params.add(managed)}::uuid[]))`)
  return `(${lines.join(' or ')})`
}

/** Names what a viewer may see: where visibility alone decides, viewers of the same sight see the same. */
export function sightOf(viewer: Viewer): string {
  if (viewer.isAdministrator) return 'ALL'
  return JSON.stringify([isSignedIn(viewer), scopesOf(viewer).sort(), scopesOf(viewer, managementRoles).sort()])
}
