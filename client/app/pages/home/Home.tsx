import { useLoaderData } from 'react-router'
import { gapsAddress, itemsAddress } from '#schema/vocabulary/address.js'
import { isInDevelopment, isInForce, ITEM_STATES, type ItemState } from '#schema/vocabulary/register.js'
import { formatClosing } from '#schema/words/dates.js'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../PageHead.js'
import { ActivityLines } from '../../../common/activity/index.js'
import { FileLinks } from '../../../roadmap/parts/index.js'
import {
  AsOf,
  Chip,
  Day,
  EmptyState,
  Figures,
  FilterForm,
  Link,
  Matrix,
  PageHeader,
  Section,
  Stack,
  useWords,
} from '../../../ui/index.js'
import { AsOfNotice, UnreadNotice } from '../../../roadmap/parts/index.js'
import { matrixOf } from './coverage-cells.js'
import type { HomeData } from './home.route.js'
import { nextDate } from './next-date.js'

const noSearch = { q: [] }

/** The roadmap at a glance: what is covered, how much there is, what comes next, what changed. */
export function Home() {
  const words = useWords<Words>()
  const { answer, view, asOf, unread } = useLoaderData<HomeData>()
  const { coverage } = answer
  return (
    <>
      <PageHead title={words('home.title')} description={words('home.lead')} canonical="/" isPrivate={asOf !== null} />
      <PageHeader
        title={words('home.title')}
        lead={words('home.lead')}
        marks={coverage.asOf && <AsOf on={coverage.asOf} />}
      />
      <Stack gap={8}>
        <AsOfNotice asOf={asOf} />
        <UnreadNotice unread={unread} />
        <div className="search-box">
          <FilterForm
            address="/search"
            label={words('search.title')}
            search={words('search.field')}
            placeholder={words('search.example')}
            values={noSearch}
            summary=""
            submit={words('fact.find')}
            isSentByHand
          />
        </div>
        <Matrix
          caption={words('home.mapTitle')}
          rowKind={words('item.facet.topic')}
          columnKind={words('item.facet.lifecycleStage')}
          measures={[
            { id: 'inForce', label: words('home.inForce'), shape: 'full' },
            { id: 'inDevelopment', label: words('home.inDevelopment'), shape: 'half' },
            { id: 'gapsOpen', label: words('home.gapsOpen'), shape: 'diamond' },
          ]}
          {...matrixOf(words, coverage)}
          view={view}
          addresses={{ matrix: '/', table: '/?view=table' }}
          legend={words('home.mapLegend')}
          scale={{ from: words('home.scaleFrom'), to: words('home.scaleTo') }}
        />
        <p className="soft">
          <FileLinks address="/coverage" hasNews={false} />
        </p>
        <Counts answer={answer} />
      </Stack>
      {/* Meetings to come and the latest changes are of now. */}
      {asOf === null && (
        <div className="home-news">
          <Meetings meetings={answer.upcomingMeetings} />
          <Section
            id="changes"
            title={words('home.changes')}
            actions={<Link href="/activity">{words('home.allChanges')}</Link>}
          >
            <ActivityLines events={answer.activity.nodes} />
          </Section>
        </div>
      )}
    </>
  )
}

/** How much there is, each figure the list behind it. */
function Counts({ answer }: { answer: HomeData['answer'] }) {
  const words = useWords<Words>()
  const states = answer.itemFacets.state
  const count = (isMeant: (state: ItemState) => boolean) =>
    states.reduce((sum, { value, count: each }) => (isMeant(value as ItemState) ? sum + each : sum), 0)
  const open = answer.gapFacets.standing.reduce(
    (sum, { value, count: each }) => (value === 'CLOSED' ? sum : sum + each),
    0,
  )
  const asOf = answer.coverage.asOf && <AsOf on={answer.coverage.asOf} />
  return (
    <Figures
      figures={[
        { label: words('home.items'), value: count(() => true), href: '/roadmap', note: asOf },
        { label: words('home.inForce'), value: count(isInForce), href: itemsAddress({ isInForce: true }), note: asOf },
        {
          label: words('home.inDevelopment'),
          value: count(isInDevelopment),
          href: itemsAddress({ state: ITEM_STATES.filter(isInDevelopment) }),
          note: asOf,
        },
        {
          label: words('home.gapsOpen'),
          value: open,
          href: gapsAddress({ isOpen: true }),
          note: words('home.gapsNote'),
        },
        { label: words('home.bodies'), value: answer.bodies.totalCount, href: '/bodies' },
      ]}
    />
  )
}

/** Meetings to come, each with the date that comes next. */
function Meetings({ meetings }: { meetings: HomeData['answer']['upcomingMeetings'] }) {
  const words = useWords<Words>()
  return (
    <Section
      id="meetings"
      title={words('home.meetings')}
      actions={<Link href="/groups">{words('home.allGroups')}</Link>}
    >
      {meetings.length === 0 ? (
        <EmptyState title={words('home.noMeetings')}>{words('home.noMeetingsText')}</EmptyState>
      ) : (
        <ul className="lines">
          {meetings.map((meeting) => {
            const { group, startsOn, endsOn, place, mode } = meeting
            const next = nextDate(meeting.keyDates)
            const day = (on: string) => <Day on={on} />
            return (
              <li key={meeting.id}>
                <Link href={`/groups/${group.slug}/meetings/${meeting.number}`}>
                  <bdi>{group.acronym ?? group.name}</bdi> <bdi>{meeting.title}</bdi>
                </Link>{' '}
                {group.isExample && (
                  <Chip tone="attention" shape="diamond">
                    {words('body.example')}
                  </Chip>
                )}
                <span className="fact-note">
                  {day(startsOn)}
                  {endsOn !== startsOn && <> – {day(endsOn)}</>},{' '}
                  {place ? <bdi>{place}</bdi> : words.dynamic(`deadline.mode.${mode}`)}
                </span>
                <span className="fact-note" suppressHydrationWarning>
                  {next
                    ? words('home.nextDate', {
                        what: words.dynamic(`deadline.obligation.${next.obligation}`),
                        when: formatClosing(next.closesAt, next.zone, words),
                      })
                    : words('home.noDate')}
                </span>
              </li>
            )
          })}
        </ul>
      )}
    </Section>
  )
}
