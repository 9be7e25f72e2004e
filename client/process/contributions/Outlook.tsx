import type { OutlookOfMeetingFragment } from '#schema/generated/operations.js'
import type { Words } from '#schema/words/index.js'
import { useWords } from '../../ui/index.js'
import { ClosingTime, DaysLeft } from '../deadlines/index.js'

/** How a contribution that is handed in to a meeting now would fare: in time or late, until when, and why. */
export function Outlook({
  meeting: { contributionOutlook: outlook },
  now,
  withNumber = false,
}: {
  meeting: OutlookOfMeetingFragment
  now: string
  /** Says about which number it would get, too. */
  withNumber?: boolean
}) {
  const words = useWords<Words>()
  const { deadline, isOver, number } = outlook
  const about = withNumber && <> · {words('contribution.aboutNumber', { number })}</>
  if (isOver) return <span className="block">{words('contribution.over')}</span>
  if (!deadline) {
    return (
      <span className="block">
        {words('contribution.noDeadline')}
        {about}
      </span>
    )
  }
  return (
    <>
      <span className="block">
        {words(outlook.standing === 'LATE_PENDING' ? 'contribution.lateSince' : 'contribution.inTimeUntil')}{' '}
        <ClosingTime closesAt={deadline.closesAt} zone={deadline.zone} /> <DaysLeft date={deadline} now={now} />
        {about}
      </span>
      <span className="block soft measure">{deadline.explanation.text}</span>
      {outlook.standing === 'LATE_PENDING' && (
        <span className="block soft measure">{words('contribution.lateMeans')}</span>
      )}
    </>
  )
}
