/** The help page on the states of meetings; its table is drawn from schema/vocabulary/meetings.ts. */
export const meetingHelp = {
  title: 'What each state of a meeting allows',
  lead: 'A meeting is planned, announced, under way, ended, and closed; or it is cancelled. What can be done with it depends on that, and on who you are.',
  states: 'The states',
  table: 'Who may do what, and when',
  legend: 'Full: there is a button for it. Ring: possible, to put a record right. Nothing: not any more, or not yet.',
  action: 'What',
  'action.READ': 'See it',
  'action.EDIT': 'Change its details',
  'action.MOVE': 'Give it other days',
  'action.ANNOUNCE': 'Record that it was announced',
  'action.CANCEL': 'Cancel it',
  'action.PUBLISH_DATES': 'Publish a date by hand, or take it back',
  'action.REMIND': 'See its reminders, and switch them',
  'action.CLOSE': 'Close it',
  'action.REOPEN': 'Open it again, by a decision',
  'who.VIEWER': 'Whoever may see it',
  'who.MANAGEMENT': 'Chair, vice-chairs, secretariat',
  'who.CHAIR': 'Chair and vice-chairs',
  OFFERED: 'offered',
  POSSIBLE: 'possible',
  NO: 'no',
  notes: 'Good to know',
  'note.calendar':
    'People plan, announce, close and cancel. That a meeting is under way or has ended is what the calendar of its place says.',
  'note.number': 'The number of a cancelled meeting is not used again, and its page stays.',
  'note.closing':
    'A meeting is closed on its last day or later, when everything is done that closing asks for. From then on its record stands; a decision can open it again.',
  'note.told':
    'When a meeting moves or is cancelled, everybody whom it concerns is told; you see beforehand who that is.',
} as const
