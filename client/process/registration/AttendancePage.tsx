import { useLoaderData, useLocation } from 'react-router'
import type { AttendanceLineFragment, AttendanceMode } from '#schema/generated/operations.js'
import { attendanceModes } from '#schema/vocabulary/registration.js'
import { zoneLabel } from '#schema/words/dates.js'
import type { Words } from '#schema/words/index.js'
import { Seen } from '../../app/Seen.js'
import { SubmitButton } from '../../app/SubmitButton.js'
import { useFormAnswer } from '../../app/use-form-answer.js'
import { LiveNotice } from '../../common/activity/index.js'
import {
  Cluster,
  DataTable,
  Disclosure,
  EmptyState,
  FormElement,
  Link,
  Notice,
  Section,
  Select,
  TextField,
  Time,
  useWords,
  type Column,
} from '../../ui/index.js'
import type { AttendanceData } from './attendance.route.js'
import { AtItem } from './AtItem.js'
import { CheckIn } from './CheckIn.js'
import { DeskHead } from './DeskHead.js'
import { wallIn } from './wall-clock.js'

type Meeting = AttendanceData['meeting']

/** Who is there and who was, stretch by stretch. One checks in oneself; those who keep the list check others in, and correct. */
export function AttendancePage() {
  const words = useWords<Words>()
  const { meeting, item } = useLoaderData<AttendanceData>()
  const { pathname, search } = useLocation()
  const { refusals } = useFormAnswer('attendance')
  const { attendance, registrationMay: may } = meeting
  const keepsList = may.includes('CHECK_IN_OTHERS')
  const people = new Set(attendance.map(({ person }) => person.id)).size
  return (
    <>
      <DeskHead
        meeting={meeting}
        title={words('registration.attendance')}
        lead={words('registration.attendanceLead')}
      />
      <LiveNotice objectId={meeting.id} />
      {refusals.map(({ sentence }, at) => (
        <div key={at} role="alert" className="spaced">
          <Notice kind="bad">{sentence}</Notice>
        </div>
      ))}
      <CheckIn meeting={meeting} />
      <Section
        id="attendance"
        title={words(keepsList ? 'registration.wasThere' : 'registration.wasThereSeen')}
        note={words('registration.zoneNote', { place: zoneLabel(meeting.zone, words) })}
      >
        <AtItem meeting={meeting} item={item} />
        <DataTable
          isMain
          tools={
            <span className="no-print">
              {words('registration.files')}{' '}
              <Link href={`${pathname}.csv${search}`} download>
                {words('fact.csv')}
              </Link>
            </span>
          }
          caption={words('registration.attendanceCount', { count: people })}
          columns={columnsFor(words, meeting, keepsList)}
          rows={attendance}
          rowKey={({ id }) => id}
          empty={
            <EmptyState title={words(item ? 'registration.nobodyAtItem' : 'registration.nobodyThere')}>
              {words(meeting.isMeetingDay ? 'registration.nobodyThereText' : 'registration.notToday')}
            </EmptyState>
          }
        />
      </Section>
      {keepsList && meeting.isMeetingDay && <CheckOthersIn meeting={meeting} />}
    </>
  )
}

/** Those who registered and are not there yet. */
function CheckOthersIn({ meeting }: { meeting: Meeting }) {
  const words = useWords<Words>()
  const there = new Set(meeting.stretches.flatMap(({ person, to }) => (to ? [] : [person.id])))
  const absent = (meeting.registration?.registrations?.nodes ?? []).filter(
    ({ person, state }) => state !== 'WITHDRAWN' && person.name && !there.has(person.id),
  )
  return (
    <Section id="others" title={words('registration.others')} note={words('registration.othersNote')}>
      <DataTable
        caption={words('registration.absentCount', { count: absent.length })}
        rows={absent}
        rowKey={({ person }) => person.id}
        columns={[
          {
            id: 'name',
            header: words('registration.name'),
            isRowHeader: true,
            cell: ({ person }) => <bdi>{person.name}</bdi>,
          },
          {
            id: 'mode',
            header: words('registration.modeHead'),
            cell: ({ mode }) => words(`registration.modeIs.${mode}`),
          },
          {
            id: 'in',
            header: words('registration.checkInHead'),
            cell: ({ person, mode }) => (
              <FormElement method="post">
                <input type="hidden" name="id" value={meeting.id} />
                <input type="hidden" name="personId" value={person.id} />
                <Cluster gap={2}>
                  {inOrder(mode).map((one) => (
                    <SubmitButton
                      key={one}
                      size="small"
                      name="act"
                      value={`in:${one}`}
                      aria-label={words(`registration.checkInFor.${one}`, { name: person.name ?? '' })}
                    >
                      {words(`registration.modeIs.${one}`)}
                    </SubmitButton>
                  ))}
                </Cluster>
              </FormElement>
            ),
          },
        ]}
        empty={<EmptyState title={words('registration.allThere')} />}
      />
    </Section>
  )
}

