/** What people are told because it concerns them, on screen and by letter; and the page on which they read it. */
export const notices = {
  DATE_COMES: '{obligation} of {group}: until {closesAt}, for {title}.',
  'DATE_COMES.subject': '{days, plural, =0 {Today} =1 {Tomorrow} other {In # days}}: {obligation}, {group}',
  MEETING_MOVED:
    '{group} has moved {title} from {fromOn} to {toOn}. Look at its key dates: most of them move along.{hasReason, select, true { Reason: {reason}} other {}}',
  'MEETING_MOVED.subject': 'Moved to {toOn}: {title}',
  MEETING_HELD_OTHERWISE:
    '{group} holds {title} in another way: {mode, select, ONSITE {on site} REMOTE {remotely} other {on site and remotely}}, on the clocks of {zone}. Look at its key dates.',
  'MEETING_HELD_OTHERWISE.subject': 'Held in another way: {title}',
  MEETING_CANCELLED: '{group} has cancelled {title}, planned for {startsOn}. Reason: {reason}',
  MEETINGS_CANCELLED:
    '{group} has cancelled {count, plural, one {{title}, planned for {startsOn}} other {# meetings of a series, from {startsOn} to {lastOn}: {title} and those after it}}. Reason: {reason}',
  'MEETINGS_CANCELLED.subject':
    'Cancelled: {title}{count, plural, one {} other { and {others, plural, one {one more} other {# more}}}}',
  'MEETING_CANCELLED.subject': 'Cancelled: {title}',
  CONSENSUS_OPENED: '{group} asks for consensus, until the end of {closesOn}: {question}',
  'CONSENSUS_OPENED.subject': '{group} asks for consensus until {closesOn}',
  LIFETIME_ENDS:
    'The lifetime of {group} ends on {endsOn}. Only a decision of its parent group extends it: if there is work left, ask for one in time, with the reason.',
  'LIFETIME_ENDS.subject': '{group} ends in {months, plural, one {# month} other {# months}}, on {endsOn}',

  COSIGN_ASKED: '{group}: you are asked to sign contribution {number}, “{title}”, for {organisation}.',
  'COSIGN_ASKED.subject': 'Asked to sign: {number}',
  CONTRIBUTION_ADMITTED: '{group} takes contribution {number}, “{title}”, although it is late. Reason: {reason}',
  'CONTRIBUTION_ADMITTED.subject': 'Admitted: {number}',
  CONTRIBUTION_HELD: '{group} holds contribution {number}, “{title}”, for its next meeting. Reason: {reason}',
  'CONTRIBUTION_HELD.subject': 'Held for the next meeting: {number}',
  ACTION_HANDED_OUT: '{group} has given you action {number}: {text}',
  'ACTION_HANDED_OUT.subject': 'Action {number} of {group} is yours',
  ACTION_CHANGED: '{group}: your action {number} was changed: {text}',
  'ACTION_CHANGED.subject': 'Changed: action {number} of {group}',
  ACTION_PASSED_ON: '{group}: action {number} is not yours any more: {text}',
  'ACTION_PASSED_ON.subject': 'Passed on: action {number} of {group}',

  title: 'Notices',
  lead: 'What you were told because you take part: dates that come near, meetings that moved or were cancelled, and what is asked of you or was decided of what is yours, and questions that your group is asked. Nobody else sees this.',
  inBar: '{count, plural, one {# notice} other {# notices}}',
  line: '{count, plural, =0 {No new notices} one {One new notice} other {# new notices}}',
  new: 'New',
  markSeen: 'I have seen them',
  none: 'You have been told nothing yet',
  noneText:
    'When you take part in a group, you are reminded here of the dates of its meetings, and told when one moves or is cancelled.',
  waiting: 'Waiting for your answer',
  waitingNote: 'You are asked to sign these for your organisation.',
  waitingCount:
    '{count, plural, one {One invitation to sign waits for your answer} other {# invitations to sign wait for your answer}}',
  toldAt: 'When',
  what: 'What',
  byMail: 'and by letter',
  letters: 'Letters',
  lettersNote: 'To {email}. Here you are told in any case.',
  lettersOf: 'Write to me as well',
  'kind.REMINDER': 'when a date comes near',
  'kind.CHANGE':
    'when a meeting moves or is cancelled, a group asks for consensus, I am asked to sign, or something of mine is decided',
  save: 'Save',
} as const
