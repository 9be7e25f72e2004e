import type { ContributionStanding, Explanation } from '#schema/vocabulary/process.js'
import type { KeyDate } from './key-dates.js'

/**
 * How something received at `instant` stands. It is on time before `closesAt`, to the millisecond; afterwards it waits for the meeting's word,
 * unless the deadline only advises. Nothing is refused here. [D-L-1, D-L-2; ITU-T A.1 cl. 3.2.5]
 */
export function standingAt(
  instant: Date,
  { closesAt, strength }: Pick<KeyDate, 'closesAt' | 'strength'>,
): Extract<ContributionStanding, 'ON_TIME' | 'LATE_PENDING'> {
  return instant < closesAt || strength === 'ADVISE' ? 'ON_TIME' : 'LATE_PENDING'
}

/** The same with its reason, for the person who hands in. */
export function explainStanding(
  instant: Date,
  { closesAt, strength, zone }: Pick<KeyDate, 'closesAt' | 'strength' | 'zone'>,
): Explanation {
  const late = { BLOCK: 'LATE_HELD', FLAG: 'LATE_PENDING', ADVISE: 'LATE_ADVISED' } as const
  return {
    code: instant < closesAt ? 'ON_TIME' : late[strength],
    args: { receivedAt: instant.toISOString(), closesAt: closesAt.toISOString(), zone },
  }
}
