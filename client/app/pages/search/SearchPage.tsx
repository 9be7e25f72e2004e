import { useLoaderData, useLocation } from 'react-router'
import type { SearchHitFragment } from '#schema/generated/operations.js'
import { gapsAddress, itemsAddress } from '#schema/vocabulary/address.js'
import type { Words } from '#schema/words/index.js'
import { WhoCouldAct, WorkUnderWay } from '../../../roadmap/gaps/who.js'
import {
  AsOfNotice,
  BodyLink,
  ItemTitle,
  itemHref,
  NativeStage,
  StandingChip,
  StateChip,
  UnreadNotice,
} from '../../../roadmap/parts/index.js'
import { EmptyState, FilterForm, Link, LinkButton, PageHeader, Section, Stack, useWords } from '../../../ui/index.js'
import { PageHead } from '../../PageHead.js'
import type { SearchData } from './search.route.js'
import { searchAddress, type SearchView } from './search-address.js'

type Answer = NonNullable<SearchData['answer']>
type Group = Answer['groups'][number]

/** One search for everything: what was found, kind by kind, each with its count. */
export function SearchPage() {
  const words = useWords<Words>()
  const { pathname, search } = useLocation()
  const { view, answer } = useLoaderData<SearchData>()
  return (
    <>
      <PageHead
        title={view.query ? words('search.titleOf', { query: view.query }) : words('search.title')}
        description={words('search.lead')}
        canonical="/search"
        isPrivate={search !== ''}
      />
      <PageHeader title={words('search.title')} lead={words('search.lead')} />
      <Stack gap={6}>
        <div className="search-box">
          <FilterForm
            address={pathname + search}
            label={words('search.title')}
            search={words('search.field')}
            placeholder={words('search.example')}
            values={{ q: [view.query] }}
            summary=""
            submit={words('fact.find')}
            isSentByHand
          />
        </div>
        <AsOfNotice asOf={view.asOf} />
        <UnreadNotice unread={view.unread} />
        {answer ? <Found view={view} answer={answer} /> : <HowToSearch />}
      </Stack>
    </>
  )
}

function Found({ view, answer }: { view: SearchView; answer: Answer }) {
  const words = useWords<Words>()
  const { suggestions, groups } = answer
  const count = groups.reduce((sum, group) => sum + group.count, 0)
  return (
    <>
      <div role="status">
        <p>{words('search.count', { count, words: answer.words.join(' ') })}</p>
        {suggestions.length > 0 && (
          <p>
            {words('search.didYouMean')}{' '}
            {suggestions.map((meant) => (
              <span key={meant} className="search-meant">
                <Link href={searchAddress(meant, view.kind, view.asOf)}>
                  <bdi>{meant}</bdi>
                </Link>{' '}
              </span>
            ))}
          </p>
        )}
      </div>
      {view.kind && (
        <p>
          <Link href={searchAddress(view.query, null, view.asOf)}>{words('search.allKinds')}</Link>
        </p>
      )}
      {groups.length === 0 ? (
        <EmptyState
          title={words('search.emptyTitle')}
          action={<LinkButton href="/roadmap">{words('search.emptyAction')}</LinkButton>}
        >
          <p>{words('search.emptyText')}</p>
        </EmptyState>
      ) : (
        groups.map((group) => <OfKind key={group.kind} group={group} view={view} found={answer.words} />)
      )}
    </>
  )
}

/** What was found of one kind; the best first, and the way to all of them. */
function OfKind({ group, view, found }: { group: Group; view: SearchView; found: readonly string[] }) {
  const words = useWords<Words>()
  const { kind, count, hits, isPartial } = group
  return (
    <Section
      id={kind.toLowerCase()}
      title={words(`search.kind.${kind}`, { count })}
      note={isPartial ? words('search.partial') : undefined}
      actions={hits.length < count && <All group={group} view={view} found={found} />}
    >
      <ol className="lines search-hits">
        {hits.map((hit) => (
          <li key={`${hit.id} ${hit.href}`}>
            <HitLine hit={hit} />
          </li>
        ))}
      </ol>
    </Section>
  )
}

/** Items and gaps have lists that filter; of other kinds more is shown here. */
function All({
  group: { kind, count, isPartial, hits },
  view,
  found,
}: {
  group: Group
  view: SearchView
  found: readonly string[]
}) {
  const words = useWords<Words>()
  const search = found.join(' ')
  const list = isPartial
    ? null
    : kind === 'ITEM'
      ? itemsAddress({ search }, view.asOf)
      : kind === 'GAP'
        ? gapsAddress({ search }, view.asOf)
        : null
  if (!list && view.kind) return <span className="soft">{words('search.firstOf', { shown: hits.length, count })}</span>
  return <Link href={list ?? searchAddress(view.query, kind, view.asOf)}>{words('search.all', { count })}</Link>
}

/** A thing as it is told in a line: gaps with who is on them, items with where they stand. */
function HitLine({ hit }: { hit: SearchHitFragment }) {
  const words = useWords<Words>()
  const { item, gap } = hit
  if (gap) {
    return (
      <>
        <Link href={hit.href}>
          {gap.number} <span dir="auto">{gap.title}</span>
        </Link>{' '}
        <StandingChip standing={gap.standing} />
        <Note text={hit.note} />
        <div className="search-who">
          <span className="labelled">
            {words('gap.column.who')} <WhoCouldAct bodies={gap.bodies} />
          </span>
          <span className="labelled">
            {words('gap.column.work')} <WorkUnderWay deliverables={gap.deliverables} />
          </span>
        </div>
      </>
    )
  }
  if (item) {
    return (
      <>
        <Link href={itemHref(item.slug)}>
          <bdi>{item.designation}</bdi>
        </Link>{' '}
        <BodyLink body={item.body} /> <NativeStage stage={item.nativeStage} body={item.body.slug} />{' '}
        <StateChip state={item.state} basis={item.stateBasis} />
        <span className="fact-note">
          <ItemTitle item={item} />
        </span>
      </>
    )
  }
  return (
    <>
      <Link href={hit.href}>
        <bdi>{hit.label}</bdi>
      </Link>
      <Note text={hit.note} />
    </>
  )
}

const Note = ({ text }: { text: string | null }) =>
  text === null ? null : (
    <span className="fact-note search-note" dir="auto">
      {text}
    </span>
  )

/** What one may type. */
function HowToSearch() {
  const words = useWords<Words>()
  const examples = ['question', 'name', 'slip'] as const
  return (
    <EmptyState title={words('search.howTitle')}>
      <ul>
        {examples.map((example) => {
          const query = words(`search.how.${example}.query`)
          return (
            <li key={example}>
              <Link href={searchAddress(query)}>{query}</Link> {words(`search.how.${example}`)}
            </li>
          )
        })}
      </ul>
    </EmptyState>
  )
}
