/** Meetings: their states, what to know before one is moved. */
export const meetings = {
  'state.PLANNED': 'Planned',
  'state.ANNOUNCED': 'Announced',
  'state.RUNNING': 'Under way',
  'state.ENDED': 'Ended',
  'state.CLOSED': 'Closed',
  'state.CANCELLED': 'Cancelled',
  'warning.NOTICE_TOO_SHORT':
    'An announcement today would give {daysAhead, plural, one {# day} other {# days}} of notice; {latestOn} was the last day in time.',
  'warning.ANNOUNCED_TOO_LATE':
    'Announced on {announcedOn}, it would have {daysAhead, plural, one {# day} other {# days}} of notice; {latestOn} would be the last day in time.',
  'warning.STARTS_IN_PAST': 'The new first day, {startsOn}, lies in the past.',
  'warning.DATE_IS_PAST': '{obligation}: the new date, {on}, lies in the past, so nobody can keep it any more.',
  'warning.PINNED_AFTER_OPENING':
    '{obligation}: the published date, {on}, stays and would fall after the meeting opens.',
} as const
