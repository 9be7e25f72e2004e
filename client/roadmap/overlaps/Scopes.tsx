import type { OverlapSideFragment } from '#schema/generated/operations.js'
import type { Words } from '#schema/words/index.js'
import { DataTable, Day, DefinitionList, Tabs, Unknown, useWords, type Column, type Fact } from '../../ui/index.js'
import { BodyLink, ItemLink, ItemTitle, itemHref, Linked, NativeStage, StateChip, Terms } from '../parts/index.js'
import { Link } from '../../ui/index.js'

/** An item with its scope, quoted or in our own words. */
export interface Side {
  readonly item: OverlapSideFragment
  /** Null: our note on the item stands for it. */
  readonly scope: string | null
  readonly clause: string | null
  readonly source: string | null
  readonly asOf: string | null
}

/** The scopes of items side by side, below each other where there is no room; or as a table, which says the same. */
export function Scopes({
  sides,
  isTable,
  addresses,
}: {
  sides: readonly Side[]
  isTable: boolean
  addresses: { columns: string; table: string }
}) {
  const words = useWords<Words>()
  return (
    <>
      <div className="scopes-views">
        <Tabs
          kind="segments"
          label={words('ui.presentation')}
          tabs={[
            { href: addresses.columns, label: words('overlap.sideBySide'), isCurrent: !isTable },
            { href: addresses.table, label: words('ui.asTable'), isCurrent: isTable },
          ]}
        />
      </div>
      {isTable ? (
        <ScopeTable sides={sides} />
      ) : (
        <div className="scopes">
          {sides.map((side) => (
            <ScopeColumn key={side.item.slug} {...side} />
          ))}
        </div>
      )}
    </>
  )
}

function ScopeColumn({ item, scope, clause, source, asOf }: Side) {
  const words = useWords<Words>()
  const said = scope ?? item.scopeNote
  return (
    <article className="scope" aria-label={item.designation}>
      <h3>
        <Link href={itemHref(item.slug)}>
          <bdi>{item.designation}</bdi>
        </Link>
      </h3>
      <p className="cluster gap-2">
        <BodyLink body={item.body} /> <NativeStage stage={item.nativeStage} body={item.body.slug} />{' '}
        <StateChip state={item.state} />
      </p>
      <p className="scope-title">
        <ItemTitle item={item} />
      </p>
      {said === null ? (
        <Unknown>{words('overlap.noScope')}</Unknown>
      ) : (
        <>
          <p className="scope-whose">{words(scope === null ? 'overlap.scopeNote' : 'overlap.scopeQuoted')}</p>
          <blockquote className="scope-words" dir="auto">
            {said}
          </blockquote>
        </>
      )}
      {scope !== null && (
        <DefinitionList
          isStacked
          facts={[
            { term: words('overlap.scopeClause'), value: clause && <bdi>{clause}</bdi> },
            { term: words('overlap.scopeSource'), value: source && <Linked text={source} /> },
            { term: words('overlap.scopeAsOf'), value: asOf ? <Day on={asOf} /> : <Unknown /> },
          ]}
        />
      )}
    </article>
  )
}

function ScopeTable({ sides }: { sides: readonly Side[] }) {
  const words = useWords<Words>()
  const columns: Column<Side>[] = [
    {
      id: 'item',
      header: words('overlap.item'),
      isRowHeader: true,
      cell: ({ item }) => <ItemLink item={item} isTitled />,
    },
    { id: 'body', header: words('overlap.body'), cell: ({ item }) => <BodyLink body={item.body} /> },
    { id: 'state', header: words('overlap.state'), cell: ({ item }) => <StateChip state={item.state} /> },
    {
      id: 'scope',
      header: words('overlap.column.scope'),
      isLong: true,
      cell: ({ item, scope }) =>
        (scope ?? item.scopeNote) ? <span dir="auto">{scope ?? item.scopeNote}</span> : <Unknown />,
    },
    {
      id: 'whose',
      header: words('overlap.whose'),
      cell: ({ item, scope }) =>
        scope !== null ? words('overlap.whoseTheirs') : item.scopeNote === null ? '–' : words('overlap.whoseOurs'),
    },
    {
      id: 'source',
      header: words('overlap.scopeSource'),
      isLong: true,
      cell: ({ scope, clause, source, asOf }) =>
        scope === null ? (
          '–'
        ) : (
          <span>
            {clause && <bdi>{clause}</bdi>} {source && <Linked text={source} />}{' '}
            {asOf ? <Day on={asOf} /> : <Unknown />}
          </span>
        ),
    },
  ]
  return (
    <DataTable
      caption={words('overlap.scopes')}
      isCaptionHidden
      rows={sides}
      rowKey={({ item }) => item.slug}
      columns={columns}
      empty={null}
    />
  )
}

/** What all of them have in common in the register. */
export function sharedFacts(words: Words, items: readonly OverlapSideFragment[]): Fact[] {
  const shared = (of: (item: OverlapSideFragment) => readonly string[]) =>
    of(items[0]!).filter((value) => items.every((item) => of(item).includes(value)))
  const fact = (term: string, list: string, values: readonly string[]): Fact => ({
    term,
    value: values.length > 0 ? <Terms list={list} values={values} /> : words('overlap.sharedNothing'),
  })
  return [
    fact(
      words('overlap.sharedTopics'),
      'topic',
      shared(({ topics }) => topics),
    ),
    fact(
      words('overlap.sharedStages'),
      'lifecycleStage',
      shared(({ lifecycleStages }) => lifecycleStages),
    ),
    fact(
      words('overlap.sharedImpacts'),
      'impact',
      shared(({ impacts }) => impacts),
    ),
  ]
}
