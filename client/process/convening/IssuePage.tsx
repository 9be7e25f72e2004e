import { useLoaderData } from 'react-router'
import type { Words } from '#schema/words/index.js'
import { SubmitButton } from '../../app/SubmitButton.js'
import { useFormAnswer } from '../../app/use-form-answer.js'
import {
  DateField,
  EmptyState,
  Form,
  Link,
  LinkButton,
  Notice,
  Section,
  TextArea,
  TextField,
  useWords,
} from '../../ui/index.js'
import { dayIn } from '../deadlines/index.js'
import { meetingHref, StaleNotice } from '../meetings/index.js'
import type { DraftData } from './call.route.js'
import { CallHead } from './CallHead.js'
import { Changes } from './Changes.js'
import { Letter } from './Letter.js'

/** Issues the letter, with all of it in sight; or a corrigendum, with what is different. */
export function IssuePage() {
  const words = useWords<Words>()
  const { meeting, letter, draft, now } = useLoaderData<DraftData>()
  const { refusals, codes, typed } = useFormAnswer('issue')
  const isCorrigendum = letter.issues.length > 0
  const back = `${meetingHref(meeting.group, meeting.number)}/call`
  const title = words(isCorrigendum ? 'call.issueCorrigendum' : 'call.issue')
  const hasNothing = isCorrigendum && draft.changes.length === 0
  return (
    <>
      <CallHead
        meeting={meeting}
        title={title}
        lead={words(isCorrigendum ? 'call.corrigendumLead' : 'call.issueLead')}
      />
      <StaleNotice codes={codes} />
      {!isCorrigendum && meeting.mode !== 'REMOTE' && !meeting.place && (
        <div className="spaced">
          <Notice
            kind="attention"
            title={words('call.noPlace')}
            actions={<Link href={back.replace(/call$/, 'edit')}>{words('call.noPlaceEdit')}</Link>}
          >
            {words('call.noPlaceText')}
          </Notice>
        </div>
      )}
      {hasNothing ? (
        <EmptyState
          title={words('call.corrigendumNothing')}
          action={<LinkButton href={`${back}?view=draft`}>{words('call.toWorking')}</LinkButton>}
        >
          {words('call.corrigendumNothingText')}
        </EmptyState>
      ) : (
        <Form
          id="issue-form"
          method="post"
          refusals={refusals.filter((_, at) => codes[at] !== 'STALE')}
          values={typed}
          actions={
            <>
              <SubmitButton kind="primary" name="act" value={isCorrigendum ? 'correct' : 'issue'}>
                {title}
              </SubmitButton>
              <LinkButton href={`${back}?view=draft`} kind="quiet">
                {words('call.back')}
              </LinkButton>
            </>
          }
        >
          <input type="hidden" name="meetingId" value={meeting.id} />
          <input type="hidden" name="expectedHash" value={draft.hash} />
          {isCorrigendum ? (
            <TextArea
              name="reason"
              label={words('call.reason')}
              hint={words('call.reasonHint')}
              rows={3}
              maxLength={1000}
              isRequired
            />
          ) : (
            <>
              <TextField
                name="reference"
                label={words('call.refLabel')}
                hint={words('call.refHint')}
                defaultValue={draft.reference}
                maxLength={300}
                isRequired
              />
              <DateField
                name="on"
                label={words('call.onLabel')}
                hint={words('call.onHint')}
                defaultValue={meeting.announcedOn ?? dayIn(now, meeting.group.deadlineZone)}
                isRequired
              />
            </>
          )}
        </Form>
      )}
      {isCorrigendum ? (
        draft.changes.length > 0 && (
          <Section id="changes" title={words('call.changed')}>
            <Changes changes={draft.changes} />
          </Section>
        )
      ) : (
        <Letter clauses={draft.clauses} />
      )}
    </>
  )
}
