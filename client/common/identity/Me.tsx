import { useActionData, useLoaderData } from 'react-router'
import { languages, type Words } from '#schema/words/index.js'
import { PageHead } from '../../app/PageHead.js'
import { SubmitButton } from '../../app/SubmitButton.js'
import { useFormAnswer } from '../../app/use-form-answer.js'
import {
  Day,
  DefinitionList,
  EmptyState,
  Form,
  Link,
  Notice,
  PageHeader,
  Section,
  Select,
  TextField,
  Unknown,
  useWords,
} from '../../ui/index.js'
import { AccessTokens } from './AccessTokens.js'
import { SignOut } from './SignOut.js'
import type { Carried, MeData } from './me.route.js'

/** One's own place: who one is here, and what belongs to the account. */
export function Me() {
  const words = useWords<Words>()
  const { viewer, now } = useLoaderData<MeData>()
  const { carried } = (useActionData() as Partial<Carried> | undefined) ?? {}
  const affiliation = viewer.person?.affiliations.find(({ to }) => to === null)
  return (
    <>
      <PageHead title={words('identity.me')} isPrivate />
      <PageHeader
        eyebrow={words('identity.me')}
        title={viewer.person?.name ?? viewer.email ?? ''}
        actions={<SignOut />}
      />
      {carried && (
        <div role="status" className="spaced">
          <Notice kind="good">{words(`identity.carried.${carried}`)}</Notice>
        </div>
      )}
      <DefinitionList
        facts={[
          {
            term: words('identity.email'),
            value: viewer.email && <bdi>{viewer.email}</bdi>,
            note: words('identity.emailNote'),
          },
          {
            term: words('identity.affiliation'),
            value: affiliation ? <span dir="auto">{affiliation.label}</span> : words('identity.noAffiliation'),
          },
          { term: words('identity.site'), value: viewer.isAdministrator ? words('identity.administrator') : null },
        ]}
      />
      <Following viewer={viewer} />
      <Noticed count={viewer.unseenNotices} waiting={viewer.cosigningInvitations.length} />
      <Section id="actions" title={words('action.mine')}>
        <Link href="/me/actions">{words('action.count', { count: viewer.actions.length })}</Link>
      </Section>
      <Roles roles={viewer.roles} />
      <OwnCalendar viewer={viewer} />
      <Section id="language" title={words('identity.language')}>
        <LanguageForm current={viewer.language} />
      </Section>
      <Section id="password" title={words('identity.changePassword')} note={words('identity.changePasswordNote')}>
        <PasswordForm />
      </Section>
      <AccessTokens tokens={viewer.accessTokens} now={now} />
    </>
  )
}

/** What one follows, in a line; the rest is on a page of its own. */
function Following({ viewer: { follows, savedViews, news } }: { viewer: MeData['viewer'] }) {
  const words = useWords<Words>()
  return (
    <Section id="follows" title={words('follow.title')}>
      <p>
        {words('identity.following', { things: follows.length, views: savedViews.length })}{' '}
        <Link href="/me/follows">{words('identity.news', { count: news.count })}</Link>
      </p>
    </Section>
  )
}

/** What one was told, in a line. */
function Noticed({ count, waiting }: { count: number; waiting: number }) {
  const words = useWords<Words>()
  return (
    <Section id="notices" title={words('notice.title')}>
      <p>
        <Link href="/me/notices">{words('notice.line', { count })}</Link>
      </p>
      {waiting > 0 && (
        <p>
          <Link href="/me/notices#waiting">{words('notice.waitingCount', { count: waiting })}</Link>
        </p>
      )}
    </Section>
  )
}

/** Whether calendars read one's meetings, in a line; the address is made and withdrawn on a page of its own. */
function OwnCalendar({ viewer: { calendarAddress } }: { viewer: MeData['viewer'] }) {
  const words = useWords<Words>()
  return (
    <Section id="calendar" title={words('calendar.own')}>
      <p>
        {words(calendarAddress ? 'calendar.isRead' : 'calendar.isNotRead')}{' '}
        <Link href="/me/calendar">{words(calendarAddress ? 'calendar.toAddress' : 'calendar.makeAddress')}</Link>
      </p>
    </Section>
  )
}

function Roles({ roles }: { roles: MeData['viewer']['roles'] }) {
  const words = useWords<Words>()
  return (
    <Section id="roles" title={words('identity.roles')}>
      {roles.length === 0 ? (
        <EmptyState title={words('identity.noRoles')}>{words('identity.noRolesText')}</EmptyState>
      ) : (
        <DefinitionList
          facts={roles.map(({ role, isActing, from, group, subgroup }) => ({
            term: words('group.roleIn', {
              role: words.dynamic(`group.role.${role}`),
              isActing: String(isActing),
              number: subgroup?.number ?? 0,
            }),
            value: (
              <Link href={`/groups/${group.slug}`}>
                <bdi>{group.acronym ? `${group.acronym}: ${group.name}` : group.name}</bdi>
              </Link>
            ),
            note: (
              <>
                {words('identity.since')} {from ? <Day on={from} /> : <Unknown />}
                {group.isExample && ` · ${words('group.example')}`}
              </>
            ),
          }))}
        />
      )}
    </Section>
  )
}

/** Languages by their own names; the mirrored one is there for whoever works on the layout. */
function LanguageForm({ current }: { current: string }) {
  const words = useWords<Words>()
  const { refusals, typed } = useFormAnswer('language')
  return (
    <Form
      id="choose-language"
      method="post"
      refusals={refusals}
      values={typed}
      actions={<SubmitButton>{words('identity.save')}</SubmitButton>}
    >
      <input type="hidden" name="form" value="language" />
      <Select
        name="language"
        className="field-short"
        label={words('identity.language')}
        hint={words('identity.languageHint')}
        defaultValue={current}
        options={Object.keys(languages).map((value) => ({ value, label: words.dynamic(`identity.language.${value}`) }))}
      />
    </Form>
  )
}

function PasswordForm() {
  const words = useWords<Words>()
  const { refusals, typed } = useFormAnswer('password')
  return (
    <Form
      id="change-password"
      method="post"
      refusals={refusals}
      values={typed}
      actions={<SubmitButton>{words('identity.changePassword')}</SubmitButton>}
    >
      <input type="hidden" name="form" value="password" />
      <TextField
        name="current"
        type="password"
        label={words('identity.currentPassword')}
        autoComplete="current-password"
        isRequired
      />
      <TextField
        name="new"
        type="password"
        label={words('identity.newPassword')}
        hint={words('identity.passwordHint')}
        autoComplete="new-password"
        isRequired
      />
    </Form>
  )
}
