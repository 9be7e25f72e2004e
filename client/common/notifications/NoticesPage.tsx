import { useLoaderData } from 'react-router'
import { contributionHref } from '#schema/vocabulary/contribution-address.js'
import { noticeKinds } from '#schema/vocabulary/notices.js'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../app/PageHead.js'
import { SubmitButton } from '../../app/SubmitButton.js'
import { useFormAnswer } from '../../app/use-form-answer.js'
import {
  Breadcrumb,
  CheckboxGroup,
  Chip,
  DataTable,
  EmptyState,
  Form,
  FormElement,
  Link,
  PageHeader,
  Section,
  Stack,
  Time,
  useWords,
} from '../../ui/index.js'
import type { NoticesData } from './notices.route.js'

/** What one was told because it concerns one, newest first, and the letters that come with it. */
export function NoticesPage() {
  const words = useWords<Words>()
  const { notices, cosigningInvitations, unseenNotices, noticesByMail, email, now } = useLoaderData<NoticesData>()
  const { refusals, typed } = useFormAnswer('letters')
  return (
    <>
      <PageHead title={words('notice.title')} isPrivate />
      <Breadcrumb crumbs={[{ label: words('identity.me'), href: '/me' }, { label: words('notice.title') }]} />
      <PageHeader title={words('notice.title')} lead={words('notice.lead')} />
      <Stack gap={2}>
        {cosigningInvitations.length > 0 && (
          <Section id="waiting" title={words('notice.waiting')} note={words('notice.waitingNote')}>
            <ul className="bullets">
              {cosigningInvitations.map(({ id, number, title, group }) => (
                <li key={id}>
                  <Link href={contributionHref(group.slug, number)}>{number}</Link> <bdi>{title}</bdi>{' '}
                  <bdi className="soft">{group.acronym ?? group.name}</bdi>
                </li>
              ))}
            </ul>
          </Section>
        )}
        <Section
          id="notices"
          title={words('notice.line', { count: unseenNotices })}
          actions={
            unseenNotices > 0 && (
              <FormElement method="post" action="/me/notices">
                <input type="hidden" name="form" value="seen" />
                <input type="hidden" name="upTo" value={now} />
                <SubmitButton>{words('notice.markSeen')}</SubmitButton>
              </FormElement>
            )
          }
        >
          <DataTable
            caption={words('notice.title')}
            isCaptionHidden
            rows={notices}
            rowKey={({ id }) => id}
            empty={<EmptyState title={words('notice.none')}>{words('notice.noneText')}</EmptyState>}
            columns={[
              {
                id: 'what',
                header: words('notice.what'),
                isRowHeader: true,
                cell: ({ text, href, isNew }) => (
                  <>
                    <Link href={href}>
                      <span dir="auto">{text}</span>
                    </Link>{' '}
                    {isNew && (
                      <Chip tone="progress" shape="full">
                        {words('notice.new')}
                      </Chip>
                    )}
                  </>
                ),
              },
              {
                id: 'when',
                header: words('notice.toldAt'),
                cell: ({ toldAt, isMailed }) => (
                  <>
                    <Time at={toldAt} zone="UTC" isBare />
                    {isMailed && <span className="block soft">{words('notice.byMail')}</span>}
                  </>
                ),
              },
            ]}
          />
        </Section>
        <Section
          id="letters"
          title={words('notice.letters')}
          note={words('notice.lettersNote', { email: email ?? '' })}
        >
          <Form
            id="notices-by-mail"
            method="post"
            refusals={refusals}
            values={typed}
            actions={<SubmitButton>{words('notice.save')}</SubmitButton>}
          >
            <input type="hidden" name="form" value="letters" />
            <CheckboxGroup
              name="kind"
              label={words('notice.lettersOf')}
              defaultValues={noticesByMail}
              choices={noticeKinds.map((value) => ({ value, label: words(`notice.kind.${value}`) }))}
            />
          </Form>
        </Section>
      </Stack>
    </>
  )
}
