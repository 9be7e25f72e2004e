import { useLoaderData } from 'react-router'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../app/PageHead.js'
import { SubmitButton } from '../../app/SubmitButton.js'
import { useFormAnswer } from '../../app/use-form-answer.js'
import { Breadcrumb, Form, LinkButton, PageHeader, useWords } from '../../ui/index.js'
import type { RevokeData } from './me.route.js'

/** The question before a token is ended for good. */
export function RevokeToken() {
  const words = useWords<Words>()
  const { token } = useLoaderData<RevokeData>()
  const { refusals } = useFormAnswer('revoke')
  const title = words('identity.revokeNamed', { name: token.name })
  return (
    <>
      <PageHead title={title} isPrivate />
      <Breadcrumb crumbs={[{ label: words('identity.me'), href: '/me' }, { label: title }]} />
      <PageHeader title={title} lead={words('identity.revokeLead')} />
      <Form
        id="revoke"
        method="post"
        refusals={refusals}
        actions={
          <>
            <SubmitButton kind="danger">{words('identity.revoke')}</SubmitButton>
            <LinkButton href="/me#tokens" kind="quiet">
              {words('identity.keep')}
            </LinkButton>
          </>
        }
      >
        <input type="hidden" name="form" value="revoke" />
      </Form>
    </>
  )
}