/** The way that somebody registered for comes first. */
const inOrder = (mode: AttendanceMode): readonly AttendanceMode[] =>
  mode === 'ONSITE' ? ['ONSITE', 'REMOTE'] : ['REMOTE', 'ONSITE']

function Correct({ line, meeting }: { line: AttendanceLineFragment; meeting: Meeting }) {
  const words = useWords<Words>()
  const { zone } = meeting
  return (
    <Disclosure summary={words('registration.correct')}>
      <Seen id={line.id} revision={line.revision}>
        {(seen) => (
          <FormElement method="post" className="form">
            <input type="hidden" name="id" value={line.id} />
            <input type="hidden" name="expectedRevision" value={seen} />
            <input type="hidden" name="zone" value={zone} />
            <input type="hidden" name="fromWas" value={line.from} />
            <Select
              name="mode"
              label={words('registration.modeHead')}
              defaultValue={line.mode}
              options={attendanceModes.map((value) => ({ value, label: words(`registration.modeIs.${value}`) }))}
            />
            <TextField
              name="from"
              type="datetime-local"
              label={words('registration.from')}
              defaultValue={wallIn(line.from, zone)}
              isRequired
            />
            <TextField
              name="to"
              type="datetime-local"
              label={words('registration.to')}
              hint={words('registration.toHint')}
              defaultValue={line.to ? wallIn(line.to, zone) : ''}
            />
            <Cluster gap={2}>
              <SubmitButton size="small" name="act" value="correct">
                {words('registration.save')}
              </SubmitButton>
              <SubmitButton size="small" kind="danger" name="act" value="remove">
                {words('registration.remove')}
              </SubmitButton>
            </Cluster>
          </FormElement>
        )}
      </Seen>
    </Disclosure>
  )
}

function columnsFor(words: Words, meeting: Meeting, keepsList: boolean): Column<AttendanceLineFragment>[] {
  const time = (at: string) => <Time at={at} zone={meeting.zone} place={zoneLabel(meeting.zone, words)} isBare />
  return [
    {
      id: 'name',
      header: words('registration.name'),
      isRowHeader: true,
      cell: ({ person, affiliation }) => (
        <>
          <bdi>{person.name ?? words('fact.erased')}</bdi>
          {affiliation && (
            <span className="fact-note" dir="auto">
              {affiliation}
            </span>
          )}
        </>
      ),
    },
    {
      id: 'mode',
      header: words('registration.modeHead'),
      cell: ({ mode, countsForDecisions }) => (
        <>
          {words(`registration.modeIs.${mode}`)}
          {!countsForDecisions && <span className="fact-note">{words('registration.notCounted')}</span>}
        </>
      ),
    },
    { id: 'from', header: words('registration.from'), cell: ({ from }) => time(from) },
    {
      id: 'to',
      header: words('registration.to'),
      cell: ({ to, person }) =>
        to ? (
          time(to)
        ) : keepsList && meeting.isMeetingDay ? (
          <FormElement method="post">
            <input type="hidden" name="id" value={meeting.id} />
            <input type="hidden" name="personId" value={person.id} />
            <SubmitButton
              size="small"
              name="act"
              value="out"
              aria-label={words('registration.checkOutFor', { name: person.name ?? words('fact.erased') })}
            >
              {words('registration.checkOut')}
            </SubmitButton>
          </FormElement>
        ) : (
          words('registration.stillThere')
        ),
    },
    ...(keepsList
      ? [
          {
            id: 'correct',
            header: words('registration.correct'),
            cell: (line: AttendanceLineFragment) => <Correct line={line} meeting={meeting} />,
          },
        ]
      : []),
  ]
}
