import { useLoaderData } from 'react-router'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../app/PageHead.js'
import { ActivityLines, LiveNotice } from '../../common/activity/index.js'
import { Breadcrumb, Chip, LinkButton, PageHeader, Prose, Section, Unconfirmed, useWords } from '../../ui/index.js'
import { Dashboard } from './Dashboard.js'
import { Deliverables } from './Deliverables.js'
import { groupMarks } from './group-marks.js'
import { GroupFacts } from './GroupFacts.js'
import { GroupMeetings } from './GroupMeetings.js'
import type { GroupData } from './groups.route.js'
import { Lifetime } from './Lifetime.js'
import { NextMeeting } from './NextMeeting.js'
import { Roles } from './Roles.js'
import { Subgroups } from './Subgroups.js'
import { Texts } from './Texts.js'
import { Terms } from './Terms.js'

/** One group: what it is for, what is due next, who, what it has made. */
export function GroupPage() {
  const words = useWords<Words>()
  const { group, now } = useLoaderData<GroupData>()
  const { slug, name, acronym, state } = group
  const chip = <Chip {...groupMarks[state]}>{words(`group.state.${state}`)}</Chip>
  const mayCall = group.viewerMay.includes('CALL_MEETING')
  return (
    <>
      <PageHead
        title={acronym ?? name}
        description={group.aim ?? name}
        canonical={`/groups/${slug}`}
        alternates={[
          { type: 'application/atom+xml', href: `/groups/${encodeURIComponent(slug)}.atom`, title: words('fact.atom') },
          {
            type: 'text/calendar',
            href: `/groups/${encodeURIComponent(slug)}/calendar.ics`,
            title: words('calendar.file'),
          },
        ]}
        isPrivate={group.visibility !== 'PUBLIC' || group.isExample}
      />
      <Breadcrumb crumbs={[{ label: words('group.groups'), href: '/groups' }, { label: acronym ?? name }]} />
      <PageHeader
        eyebrow={acronym ? `${acronym} · ${words(`group.kind.${group.kind}`)}` : words(`group.kind.${group.kind}`)}
        title={name}
        marks={group.provenance.confidence === 'MEMORY' ? <Unconfirmed>{chip}</Unconfirmed> : chip}
        actions={
          <>
            {mayCall && (
              <LinkButton href={`/groups/${slug}/meetings/new`} kind="primary">
                {words('meeting.call')}
              </LinkButton>
            )}
            {group.viewerMay.includes('SETTINGS') && (
              <LinkButton href={`/groups/${slug}/settings`}>{words('group.settings')}</LinkButton>
            )}
            <LinkButton href={`/groups/${slug}/contributions`}>{words('contribution.toList')}</LinkButton>
            <LinkButton href={`/groups/${slug}/decisions`}>{words('decision.title')}</LinkButton>
            <LinkButton href={`/groups/${slug}/actions`}>{words('action.title')}</LinkButton>
            <LinkButton href={`/groups/${slug}/reports`}>{words('report.listTitle')}</LinkButton>
            <LinkButton href={`/groups/${slug}/liaison`}>{words('statement.toLiaison')}</LinkButton>
          </>
        }
      />
      <LiveNotice group={slug} />
      <Dashboard dashboard={group.dashboard} />
      {group.aim && (
        <div className="spaced">
          <Prose>
            <p>{group.aim}</p>
          </Prose>
        </div>
      )}
      <GroupFacts group={group} />
      <NextMeeting group={group} now={now} />
      <Lifetime
        lifetime={group.lifetime}
        zone={group.deadlineZone}
        now={now}
        actions={
          <>
            {group.viewerMay.includes('EXTEND') && (
              <LinkButton size="small" href={`/groups/${slug}/extend`}>
                {words('groupLife.extend')}
              </LinkButton>
            )}
            {group.viewerMay.includes('EDIT') && (
              <LinkButton size="small" href={`/groups/${slug}/state`}>
                {words('groupLife.change')}
              </LinkButton>
            )}
          </>
        }
      />
      <GroupMeetings group={group} />
      <Texts slug={slug} documents={group.documents} mayStart={group.viewerMay.includes('START_TEXT')} />
      <Deliverables slug={slug} deliverables={group.deliverables} />
      <Roles roles={group.roles} href={`/groups/${slug}/people`} />
      <Subgroups subgroups={group.subgroups} href={`/groups/${slug}/working-groups`} />
      <Terms
        terms={group.termsOfReference}
        href={`/groups/${slug}/terms`}
        mayWrite={group.viewerMay.includes('EDIT')}
      />
      <Section id="activity" title={words('meeting.record')} note={words('group.recordNote')}>
        <ActivityLines events={group.activity.nodes} />
      </Section>
    </>
  )
}
