import { useLoaderData } from 'react-router'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../../app/PageHead.js'
import { PageHeader, Section, useWords } from '../../../ui/index.js'
import { meetingHref } from '../meeting-address.js'
import { MeetingCrumbs } from '../MeetingCrumbs.js'
import { MeetingTable } from '../MeetingTable.js'
import { CancelRest } from './CancelRest.js'
import { rhythm } from './series-plan.js'
import type { SeriesData } from './series.route.js'

/** All meetings of a series; for whoever may, calling off what is left of it. */
export function SeriesPage() {
  const words = useWords<Words>()
  const { meeting, place } = useLoaderData<SeriesData>()
  const { group } = meeting
  const title = words('series.pageTitle')
  return (
    <>
      <PageHead
        title={title}
        canonical={`${meetingHref(group, meeting.number)}/series`}
        isPrivate={meeting.visibility !== 'PUBLIC' || group.isExample}
      />
      <MeetingCrumbs meeting={meeting} doing={title} />
      <PageHeader eyebrow={group.acronym ?? group.name} title={title} lead={rhythm(place.series, words)} />
      <Section id="meetings" title={words('series.meetings')}>
        <MeetingTable caption={words('series.meetings')} group={group} meetings={place.series.meetings} />
      </Section>
      <CancelRest place={place} />
    </>
  )
}
