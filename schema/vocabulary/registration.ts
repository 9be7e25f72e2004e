/** The closed lists of registration. The lists are SDL enums of the same members. Meanings and sources: docs/rules/process.md (RG). */

/** How somebody takes part. */
export const attendanceModes = ['ONSITE', 'REMOTE'] as const
export type AttendanceMode = (typeof attendanceModes)[number]

/** Where a registration stands. Whoever withdrew stays in the list of those who keep it. */
export const registrationStates = ['CONFIRMED', 'WAITING', 'WITHDRAWN'] as const
export type RegistrationState = (typeof registrationStates)[number]

/** Who may register by themselves: everybody with an account who sees the meeting, or only people with a role in the group. */
export const registrationAudiences = ['ACCOUNT', 'PARTICIPANTS'] as const
export type RegistrationAudience = (typeof registrationAudiences)[number]

/** Whether registration is open, by its days. */
export const registrationPhases = ['NOT_YET', 'OPEN', 'CLOSED'] as const
export type RegistrationPhase = (typeof registrationPhases)[number]
