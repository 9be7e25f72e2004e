/** Meetings: their states, what to know before one is moved. */
export const meetings = {
  'state.PLANNED': 'Planned',
  'state.ANNOUNCED': 'Announced',
  'state.RUNNING': 'Under way',
  'state.ENDED': 'Ended',
  'state.CLOSED': 'Closed',
  'state.CANCELLED': 'Cancelled',
  'movesToo.CLOCKS':
    'Its hours (opening, sittings, closing) are then read on the clocks of {zone}, no more on those of {before}.',
  'movesToo.SITTING': 'The sitting of {beforeOn}, {from} to {to}, moves to {afterOn}.',
  'movesToo.SITTING_GOES':
    'The sitting of {beforeOn}, {from} to {to}, goes: the meeting has no such day any more. Set the hours of the agenda anew.',
  'movesToo.REGISTRATION_OPENS': 'Registration opens on {afterOn}, no more on {beforeOn}.',
  'movesToo.NOW_ON_TIME': 'Contribution {number} came late and waits for the meeting; by the new date it is on time.',
  'movesToo.WOULD_BE_LATE': 'Contribution {number} came in time and would be late by the new date; it stays on time.',
  'movesToo.LETTER':
    'The convening letter {reference} stays as it was issued. Issue a corrigendum afterwards, so that it tells the new dates.',
  'movesToo.REMINDERS':
    '{planned, plural, =0 {No reminder is planned anew} one {# reminder is planned anew} other {# reminders are planned anew}}; {dropped, plural, =0 {none that was planned goes} one {# that was planned goes} other {# that were planned go}}.',
  'warning.NOTICE_TOO_SHORT':
    'An announcement today would give {daysAhead, plural, one {# day} other {# days}} of notice; {latestOn} was the last day in time.',
  'warning.ANNOUNCED_TOO_LATE':
    'Announced on {announcedOn}, it would have {daysAhead, plural, one {# day} other {# days}} of notice; {latestOn} would be the last day in time.',
  'warning.STARTS_IN_PAST': 'The new first day, {startsOn}, lies in the past.',
  'warning.DATE_IS_PAST': '{obligation}: the new date, {on}, lies in the past, so nobody can keep it any more.',
  'warning.DATE_AFTER_OPENING': '{obligation}: the new date, {on}, falls after the meeting opens.',
  'warning.PINNED_AFTER_OPENING':
    '{obligation}: the published date, {on}, stays and would fall after the meeting opens.',
} as const
