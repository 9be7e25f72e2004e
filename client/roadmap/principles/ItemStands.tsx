import type { ItemStandRowFragment } from '#schema/generated/operations.js'
import type { Words } from '#schema/words/index.js'
import { DataTable, EmptyState, Link, Section, Unknown, useWords } from '../../ui/index.js'
import { AssessmentChip, Evidence, PrincipleLink, Sourced, standHref } from '../parts/index.js'

interface Held {
  readonly slug: string
  readonly stands: readonly ItemStandRowFragment[]
}

/** How an item stands against the principles that it was held against; the others are named, for nobody knows. [PR-6] */
export function ItemStands({
  item,
  principles,
}: {
  item: Held
  /** All of them, by number. */
  principles: readonly { readonly number: string; readonly title: string; readonly withdrawnOn: string | null }[]
}) {
  const words = useWords<Words>()
  const seen = new Set(item.stands.map(({ principle }) => principle.number))
  const unseen = principles.filter(({ number, withdrawnOn }) => withdrawnOn === null && !seen.has(number))
  return (
    <Section id="principles" title={words('principle.listTitle')} note={words('principle.itemNote')}>
      {item.stands.length === 0 ? (
        <EmptyState title={words('principle.notHeld')}>{words('principle.notHeldText')}</EmptyState>
      ) : (
        <DataTable
          isCaptionHidden
          caption={words('principle.itemNote')}
          rows={item.stands}
          rowKey={({ id }) => id}
          columns={[
            {
              id: 'principle',
              header: words('principle.one'),
              isRowHeader: true,
              cell: ({ principle }) => <PrincipleLink principle={principle} />,
            },
            {
              id: 'assessment',
              header: words('principle.how'),
              cell: (stand) => (
                <div>
                  <Sourced confidence={stand.provenance.confidence}>
                    <Link href={standHref(stand.principle.number, item.slug)}>
                      <AssessmentChip assessment={stand.assessment} />
                    </Link>
                  </Sourced>
                  {stand.isOfEarlierWording && (
                    <span className="fact-note">{words('principle.ofVersion', { version: stand.version })}</span>
                  )}
                </div>
              ),
            },
            {
              id: 'evidence',
              header: words('item.column.evidence'),
              cell: ({ clause, evidence }) => clause ?? evidence ?? <Unknown />,
            },
            {
              id: 'source',
              header: words('fact.source'),
              cell: ({ id, provenance }) => <Evidence provenance={provenance} fact={{ kind: 'STAND', id }} />,
            },
          ]}
        />
      )}
      {unseen.length > 0 && (
        <p className="spaced">
          {words('principle.notHeldAgainst')}{' '}
          {unseen.map(({ number, title }, at) => (
            <span key={number}>
              {at > 0 && ', '}
              <Link href={standHref(number, item.slug)} title={title}>
                {number}
              </Link>
            </span>
          ))}
        </p>
      )}
    </Section>
  )
}
