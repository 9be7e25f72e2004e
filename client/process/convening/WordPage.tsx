import { useLoaderData } from 'react-router'
import type { Words } from '#schema/words/index.js'
import { SubmitButton } from '../../app/SubmitButton.js'
import { useFormAnswer } from '../../app/use-form-answer.js'
import { Form, FormElement, LinkButton, Section, TextArea, useWords } from '../../ui/index.js'
import { meetingHref, StaleNotice } from '../meetings/index.js'
import type { WordData } from './call.route.js'
import { CallHead } from './CallHead.js'
import { ClauseText } from './Letter.js'

/** Words a clause anew, or takes the composed text again. */
export function WordPage() {
  const words = useWords<Words>()
  const { meeting, draft, clause } = useLoaderData<WordData>()
  const { refusals, codes, typed } = useFormAnswer('word')
  const isNew = clause.number === ''
  const title = isNew ? words('call.writeClause') : words('call.wordClause', { number: clause.number })
  const target = (
    <>
      <input type="hidden" name="meetingId" value={meeting.id} />
      <input type="hidden" name="expectedRevision" value={draft.revision} />
      <input type="hidden" name="key" value={clause.key} />
    </>
  )
  return (
    <>
      <CallHead meeting={meeting} title={title} lead={words(isNew ? 'call.writeLead' : 'call.wordLead')} />
      <StaleNotice codes={codes} />
      <Form
        id="word-form"
        method="post"
        refusals={refusals.filter((_, at) => codes[at] !== 'STALE')}
        values={typed}
        actions={
          <>
            <SubmitButton kind="primary" name="act" value="word">
              {words('call.save')}
            </SubmitButton>
            <LinkButton href={`${meetingHref(meeting.group, meeting.number)}/call?view=draft`} kind="quiet">
              {words('call.back')}
            </LinkButton>
          </>
        }
      >
        {target}
        <TextArea
          name="text"
          label={clause.heading}
          defaultValue={clause.text}
          rows={12}
          maxLength={10_000}
          isRequired
        />
      </Form>
      {clause.isWorded && (
        <Section id="composed" title={words('call.composedNow')}>
          {clause.composed ? (
            <ClauseText clause={{ ...clause, text: clause.composed }} />
          ) : (
            <p>{words('call.nothingComposed')}</p>
          )}
          <FormElement method="post" className="spaced">
            {target}
            <SubmitButton name="act" value="compose">
              {words('call.takeComposed')}
            </SubmitButton>
          </FormElement>
        </Section>
      )}
    </>
  )
}
