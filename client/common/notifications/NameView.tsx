import { useLoaderData } from 'react-router'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../app/PageHead.js'
import { SubmitButton } from '../../app/SubmitButton.js'
import { useFormAnswer } from '../../app/use-form-answer.js'
import { Breadcrumb, Checkbox, Form, Link, LinkButton, PageHeader, TextField, useWords } from '../../ui/index.js'
import type { NameViewData } from './notifications.route.js'

/** Names a view: one that is kept now, or one that gets another name. */
export function NameView() {
  const words = useWords<Words>()
  const { address, view } = useLoaderData<NameViewData>()
  const { refusals, typed } = useFormAnswer('view')
  const title = words(view ? 'follow.renameTitle' : 'follow.keepTitle')
  return (
    <>
      <PageHead title={title} isPrivate />
      <Breadcrumb crumbs={[{ label: words('follow.title'), href: '/me/follows' }, { label: title }]} />
      <PageHeader title={title} lead={words('follow.keepLead')} />
      <p>
        {words('follow.keptAddress')}{' '}
        <Link href={address} className="source-link">
          {address}
        </Link>
      </p>
      <Form
        id="name-view"
        method="post"
        refusals={refusals}
        values={typed}
        actions={
          <>
            <SubmitButton>{words('follow.keepDo')}</SubmitButton>
            <LinkButton href={view ? '/me/follows' : address} kind="quiet">
              {words('follow.cancel')}
            </LinkButton>
          </>
        }
      >
        <input type="hidden" name="address" value={address} />
        {view && <input type="hidden" name="revision" value={view.revision} />}
        <TextField
          name="name"
          label={words('follow.viewName')}
          hint={words('follow.viewNameHint')}
          maxLength={100}
          defaultValue={view?.name ?? ''}
          isRequired
        />
        {!view && <Checkbox name="follow" value="true" label={words('follow.alsoFollow')} />}
      </Form>
    </>
  )
}
