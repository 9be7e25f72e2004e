import type { ReactNode } from 'react'
import { DOCUMENT_PROGRESS, DOCUMENT_RESULTS } from '#schema/vocabulary/document-list.js'
import type { Words } from '#schema/words/index.js'
import { SubmitButton } from '../../app/SubmitButton.js'
import { useFormAnswer } from '../../app/use-form-answer.js'
import { Checkbox, Form, Select, TextField, useWords } from '../../ui/index.js'
import type { Row } from './live-lines.js'

/** Documents that a form is about, as they were seen. */
export interface Seen {
  readonly id: string
  readonly revision: number
}

export interface DocumentFormProps {
  /** What the action is to do, and the id of the form. */
  act: string
  meetingId: string
  documents: readonly Seen[]
  /** Sent by a script that takes the changes in by itself. */
  isQuiet?: boolean
  send: string
  kind?: 'primary' | 'danger' | 'plain'
  children?: ReactNode
}

/** A form about documents of a meeting. What was typed and refused stays. */
export function DocumentForm({
  act,
  meetingId,
  documents,
  isQuiet = false,
  send,
  kind = 'primary',
  children,
}: DocumentFormProps) {
  const { refusals, typed } = useFormAnswer(act)
  return (
    <Form
      id={`documents-${act}`}
      method="post"
      refusals={refusals}
      values={typed}
      actions={<SubmitButton kind={kind}>{send}</SubmitButton>}
    >
      <input type="hidden" name="act" value={act} />
      <input type="hidden" name="meetingId" value={meetingId} />
      {isQuiet && <input type="hidden" name="quiet" value="true" />}
      {documents.map(({ id, revision }) => (
        <input key={id} type="hidden" name="document" value={`${id} ${revision}`} />
      ))}
      {children}
    </Form>
  )
}

type Shared = Pick<DocumentFormProps, 'meetingId' | 'documents' | 'isQuiet'>

/** Under which row documents stand. */
export function AllocateForm({ agenda, now, ...shared }: Shared & { agenda: readonly Row[]; now: string | null }) {
  const words = useWords<Words>()
  return (
    <DocumentForm act="allocate" send={words('documentList.save')} {...shared}>
      <Select
        name="agendaItemId"
        label={words('documentList.row')}
        placeholder={words('documentList.noRow')}
        defaultValue={now ?? ''}
        autoFocus={shared.isQuiet}
        options={agenda.map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` }))}
      />
      <Checkbox name="isAlso" value="true" label={words('documentList.also')} />
    </DocumentForm>
  )
}

/** What became of documents, or how far they have come. */
export function SettleForm({ now, ...shared }: Shared & { now: string | null }) {
  const words = useWords<Words>()
  return (
    <DocumentForm act="settle" send={words('documentList.save')} {...shared}>
      <Select
        name="became"
        label={words('documentList.became')}
        defaultValue={now ?? 'AGREED'}
        autoFocus={shared.isQuiet}
        options={[
          ...DOCUMENT_RESULTS.map((value) => ({ value, label: words.dynamic(`documentList.result.${value}`) })),
          ...DOCUMENT_PROGRESS.map((value) => ({ value, label: words.dynamic(`documentList.progress.${value}`) })),
        ]}
      />
      <TextField
        name="note"
        label={words('documentList.noteLabel')}
        hint={words('documentList.noteHint')}
        maxLength={1000}
      />
      <TextField
        name="other"
        label={words('documentList.other')}
        hint={words('documentList.otherHint')}
        maxLength={80}
        autoComplete="off"
      />
    </DocumentForm>
  )
}
