import { useLocation } from 'react-router'
import { gapsAddress } from '#schema/vocabulary/address.js'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../app/PageHead.js'
import {
  Day,
  Disclosure,
  EmptyState,
  Link,
  LinkButton,
  PageHeader,
  Pager,
  Prose,
  Section,
  Stack,
  useWords,
  withParams,
} from '../../ui/index.js'
import {
  AsOfNotice,
  fileAlternates,
  FileLinks,
  GapLink,
  PrincipleLink,
  principleHref,
  ProvenanceFacts,
  Sourced,
  StandingChip,
  UnreadNotice,
} from '../parts/index.js'
import { PrincipleViews } from './PrincipleViews.js'
import type { PrincipleListData } from './principles.route.js'
import { StandCounts } from './StandCounts.js'

/** What standards to come should do, statement by statement, each with its address, its origin and the gaps in its way. */
export function PrincipleList({ principles, mayEdit, asOf, unread, origin }: PrincipleListData) {
  const words = useWords<Words>()
  const { pathname, search } = useLocation()
  const address = pathname + search
  const { nodes, pageInfo, totalCount } = principles
  return (
    <>
      <PageHead
        title={words('principle.listTitle')}
        description={words('principle.listLead')}
        canonical="/principles"
        alternates={fileAlternates(words, address)}
        isPrivate={search !== ''}
      />
      <PageHeader
        title={words('principle.listTitle')}
        lead={words('principle.listLead')}
        actions={mayEdit && <LinkButton href="/principles/new">{words('principle.new')}</LinkButton>}
      />
      <PrincipleViews current="list" asOf={asOf} />
      <Stack gap={4}>
        <AsOfNotice asOf={asOf} />
        <UnreadNotice unread={unread} />
        <div className="data-head">
          <span className="data-caption">{words('principle.count', { count: totalCount })}</span>
          <span className="data-tools">
            <FileLinks address={address} />
          </span>
        </div>
      </Stack>
      {nodes.length === 0 && (
        <EmptyState title={words('principle.emptyTitle')}>
          <p>{words('principle.emptyText')}</p>
        </EmptyState>
      )}
      {nodes.map((principle) => (
        <Section
          key={principle.number}
          id={principle.number}
          title={
            <Sourced confidence={principle.provenance.confidence}>
              <PrincipleLink principle={principle} />
            </Sourced>
          }
          note={
            <>
              {words.dynamic(`register.principleOrigin.${principle.origin}`)}
              {principle.version > 1 && ` · ${words('principle.version', { version: principle.version })}`}
              {principle.withdrawnOn && (
                <>
                  {' · '}
                  {words('principle.withdrawnFrom')} <Day on={principle.withdrawnOn} />
                </>
              )}
            </>
          }
          actions={
            <Link href={`#${principle.number}`} aria-label={words('principle.address', { number: principle.number })}>
              {'#'}
            </Link>
          }
        >
          <Stack gap={4}>
            <Prose>
              <p>{principle.statement}</p>
              {principle.rationale && <p>{principle.rationale}</p>}
            </Prose>
            <StandCounts counts={principle.standCounts} number={principle.number} />
            {principle.gaps.length > 0 ? (
              <div>
                <p className="eyebrow">
                  <Link href={gapsAddress({ principle: [principle.number] }, asOf)}>
                    {words('principle.gaps', { count: principle.gaps.length })}
                  </Link>
                </p>
                <ul className="lines">
                  {principle.gaps.map((gap) => (
                    <li key={gap.number}>
                      <GapLink gap={gap} /> <StandingChip standing={gap.standing} />
                    </li>
                  ))}
                </ul>
              </div>
            ) : (
              <p className="eyebrow">{words('principle.noGaps')}</p>
            )}
            <Disclosure summary={words('fact.provenance')}>
              <ProvenanceFacts provenance={principle.provenance} />
              <p className="cite">{`${origin}${principleHref(principle.number)}`}</p>
            </Disclosure>
          </Stack>
        </Section>
      ))}
      <Pager nextHref={pageInfo.hasNextPage ? withParams(address, { after: pageInfo.endCursor }) : null} />
    </>
  )
}
