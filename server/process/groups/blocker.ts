import type { GroupRoleKind } from '#schema/vocabulary/groups.js'
import type { CalendarDay } from '#server/platform/time/index.js'

/** Whom a line of the dashboard is for: holders of a role in the group today, and the site's administrators. */
export type Concerned = GroupRoleKind | 'ADMINISTRATOR'

/** Who leads a group, and who enters what its parent decides. */
export const management: readonly Concerned[] = ['CHAIR', 'VICE_CHAIR', 'SECRETARIAT']

/** Whoever holds any role in a group. */
export const everybody: readonly Concerned[] = [
  ...management,
  'EDITOR',
  'CONTRIBUTOR',
  'LIAISON_OFFICER',
  'PARTICIPANT',
  'ADMINISTRATOR',
]

/** So many days ahead a date counts as near. */
export const NEAR_DAYS = 28

/** Something that stands in the way of the next meeting, as a room knows it. */
export interface Blocker {
  /** Finds its words: `blocker.<code>`, `blocker.why.<code>`. */
  readonly code: string
  /** Values that fill them; names that end in `On` hold days. */
  readonly args: Readonly<Record<string, string | number>>
  readonly whose: readonly Concerned[]
  /** Day by which it must be done; null when none is set. */
  readonly dueOn: CalendarDay | null
  /** Where it is settled; `blocker.do.<verb>` is what the button says. */
  readonly settle: {
    readonly verb: string
    readonly href: string
    /** Permission on the group without which there is no button; null when everybody concerned may. */
    readonly permission: string | null
  }
}

/** What comes next when nothing blocks. */
export interface ComingNext {
  /** Finds its words: `blocker.next.<code>`. */
  readonly code: string
  readonly args: Readonly<Record<string, string | number>>
  readonly on: CalendarDay
  readonly href: string
}

/** The lines for somebody who holds `held`: what is late first, then by day; what has no day comes last. [GS-9] */
export const linesFor = (blockers: readonly Blocker[], held: readonly Concerned[]): readonly Blocker[] =>
  blockers
    .filter(({ whose }) => whose.some((one) => held.includes(one)))
    .sort((one, other) => (one.dueOn ?? '9999').localeCompare(other.dueOn ?? '9999', 'en'))
