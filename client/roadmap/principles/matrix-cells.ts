import type { PrincipleMatrixQuery } from '#schema/generated/operations.js'
import type { Words } from '#schema/words/index.js'
import type { MatrixCell, MatrixHead } from '../../ui/index.js'
import { assessmentLook, itemHref, principleHref, standHref } from '../parts/index.js'

type Row = PrincipleMatrixQuery['items']['nodes'][number]
type Column = PrincipleMatrixQuery['principles']['nodes'][number]

/** The principles across the top: those that hold. A withdrawn one is read on its own page. */
export const columnsOf = (principles: readonly Column[]): readonly (MatrixHead & Column)[] =>
  principles
    .filter(({ withdrawnOn }) => withdrawnOn === null)
    .map((principle) => ({
      ...principle,
      id: principle.number,
      label: principle.number,
      href: principleHref(principle.number),
    }))

/** One item against each of the principles; where nobody has looked, nothing is known, which is not “does not”. [PR-6] */
export function rowOf(words: Words, item: Row, columns: readonly Column[]): MatrixHead & { cells: MatrixCell[] } {
  const standing = new Map(item.stands.map((stand) => [stand.principle.number, stand]))
  return {
    id: item.slug,
    label: item.designation,
    title: item.title ?? undefined,
    href: itemHref(item.slug),
    cells: columns.map(({ number, title }) => {
      const stand = standing.get(number)
      const assessment = stand?.assessment ?? 'NOT_ASSESSED'
      const said = words.dynamic(`register.assessment.${assessment}`)
      const how = stand?.isOfEarlierWording ? words('principle.saidOfEarlier', { said }) : said
      return {
        figures: stand ? {} : null,
        mark: { shape: assessmentLook[assessment].shape, label: how },
        href: standHref(number, item.slug),
        label: words('principle.cell', { item: item.designation, number, title, how }),
      }
    }),
  }
}
