import { useLoaderData, useLocation } from 'react-router'
import type { GroupRowFragment } from '#schema/generated/operations.js'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../app/PageHead.js'
import {
  Chip,
  DataTable,
  Day,
  EmptyState,
  Link,
  LinkButton,
  PageHeader,
  Pager,
  Unconfirmed,
  useWords,
  withParams,
  type Column,
} from '../../ui/index.js'
import { MeetingDays, meetingHref } from '../meetings/index.js'
import { groupMarks } from './group-marks.js'
import type { GroupListData } from './groups.route.js'

/** All groups at work here that the viewer may see. */
export function GroupList() {
  const words = useWords<Words>()
  const { groups, viewer } = useLoaderData<GroupListData>()
  const { pathname, search } = useLocation()
  const { hasNextPage, endCursor } = groups.pageInfo
  const columns: Column<GroupRowFragment>[] = [
    {
      id: 'name',
      header: words('group.group'),
      isRowHeader: true,
      cell: ({ slug, acronym, name, isExample }) => (
        <>
          <Link href={`/groups/${slug}`}>
            <span dir="auto">{acronym ?? name}</span>
          </Link>{' '}
          {isExample && (
            <Chip tone="progress" shape="diamond">
              {words('group.example')}
            </Chip>
          )}
          {acronym && (
            <span className="block soft weak" dir="auto">
              {name}
            </span>
          )}
        </>
      ),
    },
    { id: 'kind', header: words('group.kind'), cell: ({ kind }) => words.dynamic(`group.kind.${kind}`) },
    {
      id: 'parent',
      header: words('group.parent'),
      cell: ({ parent }) => (
        <Link href={`/bodies/${parent.slug}`}>
          <bdi>{parent.acronym ?? parent.name}</bdi>
        </Link>
      ),
    },
    {
      id: 'state',
      header: words('group.stateHead'),
      cell: ({ state, provenance }) => {
        const chip = <Chip {...groupMarks[state]}>{words(`group.state.${state}`)}</Chip>
        return provenance.confidence === 'MEMORY' ? <Unconfirmed>{chip}</Unconfirmed> : chip
      },
    },
    {
      id: 'next',
      header: words('group.nextMeeting'),
      cell: ({ slug, meetings: { nodes } }) =>
        nodes[0] ? (
          <Link href={meetingHref({ slug }, nodes[0].number)}>
            <MeetingDays meeting={nodes[0]} />
          </Link>
        ) : (
          <span className="soft">{words('group.none')}</span>
        ),
    },
    {
      id: 'ends',
      header: words('group.lifetimeEnds'),
      cell: ({ lifetime }) =>
        lifetime.endsOn ? <Day on={lifetime.endsOn} /> : <span className="soft">{words('group.noEnd')}</span>,
    },
  ]
  return (
    <>
      <PageHead title={words('group.groups')} description={words('group.listLead')} canonical="/groups" />
      <PageHeader
        title={words('group.groups')}
        lead={words('group.listLead')}
        actions={
          viewer.viewerMay.includes('REGISTER_EDIT') && (
            <LinkButton href="/groups/new">{words('newGroup.title')}</LinkButton>
          )
        }
      />
      <DataTable
        caption={words('group.count', { count: groups.totalCount })}
        columns={columns}
        rows={groups.nodes}
        rowKey={({ id }) => id}
        isMain
        empty={<EmptyState title={words('group.empty')}>{words('group.emptyText')}</EmptyState>}
      />
      <Pager nextHref={hasNextPage && endCursor ? withParams(pathname + search, { after: endCursor }) : null} />
    </>
  )
}
