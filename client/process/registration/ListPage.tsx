import { useLoaderData, useLocation } from 'react-router'
import type { RegistrationLineFragment } from '#schema/generated/operations.js'
import { attendanceModes, registrationStates } from '#schema/vocabulary/registration.js'
import { zoneLabel } from '#schema/words/dates.js'
import type { Words } from '#schema/words/index.js'
import { SubmitButton } from '../../app/SubmitButton.js'
import { useFormAnswer } from '../../app/use-form-answer.js'
import { LiveNotice } from '../../common/activity/index.js'
import {
  Button,
  DataTable,
  EmptyState,
  Figures,
  FormElement,
  Link,
  LinkButton,
  Notice,
  Pager,
  Section,
  Select,
  Time,
  useWords,
  withParams,
  type Column,
} from '../../ui/index.js'
import { meetingHref } from '../meetings/index.js'
import { DeskHead } from './DeskHead.js'
import type { ListData } from './list.route.js'
import { StateChip } from './Standing.js'

/** Everybody who registered, in the order of arrival, with numbers and files. For those who keep the list. */
export function ListPage() {
  const words = useWords<Words>()
  const { pathname, search } = useLocation()
  const { meeting, offer } = useLoaderData<ListData>()
  const { refusals } = useFormAnswer('list')
  const list = offer.registrations!
  const asked = new URLSearchParams(search)
  const { hasNextPage, hasPreviousPage, startCursor, endCursor } = list.pageInfo
  const address = pathname + search
  const href = meetingHref(meeting.group, meeting.number)
  const count = words('registration.listCount', { count: list.totalCount })
  return (
    <>
      <DeskHead
        meeting={meeting}
        title={words('registration.list')}
        lead={words('registration.listLead')}
        actions={
          <>
            <LinkButton href={`${href}/registration/new`} kind="primary">
              {words('registration.byHand')}
            </LinkButton>
            <LinkButton href={`${href}/attendance`}>{words('registration.attendance')}</LinkButton>
          </>
        }
      />
      <LiveNotice objectId={meeting.id} />
      {refusals.map(({ sentence }, at) => (
        <div key={at} role="alert" className="spaced">
          <Notice kind="bad">{sentence}</Notice>
        </div>
      ))}
      <Numbers offer={offer} />
      <Section id="registered" title={words('registration.everybody')}>
        <FormElement method="get" action={pathname} className="side-by-side spaced no-print">
          <Select
            name="state"
            label={words('registration.stateHead')}
            placeholder={words('registration.any')}
            defaultValue={asked.get('state') ?? ''}
            options={registrationStates.map((value) => ({ value, label: words(`registration.state.${value}`) }))}
          />
          <Select
            name="mode"
            label={words('registration.modeHead')}
            placeholder={words('registration.any')}
            defaultValue={asked.get('mode') ?? ''}
            options={attendanceModes.map((value) => ({ value, label: words(`registration.modeIs.${value}`) }))}
          />
          <Button type="submit">{words('registration.show')}</Button>
        </FormElement>
        <DataTable
          isMain
          caption={count}
          tools={
            <span className="no-print">
              {words('registration.files')}{' '}
              {(['csv', 'xlsx'] as const).map((kind) => (
                <span key={kind}>
                  <Link href={`${pathname}.${kind}${search}`} download>
                    {words(`fact.${kind}`)}
                  </Link>{' '}
                </span>
              ))}
            </span>
          }
          columns={columnsFor(words, meeting.zone, meeting.state === 'PLANNED' || meeting.state === 'ANNOUNCED')}
          rows={list.nodes}
          rowKey={({ id }) => id}
          empty={<EmptyState title={words('registration.nobody')}>{words('registration.nobodyText')}</EmptyState>}
        />
        {(hasNextPage || hasPreviousPage) && (
          <Pager
            summary={count}
            previousHref={hasPreviousPage ? withParams(address, { before: startCursor, after: null }) : undefined}
            nextHref={hasNextPage ? withParams(address, { after: endCursor, before: null }) : undefined}
          />
        )}
      </Section>
    </>
  )
}

