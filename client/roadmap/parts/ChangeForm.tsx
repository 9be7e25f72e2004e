/** The form of a page that changes the register. */
import type { ReactNode } from 'react'
import type { Words } from '#schema/words/index.js'
import { SubmitButton } from '../../app/SubmitButton.js'
import { useFormAnswer } from '../../app/use-form-answer.js'
import { Form, LinkButton, Notice, useWords } from '../../ui/index.js'

/** Somebody else was faster: what one typed is kept, and `now` shows how things stand. Shows nothing for other refusals. */
export function StaleNotice({ codes, now }: { codes: readonly string[]; now?: ReactNode }) {
  const words = useWords<Words>()
  if (!codes.includes('STALE')) return null
  return (
    <div role="alert" className="spaced">
      <Notice kind="attention" title={words('fact.changedTitle')}>
        {words('fact.changedText')}
        {now}
      </Notice>
    </div>
  )
}

export interface ChangeFormProps {
  /** What its action answers to; tells the forms of one page apart. */
  name: string
  /** What the button says. */
  send: string
  kind?: 'primary' | 'danger' | 'plain'
  /** Where one comes out without sending. */
  backTo: string
  /** Of what is changed, as its sender sees it. */
  revision?: number
  /** For what is made: the same for each repetition. */
  idempotencyKey?: string
  /** Names of its ticks: once the form was sent, one that is missing was empty. */
  ticks?: readonly string[]
  /** How things stand, for whoever sent on an old state. */
  now?: ReactNode
  children?: ReactNode
}

/** Fields with their refusals, what one typed, and the ways out. Works without scripts. */
export function ChangeForm({
  name,
  send,
  kind = 'primary',
  backTo,
  revision,
  idempotencyKey,
  ticks = [],
  now,
  children,
}: ChangeFormProps) {
  const words = useWords<Words>()
  const { refusals, codes, typed } = useFormAnswer(name)
  const wasSent = Object.keys(typed).length > 0
  return (
    <>
      <StaleNotice codes={codes} now={now} />
      <Form
        id={name}
        method="post"
        // That somebody was faster is said above; the other refusals keep their places.
        refusals={refusals.filter((_, at) => codes[at] !== 'STALE')}
        values={wasSent ? { ...Object.fromEntries(ticks.map((tick) => [tick, []])), ...typed } : {}}
        actions={
          <>
            <SubmitButton kind={kind}>{send}</SubmitButton>
            <LinkButton href={backTo} kind="quiet">
              {words('fact.back')}
            </LinkButton>
          </>
        }
      >
        <input type="hidden" name="form" value={name} />
        {revision !== undefined && <input type="hidden" name="expectedRevision" value={revision} />}
        {idempotencyKey !== undefined && (
          <input type="hidden" name="idempotencyKey" value={String(typed['idempotencyKey'] ?? idempotencyKey)} />
        )}
        {children}
      </Form>
    </>
  )
}
