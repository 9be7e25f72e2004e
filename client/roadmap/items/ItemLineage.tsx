import { useLoaderData, useLocation } from 'react-router'
import { relationTraits } from '#schema/vocabulary/register.js'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../app/PageHead.js'
import {
  Breadcrumb,
  DataTable,
  EmptyState,
  Link,
  PageHeader,
  Section,
  Stack,
  Tabs,
  useWords,
  withParams,
} from '../../ui/index.js'
import { AsOfNotice, gapHref, itemHref, UnreadNotice } from '../parts/index.js'
import { BOX, drawn } from './lineage-graph.js'
import type { ItemLineageData } from './lineage.route.js'

/** A thing in the picture. */
interface Thing {
  readonly id: string
  readonly kind: 'ITEM' | 'GAP' | 'PRINCIPLE'
  readonly name: string
  readonly note: string
  readonly href: string
  readonly isStart: boolean
}
interface Tie {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly says: string
  readonly note: string | null
  /** Says the same from both ends, so the line has no arrow. */
  readonly isBoth?: boolean
}

/** What hangs together with an item: where it comes from, what came of it, which gaps it answers and which principles those stand in the way of. */
export function ItemLineage() {
  const words = useWords<Words>()
  const { pathname, search } = useLocation()
  const { item, steps, asOf, unread } = useLoaderData<ItemLineageData>()
  const { things, ties } = partsOf(words, item)
  const title = words('item.graph.title', { designation: item.designation })
  return (
    <>
      <PageHead
        title={title}
        description={words('item.graph.lead')}
        canonical={`${itemHref(item.slug)}/lineage`}
        isPrivate={search !== ''}
      />
      <Breadcrumb
        crumbs={[
          { label: words('item.listTitle'), href: '/roadmap' },
          { label: item.designation, href: itemHref(item.slug) },
          { label: words('item.graph.crumb') },
        ]}
      />
      <PageHeader title={title} lead={words('item.graph.lead')} />
      <Stack gap={4}>
        <AsOfNotice asOf={asOf} />
        <UnreadNotice unread={unread} />
        <Tabs
          kind="segments"
          label={words('item.graph.steps')}
          tabs={[1, 2, 3].map((count) => ({
            href: withParams(pathname + search, { steps: String(count) }),
            label: words('item.graph.stepsOf', { count }),
            isCurrent: count === steps,
          }))}
        />
        <p className="fact-note">
          {words('item.graph.shown', { count: things.length, steps })}
          {item.relationGraph.isCut && ` ${words('item.graph.cut')}`}
        </p>
        {ties.length === 0 ? (
          <EmptyState title={words('item.noRelations')}>{words('item.graph.emptyText')}</EmptyState>
        ) : (
          <>
            <Picture things={things} ties={ties} />
            <Twin things={things} ties={ties} />
          </>
        )}
      </Stack>
    </>
  )
}

/** Boxes are links, in the order of the table; the picture scrolls by itself where it is wider than the page. [LG-2] */
function Picture({ things, ties }: { things: readonly Thing[]; ties: readonly Tie[] }) {
  const words = useWords<Words>()
  const { width, height, boxes, lines } = drawn(things, ties)
  return (
    <div className="graph" role="region" aria-label={words('item.graph.picture')} tabIndex={0}>
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
        <defs>
          <marker id="graph-arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto">
            <path className="graph-arrow" d="M0 0 8 4 0 8z" />
          </marker>
        </defs>
        {lines.map(({ id, path, labelX, labelY, says, isBoth }) => (
          <g key={id}>
            <path className="graph-line" d={path} markerEnd={isBoth ? undefined : 'url(#graph-arrow)'} />
            <text className="graph-says" x={labelX} y={labelY + 4} textAnchor="middle">
              {says}
            </text>
          </g>
        ))}
        {boxes.map(({ id, x, y, name, note, href, kind, isStart }) => (
          <Link key={id} href={href} className="graph-link">
            <title>{`${name} ${note}`}</title>
            <rect
              className="graph-box"
              data-kind={kind}
              data-start={isStart || undefined}
              x={x}
              y={y}
              width={BOX.width}
              height={BOX.height}
            />
            <text className="graph-name" x={x + 8} y={y + 19}>
              {shortened(name, 22)}
            </text>
            <text className="graph-note" x={x + 8} y={y + 37}>
              {shortened(note, 23)}
            </text>
          </Link>
        ))}
      </svg>
    </div>
  )
}

