/** What a clause says by itself: its fixed line, the list of works that are cited, and "None." where there is nothing. [GE-1, GE-2, GE-3] */
import type { Words } from '#schema/words/index.js'
import type { CitedItem, LeadLine, ReportType } from '#schema/report/index.js'
import { useWords } from '../../ui/index.js'
import { clauseNameOf, type NamedClause } from './clause-name.js'
import type { HrefOf } from './InlineText.js'
import type { NodeJson } from './node-json.js'
import { PlaceLink } from './PlaceLink.js'
import { useSurroundings } from './surroundings.js'

export interface ToldReference {
  readonly key: string
  readonly item: string
  readonly use: 'REFERENCE' | 'BIBLIOGRAPHY'
  readonly citedIn: readonly (NamedClause & { readonly id: string })[]
}

/** What the server computed for a clause. */
export interface ToldOfClause {
  readonly type: ReportType
  readonly lead?: LeadLine
  readonly isNone?: true
  readonly list?: readonly ToldReference[]
}

export const toldOfClause = ({ attrs }: NodeJson): ToldOfClause | null =>
  (attrs?.['told'] as ToldOfClause | undefined) ?? null

export function Lead({ line, type }: { line: LeadLine; type: ReportType }) {
  const words = useWords<Words>()
  return <p className="generated">{words(`generated.lead.${line}`, { type })}</p>
}

export function NothingHere() {
  const words = useWords<Words>()
  return <p className="generated">{words('generated.none')}</p>
}

/** The works that are cited, each with what the register knows of it and the clauses that cite it. */
export function ReferenceList({ list, hrefOf }: { list: readonly ToldReference[]; hrefOf: HrefOf }) {
  const { items } = useSurroundings()
  return (
    <ul className="works generated">
      {list.map((work) => (
        <Work key={work.key} work={work} item={items.get(work.item) ?? null} hrefOf={hrefOf} />
      ))}
    </ul>
  )
}

const itemHref = (slug: string) => `/items/${encodeURIComponent(slug)}`

function Work({ work, item, hrefOf }: { work: ToldReference; item: CitedItem | null; hrefOf: HrefOf }) {
  const words = useWords<Words>()
  const { key, item: slug, use, citedIn } = work
  const tag = words('generated.tag', { key, use })
  return (
    <li>
      <span className="work-tag">{item ? <PlaceLink href={itemHref(slug)}>{tag}</PlaceLink> : tag}</span>{' '}
      <span className="work-name" dir="auto">
        {item ? <KnownWork item={item} /> : <span className="work-unknown">{words('generated.notInRegister')}</span>}
      </span>{' '}
      <span className="work-cited">
        {words('generated.citedIn')}{' '}
        {citedIn.map((clause, i) => (
          <span key={clause.id}>
            {i > 0 && words('generated.comma')}
            <PlaceLink href={hrefOf(clause.id)}>{clause.number || clauseNameOf(clause, words)}</PlaceLink>
          </span>
        ))}
      </span>
    </li>
  )
}

function KnownWork({ item }: { item: CitedItem }) {
  const words = useWords<Words>()
  const { designation, title, publishedOn, state, successor } = item
  const isOver = state === 'SUPERSEDED' || state === 'WITHDRAWN' || state === 'CANCELLED' || successor !== null
  return (
    <>
      {words('generated.designation', { designation, hasDate: publishedOn ? 'yes' : 'no', on: publishedOn ?? '' })}{' '}
      {title === null ? <span className="work-unknown">{words('generated.noTitle')}</span> : <cite>{title}</cite>}{' '}
      <span className={isOver ? 'work-state work-over' : 'work-state'}>
        {words('generated.state', { state: words(`register.itemState.${state}`) })}
      </span>
      {successor && (
        <span className="work-over">
          {' '}
          {words('generated.replacedBy')} <PlaceLink href={itemHref(successor.slug)}>{successor.designation}</PlaceLink>
        </span>
      )}
    </>
  )
}
