import { useLoaderData, useLocation } from 'react-router'
import { formatClosing, formatInstant } from '#schema/words/dates.js'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../app/PageHead.js'
import { SubmitButton } from '../../app/SubmitButton.js'
import { useFormAnswer } from '../../app/use-form-answer.js'
import {
  Breadcrumb,
  DateField,
  EmptyState,
  Form,
  Link,
  LinkButton,
  Notice,
  PageHeader,
  Pager,
  Refused,
  Section,
  Stack,
  TextArea,
  TextField,
  useWords,
  withParams,
} from '../../ui/index.js'
import { Comment, CommentAnswer, CommentModeration } from './Comments.js'
import { EditionForm, EditionHead } from './EditionForms.js'
import { editionHref, EditionMarks, NotAgreed } from './marks.js'
import type { ConfirmCommentData, ReviewData } from './review.route.js'

/** Where the review stands, in a sentence. */
export function reviewInWords(words: Words, { standing, opensAt, closesAt, zone }: ReviewData['edition']['review']) {
  return words(`edition.reviewStanding.${standing}`, {
    on: opensAt === null ? '' : formatInstant(opensAt, zone ?? 'UTC', words),
    until: closesAt === null ? '' : formatClosing(closesAt, zone ?? 'UTC', words),
  })
}

/** Public review: what was said, the form, and for administrators what waits. */
export function Review() {
  const words = useWords<Words>()
  const { pathname, search } = useLocation()
  const { edition, sent } = useLoaderData<ReviewData>()
  const { label, slug, review, viewerMay, published, others } = edition
  const mayModerate = viewerMay.includes('MODERATE')
  const title = words('edition.reviewTitle', { label })
  const says = reviewInWords(words, review)
  return (
    <>
      <PageHead title={title} description={says} canonical={`${editionHref(slug)}/review`} isPrivate={search !== ''} />
      <Breadcrumb
        crumbs={[
          { label: words('edition.listTitle'), href: '/editions' },
          { label, href: editionHref(slug) },
          { label: words('edition.review') },
        ]}
      />
      <PageHeader title={title} lead={says} marks={<EditionMarks edition={edition} />} />
      <Stack gap={6}>
        <NotAgreed kind={edition.kind} />
        {sent && (
          <div role="status">
            <Notice title={words(`edition.commentSent.${sent}`)} />
          </div>
        )}
        {(mayModerate || others.nodes.length > 0) && (
          <Section
            id="waiting"
            title={words(mayModerate ? 'edition.commentsWaiting' : 'edition.commentsOwn')}
            note={words('edition.commentsCount', { count: others.totalCount })}
          >
            {others.nodes.length === 0 ? (
              <p>{words('edition.commentsWaitingNone')}</p>
            ) : (
              <ul className="lines">
                {others.nodes.map((comment) => (
                  <li key={comment.id}>
                    <Stack gap={4}>
                      <Comment comment={comment} isStateShown />
                      {mayModerate && <CommentModeration comment={comment} />}
                    </Stack>
                  </li>
                ))}
              </ul>
            )}
          </Section>
        )}
        <Section
          id="comments"
          title={words('edition.comments')}
          note={words('edition.commentsCount', { count: published.totalCount })}
          actions={
            <Link href={`${editionHref(slug)}/comments.csv`} download>
              {words('edition.commentsCsv')}
            </Link>
          }
        >
          {published.nodes.length === 0 ? (
            <EmptyState title={words('edition.commentsNone')}>
              <p>{words('edition.commentsNoneText')}</p>
            </EmptyState>
          ) : (
            <ul className="lines">
              {published.nodes.map((comment) => (
                <li key={comment.id}>
                  <Stack gap={4}>
                    <Comment comment={comment} />
                    {mayModerate && <CommentAnswer comment={comment} />}
                  </Stack>
                </li>
              ))}
            </ul>
          )}
          <Pager
            nextHref={
              published.pageInfo.hasNextPage
                ? withParams(pathname + search, { after: published.pageInfo.endCursor })
                : null
            }
          />
        </Section>
        {review.standing === 'OPEN' && viewerMay.includes('COMMENT') && <SayIt />}
      </Stack>
    </>
  )
}

