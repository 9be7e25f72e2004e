import type { Words } from '#schema/words/index.js'
import { LinkButton, useWords } from '../ui/index.js'
import type { ShellData } from './shell.route.js'

/** The end of the bar: one's own place, or the way in. */
export function ShellTools({ viewer }: { viewer: ShellData['viewer'] }) {
  return (
    <>
      <SearchLink />
      <Account viewer={viewer} />
    </>
  )
}

function SearchLink() {
  const words = useWords<Words>()
  return (
    <LinkButton href="/search" kind="quiet" size="small">
      {words('shell.search')}
    </LinkButton>
  )
}

function Account({ viewer }: { viewer: ShellData['viewer'] }) {
  const words = useWords<Words>()
  return viewer.isSignedIn ? (
    <>
      {viewer.unseenNotices > 0 && (
        <LinkButton href="/me/notices" kind="quiet" size="small">
          {words('notice.inBar', { count: viewer.unseenNotices })}
        </LinkButton>
      )}
      <LinkButton href="/me" kind="quiet" size="small">
        <bdi>{viewer.person?.name ?? words('shell.me')}</bdi>
        <Capacity viewer={viewer} />
      </LinkButton>
    </>
  ) : (
    <LinkButton href="/sign-in" kind="quiet" size="small">
      {words('shell.signIn')}
    </LinkButton>
  )
}

/** In which capacity somebody is here: their office, or how many; nothing for those who have none. */
function Capacity({ viewer: { isAdministrator, roles } }: { viewer: ShellData['viewer'] }) {
  const words = useWords<Words>()
  const [first, ...more] = roles
  if (!first && !isAdministrator) return null
  return (
    <span className="bar-capacity soft">
      {isAdministrator || !first
        ? words('shell.administrator')
        : more.length > 0
          ? words('shell.roles', { count: roles.length })
          : words('shell.role', {
              role: words.dynamic(`group.role.${first.role}`),
              group: first.group.acronym ?? first.group.name,
            })}
    </span>
  )
}
