import { useLocation, useRouteLoaderData } from 'react-router'
import type { FollowKind } from '#schema/generated/operations.js'
import type { Words } from '#schema/words/index.js'
import { Button, FormElement, LinkButton, useWords } from '../../ui/index.js'

/**
 * Follows the thing of a page, or follows it no more: one press, without leaving the page. Strangers are led to sign in and come back. A form of
 * its own, which works without script.
 */
export function FollowButton({
  kind,
  name,
  follow,
  what,
}: {
  kind: FollowKind
  /** How the thing is called in its address. */
  name: string
  /** Null when it is not followed. */
  follow: { readonly id: string } | null
  /** Said instead of "Follow" where it is not the page itself that is followed. */
  what?: string
}) {
  const words = useWords<Words>()
  const { pathname, search } = useLocation()
  const shell = useRouteLoaderData<{ viewer: { isSignedIn: boolean } }>('shell')
  const to = pathname + search
  if (!shell?.viewer.isSignedIn) {
    return (
      <LinkButton kind="quiet" href={`/sign-in?to=${encodeURIComponent(to)}`}>
        {what ?? words('follow.begin')}
      </LinkButton>
    )
  }
  return (
    <FormElement method="post" action="/me/follows">
      <input type="hidden" name="to" value={to} />
      <input type="hidden" name="form" value={follow ? 'end' : 'begin'} />
      {follow ? (
        <input type="hidden" name="id" value={follow.id} />
      ) : (
        <>
          <input type="hidden" name="kind" value={kind} />
          <input type="hidden" name="key" value={name} />
        </>
      )}
      <Button type="submit" kind="quiet">
        {follow ? words('follow.end') : (what ?? words('follow.begin'))}
      </Button>
    </FormElement>
  )
}
