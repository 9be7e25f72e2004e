import { useActionData, useLoaderData } from 'react-router'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../app/PageHead.js'
import { SubmitButton } from '../../app/SubmitButton.js'
import { useFormAnswer } from '../../app/use-form-answer.js'
import { Form, LinkButton, Link, Notice, PageHeader, Section, Stack, TextField, useWords } from '../../ui/index.js'
import { MailOnItsWay } from './MailOnItsWay.js'
import type { MailSent, SignInData } from './sign-in.route.js'
import { OthersWait } from './OthersWait.js'
import { StarterAccounts } from './StarterAccounts.js'

/** The ways in: password, mailed link, and where this is a demonstration, the starter accounts. */
export function SignIn() {
  const words = useWords<Words>()
  const { viewer, to } = useLoaderData<SignInData>()
  const { mailedTo } = (useActionData() as MailSent | undefined) ?? {}
  return (
    <>
      <PageHead title={words('identity.signIn')} isPrivate />
      <PageHeader title={words('identity.signIn')} lead={words('identity.signInLead')} />
      {viewer.isSignedIn && (
        <Notice actions={<LinkButton size="small" href="/me" children={words('identity.toMe')} />}>
          {words('identity.signedInAs', { name: viewer.person?.name ?? '' })}
        </Notice>
      )}
      <OthersWait />
      {mailedTo && <MailOnItsWay to={mailedTo} isDemo={viewer.isDemo} />}
      <div className="columns">
        {viewer.starterAccounts.length > 0 && <StarterAccounts accounts={viewer.starterAccounts} to={to} />}
        <Stack gap={8}>
          <PasswordForm to={to} />
          <LinkForm to={to} />
        </Stack>
      </div>
    </>
  )
}

function PasswordForm({ to }: { to: string }) {
  const words = useWords<Words>()
  const { refusals, typed } = useFormAnswer('password')
  return (
    <Section id="password" title={words('identity.byPassword')}>
      <Form
        id="sign-in"
        method="post"
        refusals={refusals}
        values={typed}
        actions={
          <>
            <SubmitButton kind="primary">{words('identity.signIn')}</SubmitButton>
            <Link href="/register">{words('identity.toRegister')}</Link>
          </>
        }
      >
        <input type="hidden" name="form" value="password" />
        <input type="hidden" name="to" value={to} />
        <TextField name="email" type="email" label={words('identity.email')} autoComplete="username" isRequired />
        <TextField
          name="password"
          type="password"
          label={words('identity.password')}
          autoComplete="current-password"
          isRequired
        />
      </Form>
    </Section>
  )
}

function LinkForm({ to }: { to: string }) {
  const words = useWords<Words>()
  const { refusals, typed } = useFormAnswer('link')
  return (
    <Section id="link" title={words('identity.byLink')}>
      <Form
        id="mail-link"
        method="post"
        refusals={refusals}
        values={typed}
        actions={<SubmitButton>{words('identity.sendLink')}</SubmitButton>}
      >
        <input type="hidden" name="form" value="link" />
        <input type="hidden" name="to" value={to} />
        <TextField
          name="email"
          type="email"
          label={words('identity.email')}
          hint={words('identity.byLinkHint')}
          autoComplete="email"
          isRequired
        />
      </Form>
    </Section>
  )
}
