import { useLoaderData } from 'react-router'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../app/PageHead.js'
import { ChangeForm } from '../../roadmap/parts/index.js'
import { DateField, PageHeader, RadioGroup, TextArea, TextField, TimeField, useWords } from '../../ui/index.js'
import { GroupCrumbs, meetingPage } from './parts/index.js'
import type { PatentsData } from './patents.route.js'

/** Rows for answers beyond those there are: without scripts a form cannot grow. */
const spareAnswers = 2

/** Records whether a meeting was asked for known patents, and what was answered. [IP-4] */
export function Patents() {
  const words = useWords<Words>()
  const { meeting } = useLoaderData<PatentsData>()
  const { group, number, patentQuestion } = meeting
  const answers = patentQuestion?.answers ?? []
  const title = words('action.patents')
  const rows = Array.from({ length: answers.length + spareAnswers }, (_, at) => answers[at] ?? null)
  return (
    <>
      <PageHead title={title} isPrivate />
      <GroupCrumbs
        group={group}
        crumbs={[{ label: meeting.title, href: meetingPage(group, number) }, { label: title }]}
      />
      <PageHeader eyebrow={<bdi>{meeting.title}</bdi>} title={title} lead={words('action.patentsLead')} />
      <ChangeForm
        name="patents"
        send={words('action.patentsSend')}
        backTo={meetingPage(group, number)}
        revision={patentQuestion?.revision ?? 0}
      >
        <RadioGroup
          name="wasAsked"
          label={words('action.wasAsked')}
          defaultValue={String(patentQuestion?.wasAsked ?? true)}
          choices={(['true', 'false'] as const).map((value) => ({ value, label: words(`action.wasAsked.${value}`) }))}
        />
        <div className="side-by-side">
          <DateField
            name="askedOn"
            label={words('action.askedOn')}
            hint={words('action.askedOnHint')}
            min={meeting.startsOn}
            max={meeting.endsOn}
            defaultValue={patentQuestion?.askedOn ?? ''}
          />
          <TimeField
            name="askedTime"
            label={words('action.askedTime')}
            hint={words('action.askedTimeHint')}
            defaultValue={patentQuestion?.askedTime ?? ''}
          />
        </div>
        {rows.map((answer, at) => (
          <div key={at}>
            <TextArea
              name={`answer-${at}`}
              label={words('action.answer', { number: at + 1 })}
              hint={at === 0 ? words('action.answerHint') : undefined}
              defaultValue={answer?.text ?? ''}
              rows={2}
              maxLength={5000}
            />
            <TextField
              name={`declaration-${at}`}
              label={words('action.declaration')}
              defaultValue={answer?.declaration ?? ''}
              maxLength={500}
            />
          </div>
        ))}
        <input type="hidden" name="rows" value={rows.length} />
        <TextArea
          name="note"
          label={words('action.patentNote')}
          defaultValue={patentQuestion?.note ?? ''}
          rows={2}
          maxLength={1000}
        />
      </ChangeForm>
    </>
  )
}
