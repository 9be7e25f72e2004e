/** Who is on a gap: bodies that could act, and the texts that groups are writing to close it. */
import type { GapRowFragment } from '#schema/generated/operations.js'
import { GAP_BODY_ROLES, type GapBodyRole } from '#schema/vocabulary/register.js'
import type { Words } from '#schema/words/index.js'
import { Link, Unknown, useWords } from '../../ui/index.js'
import { BodyLink } from '../parts/index.js'

/** Whoever leads stands first. The order of equals is kept. */
export const byRole = <T extends { readonly role: GapBodyRole }>(bodies: readonly T[]): T[] =>
  [...bodies].sort((a, b) => GAP_BODY_ROLES.indexOf(a.role) - GAP_BODY_ROLES.indexOf(b.role))

/** The bodies in a line; the role is told where it is known. */
export function WhoCouldAct({ bodies }: { bodies: GapRowFragment['bodies'] }) {
  const words = useWords<Words>()
  if (bodies.length === 0) return <Unknown>{words('gap.nobody')}</Unknown>
  return (
    <ul className="values">
      {byRole(bodies).map(({ body, role }) => (
        <li key={body.slug}>
          <BodyLink body={body} />
          {role !== 'UNKNOWN' && <> {words.dynamic(`register.gapBodyRole.${role}`)}</>}
        </li>
      ))}
    </ul>
  )
}

/** Planned texts that are meant to close it; unknown and none are the same here: nobody has said so. */
export function WorkUnderWay({ deliverables }: { deliverables: GapRowFragment['deliverables'] }) {
  const words = useWords<Words>()
  if (deliverables.length === 0) return <span className="as-of">{words('gap.noWorkShort')}</span>
  return (
    <ul className="values">
      {deliverables.map(({ id, code, title, group }) => (
        <li key={id}>
          <Link href={`/groups/${group.slug}`} title={title}>
            <bdi>{code ?? title}</bdi>
          </Link>{' '}
          <bdi>{group.acronym ?? group.name}</bdi>
        </li>
      ))}
    </ul>
  )
}
