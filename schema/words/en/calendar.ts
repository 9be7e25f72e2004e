/** What stands in calendar files, and the page on which one makes a secret address for one's own calendar. */
export const calendar = {
  ofGroup: 'Meetings of {group}',
  ofPerson: 'My meetings',
  meetingOf: '{group}. {mode}.',
  opens: 'Opens {at}.',
  host: 'Host: {host}',
  remote: 'To connect: {details}',
  cancelled: 'Cancelled: {reason}',
  due: '{what}: {group}',
  dueFor: 'Until {at}, for: {title}',
  file: 'Calendar (.ics)',
  own: 'My calendar',
  ownLead:
    'Your calendar program can show the meetings of all your groups, with their key dates, and keep up with every change. It reads them under a secret address that belongs to you.',
  isRead: 'Your meetings can be read by your calendar under a secret address.',
  isNotRead: 'Your calendar program can show the meetings of all your groups and keep up with changes.',
  toAddress: 'See or end the address',
  makeAddress: 'Make an address',
  addressOf: 'The address',
  madeAt: 'Made',
  lastReadAt: 'Last read by a program',
  never: 'not yet',
  noAddress: 'There is no address yet',
  noAddressText:
    'Make one, and paste it where your calendar program subscribes to a calendar “from the internet” or “by URL”. Nobody who does not have the address can read it.',
  anew: 'Make a new address',
  anewNote: 'The one that you have works no longer then.',
  withdraw: 'End the address',
  madeTitle: 'Your address is made.',
  madeText:
    'Copy it now: it is not shown again. Whoever has it sees your meetings as you see them, so give it to nobody but your own calendar.',
  groups: 'Calendars of single groups',
  groupsNote: 'What is public in a group can be read under these addresses by everybody, without a secret.',
  noGroups: 'You take part in no group yet',
  noGroupsText:
    'Then your calendar stays empty until somebody gives you a role. The calendars of public groups stand on their pages.',
} as const
