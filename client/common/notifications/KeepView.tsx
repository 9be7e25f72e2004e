import { useRouteLoaderData } from 'react-router'
import type { Words } from '#schema/words/index.js'
import { LinkButton, useWords } from '../../ui/index.js'

/** The way to keep a list with its filters under a name of one's own. */
export function KeepView({ address }: { address: string }) {
  const words = useWords<Words>()
  const shell = useRouteLoaderData<{ viewer: { isSignedIn: boolean } }>('shell')
  const href = `/me/views/new?address=${encodeURIComponent(address)}`
  return (
    <LinkButton kind="quiet" href={shell?.viewer.isSignedIn ? href : `/sign-in?to=${encodeURIComponent(href)}`}>
      {words('follow.keep')}
    </LinkButton>
  )
}
