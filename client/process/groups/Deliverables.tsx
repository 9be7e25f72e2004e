import type { DeliverableRowFragment } from '#schema/generated/operations.js'
import type { Words } from '#schema/words/index.js'
import {
  Chip,
  DataTable,
  EmptyState,
  Link,
  LinkButton,
  Native,
  Section,
  Unconfirmed,
  useWords,
  type Column,
} from '../../ui/index.js'
import { deliverableHref, deliverableMarks, deliverablesHref } from '../deliverables/index.js'

/** What the group writes or wrote, and what became of it. */
export function Deliverables({
  slug,
  deliverables,
}: {
  slug: string
  deliverables: readonly DeliverableRowFragment[]
}) {
  const words = useWords<Words>()
  const columns: Column<DeliverableRowFragment>[] = [
    {
      id: 'title',
      header: words('group.deliverable'),
      isRowHeader: true,
      cell: ({ id, code, title, type, subgroup, provenance }) => {
        const link = (
          <Link href={deliverableHref({ slug }, { id, code })} dir="auto">
            {title}
          </Link>
        )
        return (
          <>
            {code && <Native>{code}</Native>}{' '}
            {provenance.confidence === 'MEMORY' ? <Unconfirmed>{link}</Unconfirmed> : link}
            <span className="block soft weak">
              {[
                type === 'UNKNOWN' ? null : words(`deliverable.type.${type}`),
                subgroup && words('group.subgroup', { number: subgroup.number }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </>
        )
      },
    },
    {
      id: 'state',
      header: words('group.stateHead'),
      cell: ({ state }) => <Chip {...deliverableMarks[state]}>{words(`deliverable.state.${state}`)}</Chip>,
    },
    { id: 'became', header: words('group.became'), cell: (deliverable) => <Became deliverable={deliverable} /> },
  ]
  if (deliverables.some(({ gaps }) => gaps.length > 0)) {
    columns.push({
      id: 'gaps',
      header: words('group.closes'),
      cell: ({ gaps }) =>
        gaps.length === 0 ? (
          ''
        ) : (
          <span>
            {gaps.map(({ number, title }) => (
              <Link key={number} href={`/gaps/${number}`} className="block">
                {number} <span className="soft">{title}</span>
              </Link>
            ))}
          </span>
        ),
    })
  }
  return (
    <Section
      id="deliverables"
      title={words('group.deliverables')}
      actions={
        <LinkButton size="small" href={deliverablesHref({ slug })}>
          {words('group.allDeliverables')}
        </LinkButton>
      }
    >
      <DataTable
        caption={words('group.deliverables')}
        isCaptionHidden
        columns={columns}
        rows={deliverables}
        rowKey={({ id }) => id}
        empty={<EmptyState title={words('group.noDeliverables')}>{words('group.noDeliverablesText')}</EmptyState>}
      />
    </Section>
  )
}

/** The items that it became or went into; without any, what the parent made of it. */
function Became({ deliverable: { lineage, disposition, note } }: { deliverable: DeliverableRowFragment }) {
  const words = useWords<Words>()
  if (lineage.length === 0) {
    return (
      <span className="soft">
        {words(`deliverable.disposition.${disposition}`)}
        {note && (
          <span className="block" dir="auto">
            {note}
          </span>
        )}
      </span>
    )
  }
  return (
    <span>
      {lineage.map(({ relation, item, titleThen, provenance }, at) => {
        const name = item ? (
          <Link href={`/items/${item.slug}`} title={item.title ?? undefined}>
            <bdi>{item.designation}</bdi>
          </Link>
        ) : (
          <span dir="auto">{titleThen}</span>
        )
        return (
          <span key={at} className="block">
            <span className="soft">{words(`group.lineage.${relation}`)}</span>{' '}
            {provenance.confidence === 'MEMORY' ? <Unconfirmed>{name}</Unconfirmed> : name}
          </span>
        )
      })}
    </span>
  )
}
