import { useActionData } from 'react-router'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../app/PageHead.js'
import { SubmitButton } from '../../app/SubmitButton.js'
import { useFormAnswer } from '../../app/use-form-answer.js'
import { Form, Link, PageHeader, TextField, useWords } from '../../ui/index.js'
import { MailOnItsWay } from './MailOnItsWay.js'
import type { MailSent } from './sign-in.route.js'

/** A new account. The answer is the same whether or not the address is known. */
export function Register() {
  const words = useWords<Words>()
  const { mailedTo } = (useActionData() as MailSent | undefined) ?? {}
  const { refusals, typed } = useFormAnswer('register')
  return (
    <>
      <PageHead title={words('identity.register')} isPrivate />
      <PageHeader title={words('identity.register')} lead={words('identity.registerLead')} />
      {mailedTo ? (
        <MailOnItsWay to={mailedTo} />
      ) : (
        <Form
          id="register"
          method="post"
          refusals={refusals}
          values={typed}
          actions={
            <>
              <SubmitButton kind="primary">{words('identity.register')}</SubmitButton>
              <Link href="/sign-in">{words('identity.haveAccount')}</Link>
            </>
          }
        >
          <TextField
            name="name"
            label={words('identity.name')}
            hint={words('identity.nameHint')}
            autoComplete="name"
            isRequired
          />
          <TextField name="email" type="email" label={words('identity.email')} autoComplete="email" isRequired />
          <TextField
            name="affiliation"
            label={words('identity.affiliation')}
            hint={words('identity.affiliationHint')}
            autoComplete="organization"
          />
          <TextField
            name="password"
            type="password"
            label={words('identity.password')}
            hint={words('identity.passwordHint')}
            autoComplete="new-password"
            isRequired
          />
        </Form>
      )}
    </>
  )
}
