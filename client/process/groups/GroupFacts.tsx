import { zoneLabel } from '#schema/words/dates.js'
import type { Words } from '#schema/words/index.js'
import { AsOf, Day, DefinitionList, Link, Unknown, useWords } from '../../ui/index.js'
import type { GroupData } from './groups.route.js'

/** Whose group it is, by which rules it works, who may see it. */
export function GroupFacts({ group }: { group: GroupData['group'] }) {
  const words = useWords<Words>()
  const { parent, provenance } = group
  return (
    <DefinitionList
      facts={[
        {
          term: words('group.parent'),
          value: (
            <Link href={`/bodies/${parent.slug}`}>
              <bdi>{parent.name}</bdi>
            </Link>
          ),
          note: words('group.parentNote'),
        },
        {
          term: words('group.body'),
          value: (
            <Link href={`/bodies/${group.body.slug}`}>
              <bdi>{group.body.name}</bdi>
            </Link>
          ),
        },
        {
          term: words('group.rules'),
          value: <bdi>{group.ruleset.title}</bdi>,
          note: words('group.rulesNote', { place: zoneLabel(group.deadlineZone, words) }),
        },
        {
          term: words('group.termsApproved'),
          value: group.termsApprovedOn ? <Day on={group.termsApprovedOn} /> : <Unknown />,
        },
        { term: words('group.announced'), value: group.announcedOn && <Day on={group.announcedOn} /> },
        {
          term: words('group.visibility'),
          value: words(`group.visibleTo.${group.visibility}`),
        },
        { term: words('group.web'), value: group.url && <a href={group.url}>{group.url}</a> },
        {
          term: words('group.source'),
          value: provenance.source,
          note: provenance.asOf && <AsOf on={provenance.asOf} />,
        },
      ]}
    />
  )
}
