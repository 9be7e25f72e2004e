import type { AudienceToldFragment } from '#schema/generated/operations.js'
import type { Words } from '#schema/words/index.js'
import { Disclosure, useWords } from '../../ui/index.js'

/** How many people, in which capacities, by which way; and who, for whoever opens the list. */
export function AudienceCount({ audience }: { audience: AudienceToldFragment }) {
  const words = useWords<Words>()
  const { people, byMail, onScreen, unreachable, roles, names } = audience
  const ways = [
    ...(byMail > 0 ? [words('reminder.byMail', { count: byMail })] : []),
    ...(onScreen > 0 ? [words('reminder.onScreen', { count: onScreen })] : []),
    ...(unreachable > 0 ? [words('reminder.unreachable', { count: unreachable })] : []),
  ]
  const capacities = roles.map(({ as, people: count }) => words(`reminder.as.${as}`, { count }))
  const list = (parts: string[]) => new Intl.ListFormat(words.locale, { type: 'conjunction' }).format(parts)
  return (
    <>
      {words('reminder.people', { count: people })}
      {capacities.length > 0 && `: ${list(capacities)}`}
      {ways.length > 0 && <span className="block soft">{list(ways)}</span>}
      {names.length > 0 && (
        <Disclosure summary={words('reminder.names')}>
          <p>{list(names.map(({ name }) => name ?? words('reminder.erased')))}</p>
        </Disclosure>
      )}
    </>
  )
}

/** Who is told of a change of the meeting, before it is made. */
export function AudienceTold({ audience }: { audience: AudienceToldFragment | null | undefined }) {
  const words = useWords<Words>()
  if (!audience) return null
  return (
    <div className="spaced">
      <strong className="block">{words('reminder.told')}</strong>
      <AudienceCount audience={audience} />
    </div>
  )
}
