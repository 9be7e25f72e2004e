import { useLoaderData } from 'react-router'
import { reservationKinds } from '#schema/vocabulary/decisions.js'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../app/PageHead.js'
import { ChangeForm } from '../../roadmap/parts/index.js'
import { PageHeader, RadioGroup, Select, TextArea, TextField, useWords } from '../../ui/index.js'
import { decisionHref, decisionsHref, GroupCrumbs, meetingPage, reservationsHref } from './parts/index.js'
import type { EnterReservationData } from './reservations.route.js'
import { ORGANISATION } from './subject-in.js'

/** What somebody holds against a matter: one's own, or what the secretariat was told. */
export function EnterReservation() {
  const words = useWords<Words>()
  const { group, meeting, decision, idempotencyKey } = useLoaderData<EnterReservationData>()
  const title = words('decision.enter')
  return (
    <>
      <PageHead title={title} isPrivate />
      <GroupCrumbs
        group={group}
        crumbs={[
          { label: words('decision.title'), href: decisionsHref(group) },
          { label: words('decision.heldTitle'), href: reservationsHref(group) },
          { label: title },
        ]}
      />
      <PageHeader
        eyebrow={group.acronym ?? group.name}
        title={title}
        lead={decision === null ? words('decision.enterLead') : words('decision.enterOnDecision', { number: decision })}
      />
      <ChangeForm
        name="enter"
        send={words('decision.enterSend')}
        kind="primary"
        backTo={
          decision !== null
            ? decisionHref(group, decision)
            : meeting
              ? meetingPage(group, meeting.number)
              : reservationsHref(group)
        }
        idempotencyKey={idempotencyKey}
      >
        {decision !== null && <input type="hidden" name="decision" value={decision} />}
        {meeting && <input type="hidden" name="meeting" value={meeting.number} />}
        {decision === null && (
          <>
            <RadioGroup
              name="kind"
              label={words('decision.enterWhich')}
              defaultValue="RESERVATION"
              choices={reservationKinds.map((value) => ({
                value,
                label: words(`decision.held.${value}`),
                hint: words(`decision.heldMeaning.${value}`),
              }))}
            />
            {meeting && meeting.agenda.length > 0 && (
              <Select
                name="agendaItem"
                label={words('decision.agendaItem')}
                placeholder={words('decision.noRow')}
                defaultValue=""
                options={meeting.agenda.map((row) => ({ value: row.id, label: `${row.number} ${row.title}` }))}
              />
            )}
            <TextField
              name="subject"
              label={words('decision.about')}
              hint={words('decision.aboutRegisterHint')}
              spellCheck={false}
            />
          </>
        )}
        <TextArea
          name="text"
          label={words('decision.enterText')}
          hint={words('decision.enterTextHint')}
          rows={4}
          maxLength={5000}
          isRequired
        />
        <Holder />
        <TextField
          name="organisation"
          label={words('decision.organisation')}
          hint={words('decision.organisationHint')}
          maxLength={300}
        />
      </ChangeForm>
    </>
  )
}

/** For whom it is entered: only the management may for others. */
function Holder() {
  const words = useWords<Words>()
  const { group, me } = useLoaderData<EnterReservationData>()
  if (!group.decisionsViewerMay.includes('RECORD')) return null
  const people = new Map(
    group.roles
      .filter(({ isCurrent, person }) => isCurrent && person.name && person.id !== me)
      .map(({ person }) => [person.id, person.name!]),
  )
  return (
    <Select
      name="holder"
      label={words('decision.enterFor')}
      hint={words('decision.enterForHint')}
      placeholder={words('decision.enterMe')}
      defaultValue=""
      options={[
        ...[...people].map(([value, label]) => ({ value, label })),
        { value: ORGANISATION, label: words('decision.enterOrganisationHolds') },
      ]}
    />
  )
}
