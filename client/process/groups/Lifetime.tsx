import type { ReactNode } from 'react'
import type { LifetimeClockFragment } from '#schema/generated/operations.js'
import type { Words } from '#schema/words/index.js'
import { zoneLabel } from '#schema/words/dates.js'
import { Day, DefinitionList, Section, Unknown, useWords } from '../../ui/index.js'
import { dayIn } from '../deadlines/index.js'
import { lifetimePart } from './lifetime-part.js'

/** How long the group works, and why: the clock starts with its first meeting, not with the decision to have it. */
export function Lifetime({
  lifetime,
  zone,
  now,
  actions,
}: {
  lifetime: LifetimeClockFragment
  zone: string
  now: string
  actions?: ReactNode
}) {
  const words = useWords<Words>()
  const { startsOn, endsOn, months, extensions } = lifetime
  const part = lifetimePart(startsOn, endsOn, dayIn(now, zone))
  const place = <span className="soft"> {zoneLabel(zone, words)}</span>
  return (
    <Section id="lifetime" title={words('group.lifetime')} actions={actions}>
      {part !== null && (
        <progress className="progress no-print" value={part} max={1} aria-label={words('group.lifetimePart')} />
      )}
      <p className="lead">{lifetime.explanation.text}</p>
      <DefinitionList
        facts={[
          {
            term: words('group.lifetimeStarts'),
            value: startsOn ? (
              <>
                <Day on={startsOn} />
                {place}
              </>
            ) : (
              words('group.notStarted')
            ),
          },
          { term: words('group.lifetimeLength'), value: months ? words('group.months', { months }) : <Unknown /> },
          {
            term: words('group.lifetimeEnds'),
            value: endsOn ? (
              <>
                <Day on={endsOn} />
                {place}
              </>
            ) : (
              words('group.noEnd')
            ),
          },
          ...extensions.map(({ decidedOn, decidedBy, newEndOn, atMeeting, reason }) => ({
            term: words('group.extended'),
            value: <Day on={newEndOn} />,
            note: (
              <>
                {words('group.decidedBy', { body: decidedBy.acronym ?? decidedBy.name })} <Day on={decidedOn} />
                {atMeeting && <span dir="auto">{` ${words('groupLife.atMeetingLine', { meeting: atMeeting })}`}</span>}
                {reason && (
                  <span className="block" dir="auto">
                    {reason}
                  </span>
                )}
              </>
            ),
          })),
        ]}
      />
    </Section>
  )
}
