import { useLoaderData } from 'react-router'
import { zoneLabel } from '#schema/words/dates.js'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../app/PageHead.js'
import { Day, DefinitionList, LinkButton, PageHeader, Section, Time, useWords } from '../../ui/index.js'
import { MeetingCrumbs, MeetingDays } from '../meetings/index.js'
import { agendaHref } from './agenda-address.js'
import { levelOf } from './agenda-marks.js'
import type { AgendaVersionData } from './agenda.route.js'
import { Duration, presenterOf, SubjectLink } from './AgendaRowFacts.js'
import { Changes } from './Versions.js'

/** An agenda as it was published: to be read, printed and cited. */
export function AgendaVersionPage() {
  const words = useWords<Words>()
  const { meeting, version } = useLoaderData<AgendaVersionData>()
  const href = agendaHref(meeting.group, meeting.number)
  const title = words('agenda.versionTitle', { number: version.number })
  return (
    <>
      <PageHead
        title={`${title}: ${meeting.title}`}
        canonical={`${href}/versions/${version.number}`}
        isPrivate={meeting.visibility !== 'PUBLIC' || meeting.group.isExample}
      />
      <MeetingCrumbs meeting={meeting} doing={title} />
      <PageHeader
        eyebrow={
          <>
            <span dir="auto">{meeting.title}</span>, <MeetingDays meeting={meeting} />
          </>
        }
        title={title}
        actions={<LinkButton href={href}>{words('agenda.toAgenda')}</LinkButton>}
      />
      <DefinitionList
        facts={[
          {
            term: words('agenda.publishedAt'),
            value: <Time at={version.publishedAt} zone={meeting.zone} place={zoneLabel(meeting.zone, words)} />,
          },
          { term: words('agenda.why'), value: version.note && <span dir="auto">{version.note}</span> },
          {
            term: words('agenda.hours'),
            value:
              version.sittings.length > 0
                ? version.sittings.map(({ on, from, to }) => (
                    <span key={on + from} className="block">
                      <Day on={on} /> {`${from}–${to}`}
                    </span>
                  ))
                : null,
          },
          {
            term: words('agenda.hash'),
            value: (
              <code className="agenda-hash" translate="no">
                {version.sha256}
              </code>
            ),
            note: words('agenda.hashNote'),
          },
        ]}
      />
      <Section id="rows" title={words('agenda.table')}>
        <ol className="agenda-plain">
          {version.rows.map((row) => {
            const presenter = presenterOf(row, words)
            return (
              <li key={row.id} data-level={levelOf(row.number)}>
                <span className="agenda-number">{row.number}</span> <span dir="auto">{row.title}</span>{' '}
                {row.minutes !== null && (
                  <span className="soft">
                    <Duration minutes={row.minutes} />
                  </span>
                )}
                {presenter && <span className="block soft">{words('agenda.by', { name: presenter })}</span>}
                {row.subject && (
                  <span className="block">
                    <SubjectLink subject={row.subject} />
                  </span>
                )}
                {row.note && (
                  <span className="block soft agenda-note" dir="auto">
                    {row.note}
                  </span>
                )}
              </li>
            )
          })}
        </ol>
      </Section>
      <Section
        id="changes"
        title={
          version.number > 1
            ? words('agenda.changesHere', { number: version.number - 1 })
            : words('agenda.firstVersion')
        }
      >
        {version.changes.length > 0 && <Changes changes={version.changes} />}
        {version.number > 1 && version.changes.length === 0 && <p className="soft">{words('agenda.noChanges')}</p>}
      </Section>
    </>
  )
}
