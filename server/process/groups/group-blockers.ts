import type { GroupRoleKind, GroupState } from '#schema/vocabulary/groups.js'
import { management, type Blocker } from './blocker.js'

interface GroupSeen {
  readonly slug: string
  readonly state: GroupState
  readonly hasTerms: boolean
  /** Roles that somebody holds today in the group as a whole. */
  readonly held: readonly GroupRoleKind[]
}

/** What of a group itself stands in the way of its next meeting. Nothing does once it has concluded. [GS-9] */
export function groupBlockers({ slug, state, hasTerms, held }: GroupSeen): Blocker[] {
  if (state === 'CONCLUDED') return []
  const href = `/groups/${slug}`
  const line = (code: string, whose: Blocker['whose'], settle: Blocker['settle']): Blocker => ({
    code,
    args: {},
    whose,
    dueOn: null,
    settle,
  })
  const inState = { verb: 'STATE', href: `${href}/state`, permission: 'group.edit' }
  const toGive = { verb: 'GIVE_ROLE', href: `${href}/people/give`, permission: 'group.manageRoles' }
  return [
    ...(state === 'PROPOSED' ? [line('NOT_SET_UP', [...management, 'ADMINISTRATOR'], inState)] : []),
    ...(state === 'ESTABLISHED_PROVISIONAL' ? [line('NOT_CONFIRMED', [...management, 'ADMINISTRATOR'], inState)] : []),
    ...(hasTerms
      ? []
      : [
          line('NO_TERMS', [...management, 'ADMINISTRATOR'], {
            verb: 'WRITE_TERMS',
            href: `${href}/terms/new`,
            permission: 'group.edit',
          }),
        ]),
    ...(held.includes('CHAIR') ? [] : [line('NO_CHAIR', [...management, 'ADMINISTRATOR'], toGive)]),
    ...(held.includes('SECRETARIAT') ? [] : [line('NO_SECRETARIAT', ['CHAIR', 'VICE_CHAIR', 'ADMINISTRATOR'], toGive)]),
  ]
}
