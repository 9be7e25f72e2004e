import type { ActivityLineFragment } from '#schema/generated/operations.js'
import type { Words } from '#schema/words/index.js'
import { Disclosure, EmptyState, Link, Time, Timeline, useWords } from '../../ui/index.js'
import { gather } from './gather.js'
import { manySentence, objectOf, sentenceOf } from '#schema/words/happening.js'

/** What happened, as sentences, in the order given; many alike of one moment in one. */
export function ActivityLines({ events }: { events: readonly ActivityLineFragment[] }) {
  const words = useWords<Words>()
  if (events.length === 0) return <EmptyState title={words('activity.none')}>{words('activity.noneText')}</EmptyState>
  return (
    <Timeline
      label={words('activity.title')}
      entries={gather(events, (verb) => words.has(`activity.many.${verb}`)).map((alike) => {
        const [event] = alike as [ActivityLineFragment]
        return {
          id: event.id,
          when: <Time at={event.occurredAt} zone="UTC" isBare />,
          title: alike.length === 1 ? <One event={event} /> : manySentence(words, event, alike.length),
          body: alike.length > 1 && <All events={alike} />,
        }
      })}
    />
  )
}

function One({ event }: { event: ActivityLineFragment }) {
  const { before, object, after, href } = sentenceOf(useWords<Words>(), event)
  return (
    <>
      {before}
      <bdi>{href ? <Link href={href}>{object}</Link> : object}</bdi>
      {after}
    </>
  )
}

/** The objects of many alike, for whoever opens the line. */
function All({ events }: { events: readonly ActivityLineFragment[] }) {
  const words = useWords<Words>()
  return (
    <Disclosure summary={words('activity.manyShow')}>
      <ul className="values">
        {events.map((event) => {
          const object = objectOf(words, event)
          return (
            <li key={event.id}>
              <bdi>{event.href ? <Link href={event.href}>{object}</Link> : object}</bdi>
            </li>
          )
        })}
      </ul>
    </Disclosure>
  )
}
