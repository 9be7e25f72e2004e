import type { EditionCommentShownFragment } from '#schema/generated/operations.js'
import type { Words } from '#schema/words/index.js'
import { SubmitButton } from '../../app/SubmitButton.js'
import { useFormAnswer } from '../../app/use-form-answer.js'
import { Chip, Disclosure, Form, Link, Stack, TextArea, Time, Unknown, useWords } from '../../ui/index.js'

/** What somebody said, on what, and what the editors say to it. */
export function Comment({
  comment,
  isStateShown = false,
}: {
  comment: EditionCommentShownFragment
  isStateShown?: boolean
}) {
  const words = useWords<Words>()
  const { text, about, href, by, state, sentAt, reason, answer, answeredAt } = comment
  return (
    <Stack gap={2}>
      <p className="fact-note">
        {by === null ? <Unknown>{words('edition.erased')}</Unknown> : <bdi>{by}</bdi>},{' '}
        {href ? (
          <Link href={href}>
            <bdi>{about}</bdi>
          </Link>
        ) : (
          words('edition.commentWhole')
        )}
        , <Time at={sentAt} zone="UTC" />{' '}
        {isStateShown && (
          <Chip tone={state === 'DECLINED' ? 'quiet' : 'attention'} shape={state === 'DECLINED' ? 'cross' : 'ring'}>
            {words(`edition.commentState.${state}`)}
          </Chip>
        )}
      </p>
      {text.split(/\n{2,}/).map((paragraph, at) => (
        <p key={at} dir="auto">
          {paragraph}
        </p>
      ))}
      {reason && <p className="fact-note">{words('edition.commentReasonIs', { reason })}</p>}
      {answer && answeredAt && (
        <blockquote>
          <p className="fact-note">
            {words('edition.commentAnswered')}, <Time at={answeredAt} zone="UTC" />
          </p>
          <p dir="auto">{answer}</p>
        </blockquote>
      )}
    </Stack>
  )
}

/** Publish it, or decline it with a reason. */
export function CommentModeration({ comment }: { comment: EditionCommentShownFragment }) {
  const words = useWords<Words>()
  const name = `settle-${comment.id}`
  const { refusals, typed } = useFormAnswer(name)
  return (
    <Form
      id={name}
      method="post"
      refusals={refusals}
      values={typed}
      actions={
        <>
          <SubmitButton name="isPublished" value="true" size="small">
            {words('edition.commentPublish')}
          </SubmitButton>
          {comment.state !== 'DECLINED' && (
            <SubmitButton name="isPublished" value="false" size="small" kind="quiet">
              {words('edition.commentDecline')}
            </SubmitButton>
          )}
        </>
      }
    >
      <Of name={name} comment={comment} />
      {comment.state !== 'DECLINED' && (
        <TextArea
          name="reason"
          label={words('edition.commentReason')}
          hint={words('edition.commentReasonHint')}
          maxLength={2000}
          rows={2}
        />
      )}
    </Form>
  )
}

/** What the editors say to a published comment. */
export function CommentAnswer({ comment }: { comment: EditionCommentShownFragment }) {
  const words = useWords<Words>()
  const name = `answer-${comment.id}`
  const { refusals, typed } = useFormAnswer(name)
  return (
    <Disclosure summary={words('edition.commentAnswer')} isOpen={refusals.length > 0}>
      <Form
        id={name}
        method="post"
        refusals={refusals}
        values={typed}
        actions={<SubmitButton size="small">{words('edition.commentAnswerSend')}</SubmitButton>}
      >
        <Of name={name} comment={comment} />
        <TextArea
          name="answer"
          label={words('edition.commentAnswer')}
          defaultValue={comment.answer ?? ''}
          maxLength={5000}
          rows={3}
          isRequired
        />
      </Form>
    </Disclosure>
  )
}

const Of = ({ name, comment: { id, revision } }: { name: string; comment: EditionCommentShownFragment }) => (
  <>
    <input type="hidden" name="form" value={name} />
    <input type="hidden" name="id" value={id} />
    <input type="hidden" name="expectedRevision" value={revision} />
  </>
)