const shortened = (text: string, most: number) => {
  const signs = [...text]
  return signs.length > most ? `${signs.slice(0, most - 1).join('')}…` : text
}

/** The same as rows. */
function Twin({ things, ties }: { things: readonly Thing[]; ties: readonly Tie[] }) {
  const words = useWords<Words>()
  const byId = new Map(things.map((thing) => [thing.id, thing]))
  const linkTo = (id: string) => {
    const thing = byId.get(id)!
    return (
      <Link href={thing.href} title={thing.note}>
        <bdi>{thing.name}</bdi>
      </Link>
    )
  }
  return (
    <Section id="table" title={words('item.graph.table')}>
      <DataTable
        isMain
        caption={words('item.graph.rows', { count: ties.length })}
        rows={ties}
        rowKey={({ id }) => id}
        columns={[
          { id: 'from', header: words('item.graph.from'), isRowHeader: true, cell: ({ from }) => linkTo(from) },
          { id: 'says', header: words('item.graph.says'), cell: ({ says }) => says },
          { id: 'to', header: words('item.graph.to'), cell: ({ to }) => linkTo(to) },
          { id: 'note', header: words('item.graph.note'), cell: ({ note }) => note && <span dir="auto">{note}</span> },
        ]}
      />
    </Section>
  )
}

/** Items with their relations; then the gaps that the item of the page answers, and the principles behind those. */
function partsOf(words: Words, item: ItemLineageData['item']): { things: Thing[]; ties: Tie[] } {
  const { nodes, edges } = item.relationGraph
  const items = nodes.map(({ item: one }): Thing => ({
    id: one.slug,
    kind: 'ITEM',
    name: one.designation,
    note: one.title ?? one.body.name,
    href: one.slug === item.slug ? itemHref(one.slug) : `${itemHref(one.slug)}/lineage`,
    isStart: one.slug === item.slug,
  }))
  const gaps = item.gaps.map(({ gap }): Thing => ({
    id: gap.number,
    kind: 'GAP',
    name: gap.number,
    note: gap.title,
    href: gapHref(gap.number),
    isStart: false,
  }))
  const principles = new Map(
    item.gaps
      .flatMap(({ gap }) => gap.principles)
      .map(({ number, title }): [string, Thing] => [
        number,
        { id: number, kind: 'PRINCIPLE', name: number, note: title, href: `/principles#${number}`, isStart: false },
      ]),
  )
  const ties = [
    ...edges.map(({ id, type, from, to, note }): Tie => ({
      id,
      from: from.slug,
      to: to.slug,
      says: words.dynamic(`register.relationType.${type}`),
      note,
      isBoth: relationTraits[type].isSymmetric,
    })),
    ...item.gaps.map(({ id, degree, gap }): Tie => ({
      id,
      from: item.slug,
      to: gap.number,
      says: words('item.graph.answers', { degree: words.dynamic(`register.coverageDegree.${degree}`) }),
      note: null,
    })),
    ...item.gaps.flatMap(({ gap }) =>
      gap.principles.map(({ number }): Tie => ({
        id: `${gap.number} ${number}`,
        from: gap.number,
        to: number,
        says: words('item.graph.inTheWay'),
        note: null,
      })),
    ),
  ]
  return { things: [...items, ...gaps, ...principles.values()], ties }
}
