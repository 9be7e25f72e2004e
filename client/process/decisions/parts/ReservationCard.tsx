import type { ReactNode } from 'react'
import type { ReservationShownFragment } from '#schema/generated/operations.js'
import type { Words } from '#schema/words/index.js'
import { Seen } from '../../../app/Seen.js'
import { SubmitButton } from '../../../app/SubmitButton.js'
import { useFormAnswer } from '../../../app/use-form-answer.js'
import { StaleNotice } from '../../../roadmap/parts/index.js'
import { Day, Disclosure, Form, TextArea, useWords } from '../../../ui/index.js'
import { HeldChips } from './marks.js'

type Held = Pick<ReservationShownFragment, 'holder' | 'affiliation' | 'organisation'>

/** Who holds it: the name, and where they belonged or for whom they speak; a former member once they were erased. */
export function holderOf(words: Words, held: Held): string {
  const { holder, affiliation, organisation } = held
  if (!holder) return organisation ?? words('decision.formerMember')
  const name = holder.name ?? words('decision.formerMember')
  if (organisation) return words('decision.holderFor', { name, organisation })
  return affiliation ? words('decision.holderOf', { name, where: affiliation }) : name
}

/** What somebody holds against a matter, the answer, and what the reader may do about it. Its forms go to the page it stands on. */
export function ReservationCard({ held, where }: { held: ReservationShownFragment; where?: ReactNode }) {
  const words = useWords<Words>()
  const { id, text, answer, answeredBy, answeredAt, enteredAt, enteredBy, viewerMay, state } = held
  const isOfOther = enteredBy && enteredBy.id !== held.holder?.id
  return (
    <article id={`r-${id}`} className="held" aria-labelledby={`h-${id}`}>
      <header className="cluster gap-3 align-center">
        <h3 id={`h-${id}`} className="held-holder" dir="auto">
          {holderOf(words, held)}
        </h3>
        <HeldChips held={held} />
      </header>
      <p className="as-of">
        <Day on={enteredAt.slice(0, 10)} />
        {isOfOther && <>, {words('decision.enteredFor', { name: enteredBy.name ?? words('decision.formerMember') })}</>}
        {where && <>, {where}</>}
      </p>
      <p className="held-text" dir="auto">
        {text}
      </p>
      {answer && (
        <div className="held-answer">
          <p className="as-of">
            {words('decision.answered', {
              name: answeredBy ? (answeredBy.name ?? words('decision.formerMember')) : words('decision.system'),
            })}
            {answeredAt && (
              <>
                , <Day on={answeredAt.slice(0, 10)} />
              </>
            )}
          </p>
          <p className="held-text" dir="auto">
            {answer}
          </p>
        </div>
      )}
      {viewerMay.includes('ANSWER') && state !== 'WITHDRAWN' && <AnswerForm held={held} />}
      {viewerMay.includes('MOVE') && state !== 'WITHDRAWN' && <MoveForm held={held} />}
    </article>
  )
}

function AnswerForm({ held }: { held: ReservationShownFragment }) {
  const words = useWords<Words>()
  const name = `answer-${held.id}`
  const { refusals, codes, typed } = useFormAnswer(name)
  return (
    <Disclosure
      summary={words(held.answer ? 'decision.answerAgain' : 'decision.answerIt')}
      isOpen={refusals.length > 0 || codes.length > 0}
    >
      <StaleNotice codes={codes} />
      <Seen id={held.id} revision={held.revision}>
        {(seen) => (
          <Form
            id={name}
            method="post"
            refusals={refusals.filter((_, at) => codes[at] !== 'STALE')}
            values={typed}
            actions={<SubmitButton kind="primary">{words('decision.answerSend')}</SubmitButton>}
          >
            <Target held={held} seen={seen} form={name} act="answer" />
            <TextArea
              name="answer"
              label={words('decision.answerLabel')}
              hint={words('decision.answerHint')}
              defaultValue={held.answer ?? ''}
              rows={3}
              maxLength={5000}
              isRequired
            />
          </Form>
        )}
      </Seen>
    </Disclosure>
  )
}

/** What the holder may do: uphold what was answered, or take it back. */
function MoveForm({ held }: { held: ReservationShownFragment }) {
  const words = useWords<Words>()
  const name = `move-${held.id}`
  const { refusals, codes } = useFormAnswer(name)
  return (
    <>
      <StaleNotice codes={codes} />
      <Form id={name} method="post" className="held-steps" refusals={refusals.filter((_, at) => codes[at] !== 'STALE')}>
        <Target held={held} seen={held.revision} form={name} act="move" />
        {held.state === 'ANSWERED' && (
          <SubmitButton size="small" name="state" value="SUSTAINED">
            {words('decision.sustain')}
          </SubmitButton>
        )}
        <SubmitButton size="small" name="state" value="WITHDRAWN">
          {words('decision.withdraw')}
        </SubmitButton>
      </Form>
    </>
  )
}

function Target({
  held,
  seen,
  form,
  act,
}: {
  held: ReservationShownFragment
  seen: number
  form: string
  act: 'answer' | 'move'
}) {
  return (
    <>
      <input type="hidden" name="form" value={form} />
      <input type="hidden" name="act" value={act} />
      <input type="hidden" name="id" value={held.id} />
      <input type="hidden" name="expectedRevision" value={seen} />
    </>
  )
}