/** The form: an account is known already, others give name and address. */
function SayIt() {
  const words = useWords<Words>()
  const { isSignedIn, about } = useLoaderData<ReviewData>()
  const { refusals, typed } = useFormAnswer('comment')
  return (
    <Section id="say" title={words('edition.comment')}>
      <Form
        id="comment"
        method="post"
        refusals={refusals}
        values={typed}
        actions={<SubmitButton kind="primary">{words('edition.commentSend')}</SubmitButton>}
      >
        <input type="hidden" name="form" value="comment" />
        <TextArea
          name="text"
          label={words('edition.comment')}
          hint={words('edition.commentHint')}
          maxLength={5000}
          rows={6}
          isRequired
        />
        <TextField
          name="about"
          label={words('edition.commentAbout')}
          hint={words('edition.commentAboutHint')}
          defaultValue={about}
          maxLength={200}
          autoComplete="off"
        />
        {!isSignedIn && (
          <>
            <input type="hidden" name="isStranger" value="true" />
            <TextField
              name="name"
              label={words('edition.commentName')}
              hint={words('edition.commentNameHint')}
              maxLength={200}
              autoComplete="name"
              isRequired
            />
            <TextField
              name="email"
              type="email"
              label={words('edition.commentEmail')}
              hint={words('edition.commentEmailHint')}
              maxLength={254}
              autoComplete="email"
              isRequired
            />
          </>
        )}
      </Form>
    </Section>
  )
}

/** The calendar day of an instant in a zone, for the fields of a form. */
const dayOf = (instant: string | null, zone: string | null, shift = 0): string =>
  instant === null
    ? ''
    : new Intl.DateTimeFormat('en-CA', { timeZone: zone ?? 'UTC' }).format(new Date(Date.parse(instant) + shift))

/** `/editions/:slug/review/days` */
export function ReviewDays() {
  const words = useWords<Words>()
  const { edition } = useLoaderData<ReviewData>()
  const { review, state } = edition
  return (
    <>
      <EditionHead
        edition={edition}
        title={words(state === 'REVIEW' ? 'edition.reviewChangeDays' : 'edition.reviewDays')}
        lead={words('edition.reviewDaysLead')}
      />
      <Stack gap={6}>
        <EditionForm edition={edition} name="days" send={words('edition.reviewOpen')}>
          <div className="side-by-side">
            <DateField
              name="opensOn"
              label={words('edition.reviewOpensOn')}
              defaultValue={dayOf(review.opensAt, review.zone)}
              isRequired
            />
            <DateField
              name="closesOn"
              label={words('edition.reviewClosesOn')}
              // The closing instant is the first of the next day.
              defaultValue={dayOf(review.closesAt, review.zone, -1)}
              isRequired
            />
          </div>
          <TextField
            name="zone"
            label={words('edition.reviewZone')}
            hint={words('edition.reviewZoneHint')}
            defaultValue={review.zone ?? 'Europe/Zurich'}
            maxLength={64}
            isRequired
          />
        </EditionForm>
        {state === 'REVIEW' && (
          <Section id="take-back" title={words('edition.reviewEnd')}>
            <p className="spaced">{words('edition.reviewEndLead')}</p>
            <EditionForm edition={edition} name="end" send={words('edition.reviewEnd')} kind="danger">
              <input type="hidden" name="form" value="end" />
            </EditionForm>
          </Section>
        )}
      </Stack>
    </>
  )
}

/** Where the mailed link leads: one button, which confirms. */
export function ConfirmComment() {
  const words = useWords<Words>()
  const { slug, secret } = useLoaderData<ConfirmCommentData>()
  const { refusals } = useFormAnswer('confirm')
  const again = <LinkButton href={`${editionHref(slug)}/review`}>{words('edition.review')}</LinkButton>
  return (
    <>
      <PageHead title={words('edition.commentConfirmTitle')} isPrivate />
      {secret === '' ? (
        <Refused
          title={words('edition.commentLinkBroken')}
          sentence={words('edition.commentLinkBrokenText')}
          actions={again}
        />
      ) : (
        <>
          <PageHeader title={words('edition.commentConfirmTitle')} lead={words('edition.commentConfirmLead')} />
          <Form
            id="confirm"
            method="post"
            refusals={refusals}
            actions={
              <>
                <SubmitButton kind="primary">{words('edition.commentConfirm')}</SubmitButton>
                {refusals.length > 0 && again}
              </>
            }
          >
            <input type="hidden" name="secret" value={secret} />
          </Form>
        </>
      )}
    </>
  )
}
