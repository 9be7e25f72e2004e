import { formatDay } from '#schema/words/dates.js'
import type { Words } from '#schema/words/index.js'
import { Link, LinkButton, Notice, Section, useWords } from '../../ui/index.js'
import type { GroupData } from './groups.route.js'

/** What blocks the next meeting, for whoever holds a role: each line says what, why and by when, and has the button that settles it. */
export function Dashboard({ dashboard }: { dashboard: GroupData['group']['dashboard'] }) {
  const words = useWords<Words>()
  if (!dashboard) return null
  const { lines, next } = dashboard
  const coming = next && (
    <p>
      {words('blocker.comesNext')} <Link href={next.href}>{next.text}</Link>
    </p>
  )
  return (
    <div className="no-print">
      <Section id="dashboard" title={words('blocker.title')} note={words('blocker.note')}>
        {lines.length === 0 ? (
          <Notice kind="good" title={words('blocker.nothing')}>
            {coming ?? words('blocker.nothingText')}
          </Notice>
        ) : (
          <>
            <ul className="ways">
              {lines.map(({ code, what, why, dueOn, isLate, settle }) => (
                <li key={`${code} ${what}`}>
                  <div>
                    <strong dir="auto">{what}</strong>{' '}
                    {dueOn && (
                      <span className={isLate ? 'overdue' : 'soft'}>
                        {words(isLate ? 'blocker.late' : 'blocker.by', { day: formatDay(dueOn, words) })}
                      </span>
                    )}
                    <span className="block soft" dir="auto">
                      {why}
                    </span>
                  </div>
                  {settle && (
                    <LinkButton
                      size="small"
                      href={settle.href}
                      aria-label={words('blocker.doFor', { label: settle.label, what })}
                    >
                      {settle.label}
                    </LinkButton>
                  )}
                </li>
              ))}
            </ul>
            {coming}
          </>
        )}
      </Section>
    </div>
  )
}
