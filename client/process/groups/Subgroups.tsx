import type { GroupPageQuery } from '#schema/generated/operations.js'
import type { Words } from '#schema/words/index.js'
import { DefinitionList, LinkButton, Section, Unconfirmed, useWords } from '../../ui/index.js'

/** Working groups of the group; nothing where there are none, for many groups need none. */
export function Subgroups({
  subgroups,
  href,
}: {
  subgroups: NonNullable<GroupPageQuery['group']>['subgroups']
  href: string
}) {
  const words = useWords<Words>()
  if (subgroups.length === 0) return null
  return (
    <Section
      id="working-groups"
      title={words('group.subgroups')}
      actions={
        <LinkButton size="small" href={href}>
          {words('group.allSubgroups')}
        </LinkButton>
      }
    >
      <DefinitionList
        facts={subgroups.map(({ number, title, provenance }) => ({
          term: words('group.subgroup', { number }),
          value:
            provenance.confidence === 'MEMORY' ? (
              <Unconfirmed>
                <span dir="auto">{title}</span>
              </Unconfirmed>
            ) : (
              <span dir="auto">{title}</span>
            ),
        }))}
      />
    </Section>
  )
}
