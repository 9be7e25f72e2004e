import { useLocation, useRouteError, useRouteLoaderData } from 'react-router'
import type { Words } from '#schema/words/index.js'
import { LinkButton, Refused, useWords } from '../ui/index.js'
import { PageHead } from './PageHead.js'
import { refusalSeen } from './refusal-seen.js'

/** What stands where a page could not be: the sentence of the refusal, and the ways on. */
export function RefusedPage() {
  const words = useWords<Words>()
  const error = useRouteError()
  const { pathname, search } = useLocation()
  const refusal = refusalSeen(error)
  const shell = useRouteLoaderData<{ viewer: { isSignedIn: boolean } }>('shell')
  const mayHelp =
    refusal.code === 'SIGN_IN_REQUIRED' ||
    refusal.code === 'NOT_FOUND' ||
    (refusal.code === 'FORBIDDEN' && shell?.viewer.isSignedIn === false)
  const title = words.dynamic(`shell.refused.${refusal.code}`)
  const shown = words.has(`shell.refused.${refusal.code}`) ? title : words('shell.refused.INTERNAL')
  return (
    <>
      <PageHead title={shown} isPrivate />
      <Refused
        title={shown}
        sentence={words.dynamic(`refusal.${refusal.code}`, refusal.args)}
        actions={
          <>
            {mayHelp && (
              <LinkButton href={`/sign-in?to=${encodeURIComponent(pathname + search)}`}>
                {words('shell.signIn')}
              </LinkButton>
            )}
            <LinkButton href="/" kind="quiet">
              {words('shell.toStart')}
            </LinkButton>
            <LinkButton href="/roadmap" kind="quiet">
              {words('shell.roadmap')}
            </LinkButton>
          </>
        }
      />
    </>
  )
}
