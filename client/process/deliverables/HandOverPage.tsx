import { useLoaderData } from 'react-router'
import { formatDay } from '#schema/words/dates.js'
import type { Words } from '#schema/words/index.js'
import {
  Button,
  DateField,
  EmptyState,
  Form,
  Notice,
  RadioGroup,
  Section,
  Select,
  TextArea,
  TextField,
  useWords,
} from '../../ui/index.js'
import { ChangeForm, ChangeHead } from './ChangePage.js'
import type { HandOverData } from './change.route.js'

/** Sends a frozen text to the parent, in two steps: choose the meeting and see whether it is in time; then send. [DE-6, D-FG-3] */
export function HandOverPage() {
  const words = useWords<Words>()
  const data = useLoaderData<HandOverData>()
  const { deliverable, chosen } = data
  if (deliverable.versions.length === 0) {
    return (
      <>
        <ChangeHead deliverable={deliverable} title={words('deliverable.handOver')} />
        <EmptyState title={words('deliverable.noVersions')}>{words('deliverable.noVersionsText')}</EmptyState>
      </>
    )
  }
  return (
    <>
      <ChangeHead
        deliverable={deliverable}
        title={words('deliverable.handOver')}
        lead={words('deliverable.handOverLead')}
      />
      <Section id="meeting" title={words('deliverable.parentMeeting')}>
        <Form
          id="parent-meeting"
          method="get"
          actions={
            <Button type="submit" kind={chosen.on === null && chosen.name === null ? 'primary' : 'plain'}>
              {words('deliverable.showCheck')}
            </Button>
          }
        >
          {deliverable.parentMeetings.length > 0 && (
            <Select
              name="meeting"
              label={words('deliverable.parentMeeting')}
              hint={words('deliverable.parentMeetingHint')}
              placeholder={words('deliverable.parentMeetingElse')}
              defaultValue={chosen.meetingId ?? ''}
              options={deliverable.parentMeetings.map(({ id, title, startsOn }) => ({
                value: id,
                label: words('deliverable.meetsOn', { title, day: formatDay(startsOn, words) }),
              }))}
            />
          )}
          <div className="side-by-side">
            <DateField
              name="on"
              label={words('deliverable.parentMeetingOn')}
              defaultValue={chosen.meetingId === null ? (chosen.on ?? '') : ''}
            />
            <TextField
              name="name"
              label={words('deliverable.parentMeetingName')}
              defaultValue={chosen.name ?? ''}
              maxLength={300}
            />
          </div>
        </Form>
        <div className="apart">
          <Check data={data} />
        </div>
      </Section>
      <Send data={data} />
    </>
  )
}

/** What the four weeks say of the meeting that was chosen. */
function Check({ data: { chosen, check } }: { data: HandOverData }) {
  const words = useWords<Words>()
  if (chosen.on === null) return null
  if (!check) return <Notice kind="info">{words('deliverable.checkUnknown')}</Notice>
  const said = { latest: formatDay(check.latestOn, words), meets: formatDay(chosen.on, words) }
  return check.isInTime ? (
    <Notice kind="good">{words('deliverable.checkInTime', said)}</Notice>
  ) : (
    <Notice kind="attention">{words('deliverable.checkLate', { ...said, days: check.daysLate })}</Notice>
  )
}

function Send({ data: { deliverable, chosen, check, idempotencyKey } }: { data: HandOverData }) {
  const words = useWords<Words>()
  const { versions, nextSteps, issues } = deliverable
  const approved = versions.filter(({ kind }) => kind === 'APPROVED')
  const mayBeFinal = approved.length > 0 && nextSteps.some(({ manner }) => manner === 'HAND_OVER')
  const open = issues.filter(({ settledOn }) => settledOn === null).length
  return (
    <Section
      id="send"
      title={words('deliverable.handOver')}
      note={words('deliverable.openIssuesCount', { count: open })}
    >
      <ChangeForm
        deliverable={deliverable}
        name="transmit"
        send={words('deliverable.send')}
        idempotencyKey={idempotencyKey}
      >
        <input type="hidden" name="parentMeetingId" value={chosen.meetingId ?? ''} />
        <input type="hidden" name="parentMeetingOn" value={chosen.on ?? ''} />
        <input type="hidden" name="parentMeetingName" value={chosen.name ?? ''} />
        <RadioGroup
          name="kind"
          label={words('deliverable.sendAs')}
          hint={mayBeFinal ? undefined : words('deliverable.finalNeedsApproval')}
          defaultValue={mayBeFinal ? 'FINAL' : 'DRAFT'}
          choices={(mayBeFinal ? (['FINAL', 'DRAFT'] as const) : (['DRAFT'] as const)).map((value) => ({
            value,
            label: words(`deliverable.transmission.${value}`),
          }))}
        />
        <RadioGroup
          name="versionId"
          label={words('deliverable.whichVersion')}
          defaultValue={(approved[0] ?? versions[0])?.id}
          isRequired
          choices={versions.map(({ id, number, kind, frozenOn }) => ({
            value: id,
            label: `${words('deliverable.version', { number })}, ${words('deliverable.frozenOn', { day: formatDay(frozenOn, words) })} (${words(`deliverable.versionKind.${kind}`)})`,
          }))}
        />
        {check && !check.isInTime && mayBeFinal && (
          <>
            <RadioGroup
              name="remedy"
              label={words('deliverable.remedy')}
              choices={check.remedies.map((value) => ({ value, label: words(`deliverable.remedy.${value}`) }))}
            />
            <TextArea name="waiverReason" label={words('deliverable.waiverReason')} rows={2} maxLength={2000} />
            <DateField
              name="carriedToOn"
              label={words('deliverable.carriedToOn')}
              hint={words('deliverable.carriedToHint')}
            />
          </>
        )}
        <TextArea
          name="note"
          label={words('deliverable.coverNote')}
          hint={words('deliverable.coverNoteHint')}
          maxLength={5000}
        />
      </ChangeForm>
    </Section>
  )
}
