import { useActionData, useLoaderData } from 'react-router'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../app/PageHead.js'
import { SubmitButton } from '../../app/SubmitButton.js'
import { Form, Link, Notice, PageHeader, useWords } from '../../ui/index.js'
import type { UnsubscribeData } from './notifications.route.js'

/** Where the link of a letter leads: one button, and no more letters. */
export function Unsubscribe() {
  const words = useWords<Words>()
  const { key } = useLoaderData<UnsubscribeData>()
  const isEnded = (useActionData() as { isEnded?: boolean } | undefined)?.isEnded ?? false
  return (
    <>
      <PageHead title={words('follow.unsubscribe')} isPrivate />
      <PageHeader title={words('follow.unsubscribe')} lead={words('follow.unsubscribeLead')} />
      {isEnded ? (
        <div role="status">
          <Notice kind="good" title={words('follow.unsubscribed')}>
            {words('follow.unsubscribedText')} <Link href="/me/follows">{words('follow.title')}</Link>
          </Notice>
        </div>
      ) : (
        <Form
          id="unsubscribe"
          method="post"
          refusals={[]}
          actions={<SubmitButton>{words('follow.unsubscribeDo')}</SubmitButton>}
        >
          <input type="hidden" name="key" value={key} />
        </Form>
      )}
    </>
  )
}
