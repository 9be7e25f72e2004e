import type { Words } from '#schema/words/index.js'
import { Day, Disclosure, Section, Timeline, useWords } from '../../../ui/index.js'
import type { GroupToSet } from './settings.route.js'

/** Who gets which letter when, before the lifetime of the group ends. */
export function Reminders({ reminders }: { reminders: GroupToSet['lifetimeReminders'] }) {
  const words = useWords<Words>()
  return (
    <Section id="reminders" title={words('groupLife.reminders')} note={words('groupLife.remindersNote')}>
      {reminders.length === 0 ? (
        <p className="soft">{words('groupLife.noReminders')}</p>
      ) : (
        <Timeline
          label={words('groupLife.reminders')}
          entries={reminders.map(({ on, monthsBefore, sentAt, subject, body, receivers }) => ({
            id: String(monthsBefore),
            when: <Day on={on} />,
            title: words('groupLife.reminder', { months: monthsBefore }),
            body: (
              <>
                <p className="soft" dir="auto">
                  {sentAt
                    ? words('groupLife.sent')
                    : words('groupLife.receivers', {
                        count: receivers.length,
                        names: receivers.map(({ name }) => name ?? words('group.erased')).join(', '),
                      })}
                </p>
                <Disclosure summary={subject}>
                  <p className="as-typed">{body}</p>
                </Disclosure>
              </>
            ),
            isPlanned: sentAt === null,
          }))}
        />
      )}
    </Section>
  )
}
