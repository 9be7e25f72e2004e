import { itemsAddress } from '#schema/vocabulary/address.js'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../app/PageHead.js'
import { DataTable, FilterForm, LinkButton, PageHeader, Refused, Stack, useWords } from '../../ui/index.js'
import { BodyLink, ItemLink, ItemTitle, StateChip } from '../parts/index.js'
import type { ItemNamed } from './items.route.js'

/** Several items go by the name: the reader chooses. */
export function ItemChoice({ sought, named }: { sought: string; named: readonly ItemNamed[] }) {
  const words = useWords<Words>()
  return (
    <>
      <PageHead title={words('item.choiceTitle', { sought })} isPrivate />
      <PageHeader title={words('item.choiceTitle', { sought })} lead={words('item.choiceLead')} />
      <DataTable
        isMain
        caption={words('item.count', { count: named.length })}
        rows={named}
        rowKey={(item) => item.slug}
        columns={[
          {
            id: 'designation',
            header: words('item.column.designation'),
            isRowHeader: true,
            cell: (item) => <ItemLink item={item} />,
          },
          { id: 'title', header: words('item.column.title'), cell: (item) => <ItemTitle item={item} /> },
          { id: 'body', header: words('item.column.body'), cell: (item) => <BodyLink body={item.body} /> },
          { id: 'state', header: words('item.column.state'), cell: (item) => <StateChip state={item.state} /> },
        ]}
      />
    </>
  )
}

/** Nothing goes by the name: the page is refused with 404, and offers to search for it. */
export function ItemUnknown({ sought }: { sought: string }) {
  const words = useWords<Words>()
  return (
    <Stack gap={6}>
      <PageHead title={words('item.unknownTitle')} isPrivate />
      <Refused
        title={words('item.unknownTitle')}
        sentence={words('item.unknownText', { sought })}
        actions={
          <LinkButton href={itemsAddress({ search: sought })} kind="primary">
            {words('item.unknownAction')}
          </LinkButton>
        }
      />
      <FilterForm
        address="/roadmap"
        label={words('item.filters')}
        search={words('item.search')}
        values={{ q: [sought] }}
        summary={null}
        submit={words('fact.find')}
        isSentByHand
      />
    </Stack>
  )
}