/** How many of each kind, and from where. */
function Numbers({ offer }: { offer: ListData['offer'] }) {
  const words = useWords<Words>()
  const { onsite, remote, waiting, withdrawn, visaSupport, byCountry } = offer.numbers!
  const placesOnsite = offer.placesOnsite ?? null
  return (
    <>
      <Figures
        figures={[
          {
            label: words('registration.modeIs.ONSITE'),
            value: onsite,
            note:
              placesOnsite === null
                ? words('registration.noLimit')
                : words('registration.ofPlaces', { places: placesOnsite }),
          },
          { label: words('registration.modeIs.REMOTE'), value: remote },
          { label: words('registration.state.WAITING'), value: waiting },
          { label: words('registration.state.WITHDRAWN'), value: withdrawn },
          { label: words('registration.visa'), value: visaSupport },
        ]}
      />
      {byCountry.length > 0 && (
        <Section id="countries" title={words('registration.byCountry')}>
          <DataTable
            caption={words('registration.byCountry')}
            isCaptionHidden
            rows={byCountry}
            rowKey={({ country }) => country ?? ''}
            columns={[
              {
                id: 'country',
                header: words('registration.country'),
                isRowHeader: true,
                cell: ({ country }) => <span dir="auto">{country ?? words('registration.noCountry')}</span>,
              },
              { id: 'onsite', header: words('registration.modeIs.ONSITE'), align: 'end', cell: (row) => row.onsite },
              { id: 'remote', header: words('registration.modeIs.REMOTE'), align: 'end', cell: (row) => row.remote },
            ]}
          />
        </Section>
      )}
    </>
  )
}

const yes = (words: Words, is: boolean) => words(is ? 'registration.yes' : 'registration.no')

const columnsFor = (words: Words, zone: string, isAhead: boolean): Column<RegistrationLineFragment>[] => [
  {
    id: 'name',
    header: words('registration.name'),
    isRowHeader: true,
    cell: ({ person, isLate, registeredBy, lateReason }) => (
      <>
        <bdi>{person.name ?? words('fact.erased')}</bdi>
        {registeredBy && (
          <span className="fact-note">
            {words(isLate ? 'registration.lateBy' : 'registration.handBy', {
              name: registeredBy.name ?? words('fact.erased'),
            })}{' '}
            <span dir="auto">{lateReason}</span>
          </span>
        )}
      </>
    ),
  },
  {
    id: 'affiliation',
    header: words('registration.affiliation'),
    cell: ({ affiliation, country }) => (
      <span dir="auto">{[affiliation, country].filter(Boolean).join(', ') || '–'}</span>
    ),
  },
  { id: 'mode', header: words('registration.modeHead'), cell: ({ mode }) => words(`registration.modeIs.${mode}`) },
  { id: 'state', header: words('registration.stateHead'), cell: (row) => <StateChip registration={row} /> },
  {
    id: 'registeredAt',
    header: words('registration.registeredAt'),
    cell: ({ registeredAt }) => <Time at={registeredAt} zone={zone} place={zoneLabel(zone, words)} isBare />,
  },
  {
    id: 'visa',
    header: words('registration.visa'),
    cell: ({ wantsVisaSupport, visaNeeds }) => (
      <>
        {yes(words, wantsVisaSupport)}
        {visaNeeds && (
          <span className="fact-note" dir="auto">
            {visaNeeds}
          </span>
        )}
      </>
    ),
  },
  { id: 'consents', header: words('registration.printed'), cell: ({ consents }) => yes(words, consents) },
  {
    id: 'remark',
    header: words('registration.remark'),
    isLong: true,
    cell: ({ remark }) => <span dir="auto">{remark ?? '–'}</span>,
  },
  ...(isAhead
    ? [
        {
          id: 'withdraw',
          header: words('registration.withdrawHead'),
          cell: ({ id, revision, state, person }: RegistrationLineFragment) =>
            state === 'WITHDRAWN' ? null : (
              <FormElement method="post">
                <input type="hidden" name="id" value={id} />
                <input type="hidden" name="expectedRevision" value={revision} />
                <SubmitButton
                  size="small"
                  kind="quiet"
                  aria-label={words('registration.withdrawFor', { name: person.name ?? words('fact.erased') })}
                >
                  {words('registration.withdrawShort')}
                </SubmitButton>
              </FormElement>
            ),
        },
      ]
    : []),
]
