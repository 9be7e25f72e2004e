/** Facets beside a list of items or gaps: the form, what is ticked in it, and the words for what is. */
import type { Words } from '#schema/words/index.js'
import { FilterForm, useWords } from '../../ui/index.js'
import { FacetGroup, facetLabel, type ChosenFilter, type FacetCount } from './lists.js'

export interface Facet<Name extends string = string> {
  /** The parameter, and the name of the facet in the catalogue and in the answer. */
  readonly name: Name
  /** The closed list in the catalogue. */
  readonly list: string
  /** Open also when nothing is chosen. */
  readonly isOpen?: boolean
}

/** What the facets of a list are of, as the catalogue of words calls them. */
export type FacetsOf = 'item' | 'gap'

export interface FacetsChosen {
  /** Ticked values by parameter; what is sought as `q`. */
  readonly values: Readonly<Record<string, string[]>>
  /** The same as filters that can be dropped one by one. */
  readonly chosen: ChosenFilter[]
}

/** What an address has chosen of the facets, in words; a body without items now is called as the address calls it. */
export function chosenFacets<Name extends string>(
  words: Words,
  thing: FacetsOf,
  facets: readonly Facet<Name>[],
  asked: URLSearchParams,
  counts: Readonly<Record<Name, readonly FacetCount[]>>,
): FacetsChosen {
  const labelled = (name: string, label: string) => words('fact.chosenFilter', { name, label })
  const q = asked.getAll('q')
  const sought = q.map((value) => ({ name: 'q', value, label: labelled(words(`${thing}.search`), value) }))
  const ticked = facets.flatMap(({ name, list }) =>
    asked.getAll(name).map((value) => {
      const label = counts[name].find((choice) => choice.value === value)?.label ?? (name === 'body' ? value : null)
      const called = facetLabel(words, list, { value, label })
      return { name, value, label: labelled(words.dynamic(`${thing}.facet.${name}`), called) }
    }),
  )
  const values = Object.fromEntries(facets.map(({ name }) => [name, asked.getAll(name)]))
  return { values: { q, ...values }, chosen: [...sought, ...ticked] }
}

/** The form of the facets. `chosen` counts all that narrows the list, facets or not. */
export function FacetForm<Name extends string>({
  thing,
  facets,
  address,
  values,
  counts,
  chosen,
}: {
  thing: FacetsOf
  facets: readonly Facet<Name>[]
  /** Where the list stands, with its query. */
  address: string
  values: FacetsChosen['values']
  counts: Readonly<Record<Name, readonly FacetCount[]>>
  chosen: readonly ChosenFilter[]
}) {
  const words = useWords<Words>()
  return (
    <FilterForm
      address={address}
      label={words(`${thing}.filters`)}
      search={words(`${thing}.search`)}
      placeholder={words(`${thing}.searchExample`)}
      values={values}
      summary={words('fact.filters', { count: chosen.length })}
      submit={words('fact.apply')}
    >
      {facets.map((facet) => (
        <FacetGroup
          key={facet.name}
          {...facet}
          label={words.dynamic(`${thing}.facet.${facet.name}`)}
          counts={counts[facet.name]}
          chosen={values[facet.name] ?? []}
        />
      ))}
    </FilterForm>
  )
}
