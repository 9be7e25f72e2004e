/** What several pages of deliverables show alike. */
import type { EditorOnPageFragment, MilestoneOnPageFragment, VersionRowFragment } from '#schema/generated/operations.js'
import type { Words } from '#schema/words/index.js'
import { formatDay } from '#schema/words/dates.js'
import { Chip, useWords } from '../../ui/index.js'

/** How a milestone is called: by the group's own words where it has some. */
export const milestoneName = ({ kind, label }: Pick<MilestoneOnPageFragment, 'kind' | 'label'>, words: Words): string =>
  label ?? words(`deliverable.milestone.${kind}`)

/** How far a milestone has moved from the first day that was planned; nothing where it never moved. */
export function slipSaid({ slippedDays, slips }: MilestoneOnPageFragment, words: Words): string | null {
  if (slips.length === 0) return null
  return slippedDays < 0
    ? words('deliverable.broughtForward', { days: -slippedDays })
    : words('deliverable.slipped', { days: slippedDays })
}

export function Overdue() {
  const words = useWords<Words>()
  return (
    <Chip tone="attention" shape="triangle">
      {words('deliverable.overdue')}
    </Chip>
  )
}

/** "Ada Example (Institute), since 1 Feb 2027": people as they are named, and as they belonged then. */
export function editorSaid({ person, affiliation, from, to }: EditorOnPageFragment, words: Words): string {
  const days = [
    from && words('deliverable.from', { day: formatDay(from, words) }),
    to && words('deliverable.until', { day: formatDay(to, words) }),
  ].filter(Boolean)
  const name = person.name ?? words('deliverable.former')
  const whose = affiliation?.label ? `${name} (${affiliation.label})` : name
  return [whose, ...days].join(', ')
}

/** "3 errors, 12 hints by the checks". */
export const findingsSaid = ({ findings }: Pick<VersionRowFragment, 'findings'>, words: Words): string => {
  const errors = findings.filter(({ isError }) => isError).length
  return words('deliverable.findingsCount', { errors, hints: findings.length - errors })
}

/** Bytes as people say them. */
export const sizeSaid = (bytes: number, locale: string): string =>
  new Intl.NumberFormat(locale, { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 1 }).format(bytes / 1000)
