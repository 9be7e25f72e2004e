/** The rows of a list as its page shows them. */
import type { ImportRowLineFragment } from '#schema/generated/operations.js'
import type { Words } from '#schema/words/index.js'
import { Chip, DefinitionList, Disclosure, Link, Stack, useWords, type Column } from '../../ui/index.js'
import { itemHref } from '../parts/index.js'
import { DecideRow } from './DecideRow.js'
import { outcomeLook } from './outcome-look.js'
import { fieldInWords, reasonInWords, valueInWords } from './value-words.js'

type Row = ImportRowLineFragment

export const rowColumns = (words: Words, mayDecide: boolean): Column<Row>[] => [
  {
    id: 'number',
    header: words('import.column.number'),
    align: 'end',
    cell: ({ number }) => <span id={`row-${number}`}>{words('import.number', { count: number })}</span>,
  },
  {
    id: 'item',
    header: words('import.column.item'),
    isRowHeader: true,
    cell: ({ designation, item }) =>
      item ? (
        <Link href={itemHref(item.slug)}>
          <bdi>{designation ?? item.designation}</bdi>
        </Link>
      ) : (
        <bdi>{designation ?? words('ui.unknown')}</bdi>
      ),
  },
  {
    id: 'title',
    header: words('import.field.title'),
    isLong: true,
    cell: ({ title }) => title && <span dir="auto">{title}</span>,
  },
  {
    id: 'outcome',
    header: words('import.column.outcome'),
    cell: ({ outcome }) => <Chip {...outcomeLook[outcome]}>{words(`import.outcome.${outcome}`)}</Chip>,
  },
  {
    id: 'changes',
    header: words('import.column.changes'),
    isLong: true,
    cell: (row) => <What row={row} mayDecide={mayDecide} />,
  },
]

/** Why a row is what it is, what it changes, how it was sent, and what is to be decided about it. */
function What({ row, mayDecide }: { row: Row; mayDecide: boolean }) {
  const words = useWords<Words>()
  const isOpenToChoice = mayDecide && row.leadNumber === null && (row.isUndecided || row.choice !== null)
  return (
    <Stack gap={2}>
      {row.reasons.map((reason) => (
        <p key={reason.code} dir="auto">
          {reasonInWords(words, reason)}
        </p>
      ))}
      {row.outcome === 'SAME' && row.reasons.length === 0 && <p>{words('import.unchanged')}</p>}
      {row.changes.length > 0 && <Changes row={row} />}
      {isOpenToChoice && <DecideRow row={row} />}
      <Disclosure summary={words('import.raw')}>
        <DefinitionList
          isStacked
          facts={Object.entries(row.raw as Record<string, unknown>).map(([head, value]) => ({
            term: <bdi>{head}</bdi>,
            value: <span dir="auto">{typeof value === 'string' ? value : JSON.stringify(value)}</span>,
          }))}
        />
      </Disclosure>
    </Stack>
  )
}

/** Of a changed item each field before and after; of a new one a summary that opens. */
function Changes({ row: { changes, outcome } }: { row: Row }) {
  const words = useWords<Words>()
  const list = (
    <DefinitionList
      facts={changes.map(({ field, from, to }) => ({
        term: fieldInWords(words, field),
        value: (
          <>
            <span dir="auto">{valueInWords(words, field, to)}</span>
            {outcome !== 'NEW' && (
              <span className="fact-note" dir="auto">
                {words('import.from', { value: valueInWords(words, field, from) })}
              </span>
            )}
          </>
        ),
      }))}
    />
  )
  const names = changes.map(({ field }) => fieldInWords(words, field)).join(', ')
  return outcome === 'NEW' ? <Disclosure summary={names}>{list}</Disclosure> : list
}
