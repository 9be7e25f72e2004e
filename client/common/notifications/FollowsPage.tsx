import { useLoaderData } from 'react-router'
import type { FollowLineFragment } from '#schema/generated/operations.js'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../app/PageHead.js'
import { SubmitButton } from '../../app/SubmitButton.js'
import { useFormAnswer } from '../../app/use-form-answer.js'
import {
  Breadcrumb,
  Button,
  DataTable,
  EmptyState,
  Form,
  FormElement,
  Link,
  LinkButton,
  PageHeader,
  RadioGroup,
  Section,
  Stack,
  useWords,
} from '../../ui/index.js'
import { ActivityLines } from '../activity/index.js'
import { FollowButton } from './FollowButton.js'
import type { FollowsData } from './notifications.route.js'

/** What one follows and keeps: its news first, then the things, the views, and the letters. */
export function FollowsPage() {
  const words = useWords<Words>()
  const { news, follows, savedViews, digest, email } = useLoaderData<FollowsData>()
  return (
    <>
      <PageHead title={words('follow.title')} isPrivate />
      <Breadcrumb crumbs={[{ label: words('identity.me'), href: '/me' }, { label: words('follow.title') }]} />
      <PageHeader title={words('follow.title')} lead={words('follow.lead')} />
      <Stack gap={2}>
        <NewsOfThem news={news} />
        <Things follows={follows.filter(({ kind }) => kind !== 'VIEW')} />
        <Views views={savedViews} />
        <Letters digest={digest} email={email} />
      </Stack>
    </>
  )
}

function NewsOfThem({ news: { count, upTo, events } }: { news: FollowsData['news'] }) {
  const words = useWords<Words>()
  return (
    <Section
      id="news"
      title={words('follow.news', { count })}
      actions={
        count > 0 && (
          <FormElement method="post" action="/me/follows">
            <input type="hidden" name="form" value="seen" />
            <input type="hidden" name="upTo" value={upTo} />
            <Button type="submit" size="small">
              {words('follow.markSeen')}
            </Button>
          </FormElement>
        )
      }
    >
      {count === 0 ? (
        <EmptyState title={words('follow.noNews')}>{words('follow.noNewsText')}</EmptyState>
      ) : (
        <>
          <ActivityLines events={events} />
          {count > events.length && (
            <p className="soft">{words('follow.moreNews', { count: count - events.length })}</p>
          )}
        </>
      )}
    </Section>
  )
}

/** A thing by its name; a topic by the word for it. */
function NameOf({ follow: { kind, key, label, href } }: { follow: FollowLineFragment }) {
  const words = useWords<Words>()
  const name = kind === 'TOPIC' ? words.dynamic(`register.topic.${key}`) : (label ?? words('follow.gone'))
  return href ? (
    <Link href={href}>
      <bdi>{name}</bdi>
    </Link>
  ) : (
    <bdi>{name}</bdi>
  )
}

function Things({ follows }: { follows: FollowsData['follows'] }) {
  const words = useWords<Words>()
  return (
    <Section id="things" title={words('follow.things')}>
      <DataTable
        caption={words('follow.things')}
        isCaptionHidden
        rows={follows}
        rowKey={({ id }) => id}
        empty={
          <EmptyState
            title={words('follow.nothing')}
            action={<LinkButton href="/gaps">{words('follow.nothingAction')}</LinkButton>}
          >
            {words('follow.nothingText')}
          </EmptyState>
        }
        columns={[
          {
            id: 'name',
            header: words('follow.column.name'),
            isRowHeader: true,
            cell: (follow) => <NameOf follow={follow} />,
          },
          { id: 'kind', header: words('follow.column.kind'), cell: ({ kind }) => words(`follow.kind.${kind}`) },
          { id: 'news', header: words('follow.column.news'), align: 'end', cell: ({ newsCount }) => newsCount },
          {
            id: 'end',
            header: words('follow.column.end'),
            cell: (follow) => <FollowButton kind={follow.kind} name={follow.key} follow={follow} />,
          },
        ]}
      />
    </Section>
  )
}

function Views({ views }: { views: FollowsData['savedViews'] }) {
  const words = useWords<Words>()
  return (
    <Section id="views" title={words('follow.views')} note={words('follow.viewsNote')}>
      <DataTable
        caption={words('follow.views')}
        isCaptionHidden
        rows={views}
        rowKey={({ id }) => id}
        empty={
          <EmptyState
            title={words('follow.noViews')}
            action={<LinkButton href="/roadmap">{words('follow.noViewsAction')}</LinkButton>}
          >
            {words('follow.noViewsText')}
          </EmptyState>
        }
        columns={[
          {
            id: 'name',
            header: words('follow.column.name'),
            isRowHeader: true,
            cell: ({ name, address }) => (
              <Link href={address}>
                <bdi>{name}</bdi>
              </Link>
            ),
          },
          {
            id: 'news',
            header: words('follow.column.news'),
            align: 'end',
            cell: ({ follow }) => (follow ? follow.newsCount : words('follow.notFollowed')),
          },
          {
            id: 'do',
            header: words('follow.column.do'),
            cell: ({ id, name, mayFollow, follow }) => (
              <div className="cluster gap-2">
                {mayFollow && <FollowButton kind="VIEW" name={id} follow={follow} />}
                <LinkButton kind="quiet" href={`/me/views/${id}`} aria-label={words('follow.renameOf', { name })}>
                  {words('follow.rename')}
                </LinkButton>
                <FormElement method="post" action="/me/follows">
                  <input type="hidden" name="form" value="delete" />
                  <input type="hidden" name="id" value={id} />
                  <Button type="submit" kind="quiet" aria-label={words('follow.dropOf', { name })}>
                    {words('follow.drop')}
                  </Button>
                </FormElement>
              </div>
            ),
          },
        ]}
      />
    </Section>
  )
}

function Letters({ digest, email }: { digest: FollowsData['digest']; email: string | null }) {
  const words = useWords<Words>()
  const { refusals, typed } = useFormAnswer('digest')
  return (
    <Section id="letters" title={words('follow.letters')} note={words('follow.lettersNote', { email: email ?? '' })}>
      <Form
        id="letters-form"
        method="post"
        refusals={refusals}
        values={typed}
        actions={<SubmitButton>{words('identity.save')}</SubmitButton>}
      >
        <input type="hidden" name="form" value="digest" />
        <RadioGroup
          name="frequency"
          label={words('follow.lettersHow')}
          defaultValue={digest}
          choices={(['OFF', 'DAILY', 'WEEKLY'] as const).map((value) => ({
            value,
            label: words(`follow.digest.${value}`),
          }))}
        />
      </Form>
    </Section>
  )
}
