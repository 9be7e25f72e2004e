import { memo } from 'react'
import type { DocumentListQuery } from '#schema/generated/operations.js'
import type { Words } from '#schema/words/index.js'
import { FacetGroup } from '../../roadmap/parts/index.js'
import { useWords } from '../../ui/index.js'
import { purposeWord } from './columns.js'
import type { Row } from './live-lines.js'

type Facets = NonNullable<DocumentListQuery['meeting']>['documentFacets']

/** What narrows the list, each choice with how many it would show. */
export const Filters = memo(function Filters({
  facets,
  agenda,
  values,
}: {
  facets: Facets
  agenda: readonly Row[]
  values: Readonly<Record<string, readonly string[]>>
}) {
  const words = useWords<Words>()
  const rows = new Map(facets.agendaItem.map(({ value, count }) => [value, count]))
  const counted = (name: 'progress' | 'result' | 'state' | 'standing') =>
    facets[name].map(({ value, count }) => ({ value, count, label: words.dynamic(`documentList.${name}.${value}`) }))
  const groups = [
    {
      name: 'row',
      isOpen: true,
      counts: [
        // In the order of the agenda, not of the counts: one looks for a row where it stands.
        ...agenda.map(({ id, number, title }) => ({
          value: id,
          label: `${number} ${title}`,
          count: rows.get(id) ?? 0,
        })),
        { value: 'none', label: words('documentList.noRow'), count: rows.get('') ?? 0 },
      ],
    },
    { name: 'progress', isOpen: true, counts: counted('progress') },
    { name: 'result', isOpen: true, counts: counted('result') },
    { name: 'state', counts: counted('state') },
    { name: 'standing', counts: counted('standing') },
    { name: 'source', counts: facets.source.map(({ value, count }) => ({ value, label: value, count })) },
    {
      name: 'purpose',
      counts: facets.purpose.map(({ value, count }) => ({ value, label: purposeWord(words, value), count })),
    },
  ] as const
  return groups.map(({ name, counts, ...rest }) => (
    <FacetGroup
      key={name}
      name={name}
      list={name}
      label={words(`documentList.facet.${name}`)}
      counts={counts}
      chosen={values[name] ?? []}
      {...rest}
    />
  ))
})
