import { daysBetween, type CalendarDay } from '#server/platform/time/index.js'
import { everybody, management, NEAR_DAYS, type Blocker } from '#server/process/groups/index.js'

interface Numbered {
  readonly number: string
  readonly title: string
}

/** What of the contributions of a group the dashboard of one reader tells. */
export interface ContributionsSeen {
  /** Late ones on which nobody has said a word yet. */
  readonly latePending: number
  /** The meeting to come for which contributions close, and the day. */
  readonly closing: { readonly meeting: string; readonly on: CalendarDay } | null
  /** Numbers for that meeting which the reader took and under which nothing was handed in. */
  readonly reserved: readonly Numbered[]
  /** Contributions that the reader was asked to sign and has not answered. */
  readonly asked: readonly Numbered[]
}

/** What the contributions of a group wait for, on `today`: from those who lead it, and from the reader. [GS-9, D-L-1, CN-1, CN-4] */
export function contributionBlockers(
  slug: string,
  { latePending, closing, reserved, asked }: ContributionsSeen,
  today: CalendarDay,
): Blocker[] {
  const list = `/groups/${slug}/contributions`
  const own = (code: string, verb: string, { number, title }: Numbered, more: Blocker['args'] = {}): Blocker => ({
    code,
    args: { number, title, ...more },
    whose: everybody,
    dueOn: null,
    settle: { verb, href: `${list}/${encodeURIComponent(number)}`, permission: null },
  })
  const days = closing && daysBetween(today, closing.on)
  const isNear = days !== null && days >= 0 && days <= NEAR_DAYS
  return [
    ...(latePending > 0
      ? [
          {
            code: 'LATE_PENDING',
            args: { count: latePending },
            whose: management,
            dueOn: null,
            settle: { verb: 'ADMIT', href: `${list}?phase=LATE_PENDING`, permission: 'group.callMeeting' },
          },
        ]
      : []),
    ...(closing && isNear
      ? reserved.map((one) => ({
          ...own('RESERVED', 'HAND_IN', one, { meeting: closing.meeting }),
          dueOn: closing.on,
        }))
      : []),
    ...asked.map((one) => own('COSIGN', 'ANSWER', one)),
  ]
}
