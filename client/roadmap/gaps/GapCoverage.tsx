import type { Words } from '#schema/words/index.js'
import {
  DataTable,
  DefinitionList,
  Disclosure,
  EmptyState,
  Link,
  LinkButton,
  Section,
  Stack,
  Time,
  Unknown,
  useWords,
} from '../../ui/index.js'
import { BodyLink, DegreeChip, gapHref, ItemLink, Linked, Sourced, StateChip } from '../parts/index.js'
import type { GapOnPage } from './gaps.route.js'

/** How far it is answered, what keeps the answer from being better, and the evidence for each item. */
export function GapCoverage({ gap, mayEdit }: { gap: GapOnPage; mayEdit: boolean }) {
  const words = useWords<Words>()
  const { degree, expected, weakest, weakestLink } = gap.coverage
  return (
    <Section
      id="coverage"
      title={words('gap.column.coverage')}
      note={words('gap.coverageNote')}
      actions={
        mayEdit && (
          <LinkButton href={`${gapHref(gap.number)}/coverage/new`} size="small">
            {words('gap.addCoverage')}
          </LinkButton>
        )
      }
    >
      <Stack gap={4}>
        <DefinitionList
          facts={[
            { term: words('gap.today'), value: <DegreeChip degree={degree} /> },
            { term: words('gap.expected'), value: <DegreeChip degree={expected} /> },
            {
              term: words('gap.restsOn'),
              value: weakest && <ItemLink item={weakest.item} isTitled />,
            },
            {
              term: words('gap.weakestLink'),
              value: weakestLink && words.dynamic(`register.coverageWeakness.${weakestLink}`),
            },
          ]}
        />
        <DataTable
          caption={words('gap.edges', { count: gap.coverageEdges.length })}
          rows={gap.coverageEdges}
          rowKey={(edge) => edge.id}
          empty={<EmptyState title={words('gap.noEdges')}>{words('gap.noEdgesText')}</EmptyState>}
          columns={[
            {
              id: 'item',
              header: words('gap.column.item'),
              isRowHeader: true,
              cell: ({ item }) => (
                <>
                  <ItemLink item={item} isTitled /> <BodyLink body={item.body} />
                </>
              ),
            },
            { id: 'state', header: words('item.column.state'), cell: ({ item }) => <StateChip state={item.state} /> },
            {
              id: 'degree',
              header: words('gap.column.degree'),
              cell: (edge) => (
                <Sourced confidence={edge.provenance.confidence}>
                  <DegreeChip degree={edge.degree} />
                </Sourced>
              ),
            },
            {
              id: 'evidence',
              header: words('gap.column.evidence'),
              isLong: true,
              cell: (edge) => <EdgeEvidence gap={gap} edge={edge} mayEdit={mayEdit} />,
            },
          ]}
        />
        <Withdrawn edges={gap.withdrawnEdges} />
      </Stack>
    </Section>
  )
}

type Edge = GapOnPage['coverageEdges'][number]

/** What shows it, what keeps it from being better, and whose word it is: in one place, since addresses of sources need the width. */
function EdgeEvidence({ gap, edge, mayEdit }: { gap: GapOnPage; edge: Edge; mayEdit: boolean }) {
  const words = useWords<Words>()
  const { clause, quote, provenance, weakness } = edge
  return (
    <div className="edge-evidence">
      {clause || quote ? (
        <>
          {clause} {quote && <q dir="auto">{quote}</q>}
        </>
      ) : provenance.source ? (
        <Linked text={provenance.source} />
      ) : (
        <Unknown />
      )}
      <p className="fact-note">
        {weakness && <>{words.dynamic(`register.coverageWeakness.${weakness}`)}. </>}
        <Said edge={edge} />
        {mayEdit && (
          <>
            {' '}
            <Link
              href={`${gapHref(gap.number)}/coverage/${edge.id}`}
              aria-label={words('gap.edgeHref', { item: edge.item.designation })}
            >
              {words('gap.edgeDo')}
            </Link>
          </>
        )}
      </p>
    </div>
  )
}

/** Whose word it is, and whose second look. */
function Said({ edge }: { edge: Edge }) {
  const words = useWords<Words>()
  const name = (person: { name: string | null } | null) => person?.name ?? words('fact.erased')
  const said = edge.assertedAt ? words('gap.saidBy', { name: name(edge.assertedBy) }) : words('gap.saidByCatalogue')
  const reviewed = edge.reviewedAt
    ? words('gap.reviewedByName', { name: name(edge.reviewedBy) })
    : words('gap.notReviewed')
  return (
    <>
      {said}, {reviewed}
    </>
  )
}

/** What was named once and taken back, with the reasons. */
function Withdrawn({ edges }: { edges: GapOnPage['withdrawnEdges'] }) {
  const words = useWords<Words>()
  if (edges.length === 0) return null
  return (
    <Disclosure summary={words('gap.withdrawn', { count: edges.length })}>
      <ul className="lines">
        {edges.map(({ id, item, withdrawnReason, withdrawnAt, withdrawnBy }) => (
          <li key={id}>
            <ItemLink item={item} /> <span dir="auto">{withdrawnReason}</span>{' '}
            <span className="as-of">
              {withdrawnBy && <bdi>{withdrawnBy.name ?? words('fact.erased')}</bdi>}{' '}
              {withdrawnAt && <Time at={withdrawnAt} zone="UTC" isBare />}
            </span>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
