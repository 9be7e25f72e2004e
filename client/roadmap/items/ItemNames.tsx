import type { Words } from '#schema/words/index.js'
import { DataTable, Day, LinkButton, Section, Unknown, useWords } from '../../ui/index.js'
import { Evidence, itemHref, Sourced } from '../parts/index.js'
import type { ItemOnPage } from './items.route.js'

/** All that it was ever called, in any language. */
export function ItemNames({ item }: { item: ItemOnPage }) {
  const words = useWords<Words>()
  const mayEdit = item.viewerMay.includes('EDIT')
  return (
    <>
      <Names item={item} mayEdit={mayEdit} />
      {(item.titles.length > 0 || mayEdit) && (
        <Section
          id="titles"
          title={words('item.namesIn')}
          actions={
            mayEdit && (
              <LinkButton size="small" href={`${itemHref(item.slug)}/title`}>
                {words('item.addTitle')}
              </LinkButton>
            )
          }
        >
          <Titles item={item} />
        </Section>
      )}
    </>
  )
}

function Titles({ item }: { item: ItemOnPage }) {
  const words = useWords<Words>()
  if (item.titles.length === 0) return null
  return (
    <DataTable
      caption={words('item.namesIn')}
      isCaptionHidden
      rows={item.titles}
      rowKey={({ id }) => id}
      columns={[
        {
          id: 'title',
          header: words('item.column.title'),
          isRowHeader: true,
          cell: ({ title, lang, provenance }) => (
            <Sourced confidence={provenance.confidence}>
              <span dir="auto" lang={lang}>
                {title}
              </span>
            </Sourced>
          ),
        },
        { id: 'lang', header: words('item.lang'), cell: ({ lang }) => <Language tag={lang} /> },
        { id: 'from', header: words('item.column.from'), cell: ({ from }) => (from ? <Day on={from} /> : <Unknown />) },
        {
          id: 'to',
          header: words('item.column.to'),
          cell: ({ to }) => (to ? <Day on={to} /> : words('item.today')),
        },
        {
          id: 'source',
          header: words('fact.source'),
          cell: ({ id, to, provenance }) => (
            <Evidence provenance={provenance} fact={to === null ? { kind: 'TITLE', id } : undefined} />
          ),
        },
      ]}
    />
  )
}

/** A language by its name in the reader's language, where that is known. */
function Language({ tag }: { tag: string }) {
  const { locale } = useWords<Words>()
  return <bdi>{new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag}</bdi>
}

function Names({ item, mayEdit }: { item: ItemOnPage; mayEdit: boolean }) {
  const words = useWords<Words>()
  return (
    <Section
      id="names"
      title={words('item.names')}
      note={words('item.namesNote')}
      actions={
        mayEdit && (
          <LinkButton size="small" href={`${itemHref(item.slug)}/rename`}>
            {words('item.rename')}
          </LinkButton>
        )
      }
    >
      <DataTable
        caption={words('item.names')}
        isCaptionHidden
        rows={item.names}
        rowKey={({ id }) => id}
        columns={[
          {
            id: 'name',
            header: words('item.column.designation'),
            isRowHeader: true,
            cell: ({ designation, provenance }) => (
              <Sourced confidence={provenance.confidence}>
                <bdi>{designation}</bdi>
              </Sourced>
            ),
          },
          {
            id: 'title',
            header: words('item.column.title'),
            cell: ({ title }) => (title === null ? <Unknown /> : <span dir="auto">{title}</span>),
          },
          {
            id: 'from',
            header: words('item.column.from'),
            cell: ({ from }) => (from ? <Day on={from} /> : <Unknown />),
          },
          {
            id: 'to',
            header: words('item.column.to'),
            cell: ({ to, designation }) =>
              to ? <Day on={to} /> : designation === item.designation ? words('item.today') : <Unknown />,
          },
          {
            id: 'source',
            header: words('fact.source'),
            cell: ({ id, to, provenance }) => (
              <Evidence provenance={provenance} fact={to === null ? { kind: 'NAME', id } : undefined} />
            ),
          },
        ]}
      />
    </Section>
  )
}
