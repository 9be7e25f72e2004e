import { useLoaderData } from 'react-router'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../app/PageHead.js'
import { SubmitButton } from '../../app/SubmitButton.js'
import { useFormAnswer } from '../../app/use-form-answer.js'
import { Form, LinkButton, PageHeader, Refused, useWords } from '../../ui/index.js'
import type { SignInLinkData } from './sign-in.route.js'

/** Where the mailed link leads: one button, which signs in. */
export function SignInLink() {
  const words = useWords<Words>()
  const { secret } = useLoaderData<SignInLinkData>()
  const { refusals } = useFormAnswer('link')
  const again = <LinkButton href="/sign-in#link">{words('identity.newLink')}</LinkButton>
  return (
    <>
      <PageHead title={words('identity.signIn')} isPrivate />
      {secret === '' ? (
        <Refused title={words('identity.linkBroken')} sentence={words('identity.linkBrokenText')} actions={again} />
      ) : (
        <>
          <PageHeader title={words('identity.linkTitle')} lead={words('identity.linkLead')} />
          <Form
            id="sign-in-link"
            method="post"
            refusals={refusals}
            actions={
              <>
                <SubmitButton kind="primary">{words('identity.signIn')}</SubmitButton>
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
