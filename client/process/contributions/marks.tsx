import type { ContributionPhase, ContributionRowFragment } from '#schema/generated/operations.js'
import { contributionsHref } from '#schema/vocabulary/contribution-address.js'
import type { Words } from '#schema/words/index.js'
import { Breadcrumb, Chip, useWords } from '../../ui/index.js'
import { phaseMarks } from './phase-marks.js'

export function PhaseChip({ phase }: { phase: ContributionPhase }) {
  const words = useWords<Words>()
  return (
    <Chip {...phaseMarks[phase]} title={words(`contribution.phaseMeaning.${phase}`)}>
      {words(`contribution.phase.${phase}`)}
    </Chip>
  )
}

/** Who gives it, in their order, and who signed with them. */
export const sourceNames = ({
  sources,
  cosigners,
}: Pick<ContributionRowFragment, 'sources' | 'cosigners'>): string[] => [
  ...sources.map(({ label }) => label),
  ...cosigners.filter(({ state }) => state === 'ACCEPTED').map(({ label }) => label),
]

/** Where one is: group, its contributions, this one, and what one does with it. */
export function ContributionCrumbs({
  group,
  contribution,
  doing,
}: {
  group: { slug: string; name: string; acronym: string | null }
  contribution?: { number: string; href: string }
  doing?: string
}) {
  const words = useWords<Words>()
  return (
    <Breadcrumb
      crumbs={[
        { label: words('group.groups'), href: '/groups' },
        { label: group.acronym ?? group.name, href: `/groups/${group.slug}` },
        contribution || doing
          ? { label: words('contribution.title'), href: contributionsHref(group.slug) }
          : { label: words('contribution.title') },
        ...(contribution ? [{ label: contribution.number, ...(doing && { href: contribution.href }) }] : []),
        ...(doing ? [{ label: doing }] : []),
      ]}
    />
  )
}

/** Whom one asks for the role that hands in contributions. */
export function helpersNamed(words: Words, helpers: readonly { readonly name: string | null }[]): string {
  const names = helpers.flatMap(({ name }) => name ?? [])
  if (names.length === 0) return words('contribution.askSomebody')
  const list = new Intl.ListFormat(words.locale, { type: 'disjunction' })
  return words('contribution.askThem', { names: list.format(names) })
}
