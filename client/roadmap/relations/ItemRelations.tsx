import type { ItemRelationRowFragment } from '#schema/generated/operations.js'
import type { Words } from '#schema/words/index.js'
import { Day, DefinitionList, Disclosure, EmptyState, Link, LinkButton, Section, useWords } from '../../ui/index.js'
import { BodyLink, Evidence, itemHref, ItemLink, Sourced, StateChip } from '../parts/index.js'
import { groupRelations, relationHeading } from './relation-groups.js'

interface Related {
  readonly slug: string
  readonly viewerMay: readonly string[]
  readonly relations: readonly ItemRelationRowFragment[]
  readonly pastRelations: readonly ItemRelationRowFragment[]
}

/** How an item stands to others, as seen from it; what held before folds away. */
export function ItemRelations({ item }: { item: Related }) {
  const words = useWords<Words>()
  const groups = groupRelations(words, item.relations)
  const actions = (
    <>
      {item.relations.length > 0 && <Link href={`${itemHref(item.slug)}/lineage`}>{words('item.graph.see')}</Link>}
      {item.viewerMay.includes('EDIT') && (
        <LinkButton size="small" href={`${itemHref(item.slug)}/relations/new`}>
          {words('relation.add')}
        </LinkButton>
      )}
    </>
  )
  return (
    <Section id="relations" title={words('item.relations')} note={words('item.relationsNote')} actions={actions}>
      {groups.length === 0 ? (
        <EmptyState title={words('item.noRelations')} />
      ) : (
        <DefinitionList
          isStacked
          facts={groups.map(({ heading, relations }) => ({
            term: heading,
            value: <Relations of={item.slug} relations={relations} />,
          }))}
        />
      )}
      {item.pastRelations.length > 0 && (
        <Disclosure summary={words('item.relationsPast', { count: item.pastRelations.length })}>
          <DefinitionList
            isStacked
            facts={groupRelations(words, item.pastRelations).map(({ heading, relations }) => ({
              term: heading,
              value: <Relations of={item.slug} relations={relations} isPast />,
            }))}
          />
        </Disclosure>
      )}
    </Section>
  )
}

function Relations({
  of,
  relations,
  isPast = false,
}: {
  of: string
  relations: readonly ItemRelationRowFragment[]
  isPast?: boolean
}) {
  const words = useWords<Words>()
  return (
    <ul className="lines">
      {relations.map((relation) => {
        const { id, other, note, since, until, clause, evidence, endedReason, provenance } = relation
        return (
          <li key={id}>
            <BodyLink body={other.body} />{' '}
            <Sourced confidence={provenance.confidence}>
              <ItemLink item={other} isTitled />
            </Sourced>{' '}
            <StateChip state={other.state} />{' '}
            {!isPast && relation.viewerMay.includes('EDIT') && (
              <Link
                href={`${itemHref(of)}/relations/${id}/edit`}
                aria-label={words('relation.changeThis', {
                  what: `${relationHeading(words, relation)} ${other.designation}`,
                })}
              >
                {words('relation.change')}
              </Link>
            )}
            {(clause ?? since ?? until ?? endedReason) && (
              <span className="fact-note">
                {clause && <bdi>{words('relation.inClause', { clause })} </bdi>}
                {since && (
                  <>
                    {words('relation.since')} <Day on={since} />{' '}
                  </>
                )}
                {isPast &&
                  (until ? (
                    <>
                      {words('relation.until')} <Day on={until} />{' '}
                    </>
                  ) : (
                    `${words('relation.neverHeld')} `
                  ))}
                {endedReason && <bdi>{endedReason}</bdi>}
              </span>
            )}
            {evidence && (
              <span className="fact-note">
                <q dir="auto">{evidence}</q>
              </span>
            )}
            {note && (
              <span className="fact-note" dir="auto">
                {note}
              </span>
            )}
            <Evidence provenance={provenance} fact={isPast ? undefined : { kind: 'RELATION', id }} />
          </li>
        )
      })}
    </ul>
  )
}
