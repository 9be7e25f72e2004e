import { useRef } from 'react'
import { useFetcher, useLoaderData } from 'react-router'
import { zoneLabel } from '#schema/words/dates.js'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../app/PageHead.js'
import { LiveNotice } from '../../common/activity/index.js'
import { EmptyState, Figures, LinkButton, Menu, PageHeader, Section, Time, useKey, useWords } from '../../ui/index.js'
import { MeetingCrumbs, MeetingDays, meetingHref } from '../meetings/index.js'
import { agendaHref } from './agenda-address.js'
import type { AgendaData } from './agenda.route.js'
import { AddRow } from './AddRow.js'
import { Duration } from './AgendaRowFacts.js'
import { AgendaRows } from './AgendaRows.js'
import { Hours } from './Hours.js'
import { Offers } from './Offers.js'
import { OpenActions } from './OpenActions.js'
import { Templates } from './Templates.js'
import { TakenOut, Traces } from './TakenOut.js'
import { Versions } from './Versions.js'

/** The agenda of a meeting: for everybody to read and to print, for those who lead the group to work on in place. */
export function AgendaPage() {
  const words = useWords<Words>()
  const data = useLoaderData<AgendaData>()
  const { meeting } = data
  const { group, agenda, agendaTimes, agendaOffers } = meeting
  const mayEdit = meeting.viewerMay.includes('EDIT')
  const href = agendaHref(group, meeting.number)
  const place = zoneLabel(meeting.zone, words)
  const carry = useFetcher()
  const add = useRef<HTMLDivElement>(null)
  useKey(
    { key: 'c', label: words('agenda.keyCarry') },
    () => void carry.submit({ doing: 'carry', stay: 'true', meetingId: meeting.id }, { method: 'post' }),
    mayEdit && agendaOffers.length > 0,
  )
  useKey(
    { key: 'a', label: words('agenda.keyAdd') },
    () => add.current?.querySelector<HTMLInputElement>('input[name=title]')?.focus(),
    mayEdit,
  )
  const files = [
    ['csv', 'text/csv', words('agenda.asCsv')],
    ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', words('agenda.asXlsx')],
    ['json', 'application/json', words('agenda.asJson')],
  ] as const
  const figures = [
    { label: words('agenda.total'), value: <Duration minutes={agendaTimes.totalMinutes} /> },
    {
      label: words('agenda.available'),
      value:
        agendaTimes.availableMinutes === null ? (
          words('agenda.hoursUnknown')
        ) : (
          <Duration minutes={agendaTimes.availableMinutes} />
        ),
    },
    ...(agendaTimes.endsAt && agendaTimes.totalMinutes > 0
      ? [
          {
            label: words('agenda.endsAt'),
            value: <Time at={agendaTimes.endsAt} zone={meeting.zone} place={place} isBare />,
            note: words('agenda.untilNote'),
          },
        ]
      : []),
    ...(agendaTimes.overMinutes > 0
      ? [{ label: words('agenda.over'), value: <Duration minutes={agendaTimes.overMinutes} /> }]
      : []),
  ]
  return (
    <>
      <PageHead
        title={`${words('agenda.title')}: ${meeting.title}`}
        description={words('agenda.description', { meeting: meeting.title })}
        canonical={href}
        isPrivate={meeting.visibility !== 'PUBLIC' || group.isExample}
        alternates={files.map(([kind, type, title]) => ({ type, title, href: `${href}.${kind}` }))}
      />
      <MeetingCrumbs meeting={meeting} doing={words('agenda.title')} />
      <PageHeader
        eyebrow={
          <>
            <span dir="auto">{meeting.title}</span>, <MeetingDays meeting={meeting} />
          </>
        }
        title={words('agenda.title')}
        lead={words('agenda.lead')}
        actions={
          <>
            <LinkButton href={`${meetingHref(group, meeting.number)}/room`}>{words('agenda.toRoom')}</LinkButton>
            <Menu
              label={words('agenda.exportAs')}
              items={files.map(([kind, , label]) => ({ id: kind, label, href: `${href}.${kind}`, isFile: true }))}
            />
          </>
        }
      />
      <LiveNotice objectId={meeting.id} />
      {(agenda.length > 0 || agendaTimes.sittings.length > 0) && <Figures figures={figures} />}
      {agendaOffers.length > 0 && <Offers meeting={meeting} />}
      {mayEdit && <OpenActions data={data} />}
      <Section id="rows" title={words('agenda.table')}>
        {agenda.length > 0 ? (
          <AgendaRows data={data} />
        ) : (
          <EmptyState title={words('agenda.empty')}>
            {words('agenda.emptyText')} {mayEdit && words('agenda.emptyEditor')}
          </EmptyState>
        )}
        {mayEdit && (
          <div ref={add} className="no-print">
            <AddRow data={data} />
          </div>
        )}
      </Section>
      {mayEdit && <TakenOut meeting={meeting} />}
      {mayEdit && <Templates data={data} />}
      {mayEdit && <Hours meeting={meeting} />}
      <Versions meeting={meeting} />
      <Traces meeting={meeting} />
    </>
  )
}
