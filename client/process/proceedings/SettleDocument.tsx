import { useRef } from 'react'
import { DOCUMENT_PROGRESS, DOCUMENT_RESULTS } from '#schema/vocabulary/document-list.js'
import type { Words } from '#schema/words/index.js'
import { SubmitButton } from '../../app/SubmitButton.js'
import { useFormAnswer } from '../../app/use-form-answer.js'
import { Form, Select, TextField, useKey, useWords } from '../../ui/index.js'
import type { RoomMeeting, RoomRow } from './room.route.js'

// These name another document: they are said on the page of the document, which the list leads to.
const elsewhere: readonly string[] = ['REVISED', 'MERGED']

/** For whoever leads: what became of a document at hand, without leaving the room. [RO-11, DL-4] */
export function SettleDocument({ meeting, row }: { meeting: RoomMeeting; row: RoomRow }) {
  const words = useWords<Words>()
  const { refusals, typed } = useFormAnswer('settle')
  const form = useRef<HTMLDivElement>(null)
  const documents = row.documents.filter(({ revision, state }) => revision !== null && state !== 'WITHDRAWN')
  const isOffered = meeting.room.state === 'OPEN' && meeting.room.viewerMay.includes('LEAD') && documents.length > 0
  useKey({ key: 'w', label: words('room.keySettle') }, () => form.current?.querySelector('select')?.focus(), isOffered)
  if (!isOffered) return null
  // The next one that waits is chosen; after it was settled, the one after it.
  const next = documents.find(({ result }) => result === null) ?? documents[0]!
  const valueOf = ({ id, revision }: (typeof documents)[number]) => `${id} ${revision}`
  return (
    <div ref={form} className="no-print">
      <Form
        key={`${row.id} ${documents.map(valueOf).join(' ')}`}
        id="settle-document"
        method="post"
        refusals={refusals}
        values={typed}
        actions={<SubmitButton size="small">{words('documentList.save')}</SubmitButton>}
      >
        <input type="hidden" name="doing" value="settle" />
        <input type="hidden" name="meetingId" value={meeting.id} />
        <Select
          name="document"
          label={words('documentList.settle')}
          defaultValue={valueOf(next)}
          options={documents.map((one) => ({ value: valueOf(one), label: `${one.number ?? ''} ${one.title}` }))}
        />
        <Select
          name="became"
          label={words('documentList.became')}
          defaultValue="AGREED"
          options={[
            ...DOCUMENT_RESULTS.filter((value) => !elsewhere.includes(value)).map((value) => ({
              value,
              label: words.dynamic(`documentList.result.${value}`),
            })),
            ...DOCUMENT_PROGRESS.map((value) => ({ value, label: words.dynamic(`documentList.progress.${value}`) })),
          ]}
        />
        <TextField
          name="note"
          label={words('documentList.noteLabel')}
          hint={words('documentList.noteHint')}
          maxLength={1000}
        />
      </Form>
    </div>
  )
}
