import type { Words } from '#schema/words/index.js'
import { LinkButton, useWords } from '../ui/index.js'
import type { ShellData } from './shell.route.js'

/** The end of the bar: one's own place, or the way in. */
export function ShellTools({ viewer }: { viewer: ShellData['viewer'] }) {
  const words = useWords<Words>()
  return viewer.isSignedIn ? (
    <LinkButton href="/me" kind="quiet" size="small">
      {viewer.person?.name ?? words('shell.me')}
    </LinkButton>
  ) : (
    <LinkButton href="/sign-in" kind="quiet" size="small">
      {words('shell.signIn')}
    </LinkButton>
  )
}
