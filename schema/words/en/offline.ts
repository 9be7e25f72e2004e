/** Texts on this device: without a network, back with a choice, and forgotten again. */
export const offline = {
  // Two versions of a clause.
  choiceTitle: 'You and others have rewritten the same text.',
  choiceText:
    'While you were without a connection, {clauses, plural, one {a clause was} other {# clauses were}} changed much on both sides. Nothing of yours is sent until you have chosen; you can go on writing.',
  choiceOpen: 'Compare and choose',
  dialogTitle: 'Two versions',
  dialogLead: 'Nothing is lost, whatever you choose: the version that does not stay here becomes a clause of its own.',
  ofMany: 'Clause {number} of {count}: {title}',
  untitled: 'without a title',
  mine: 'Yours, written here',
  theirs: 'What the others have',
  changes: '{count, plural, one {# change} other {# changes}}',
  markedBegin: '[only in this version: ',
  markedEnd: ']',
  choose: 'What becomes of “{title}”?',
  'choice.BOTH': 'Take both together',
  'choiceNote.BOTH': 'The two are merged word by word. Read it through afterwards.',
  'choice.THEIRS': 'Keep theirs',
  'choiceNote.THEIRS': 'Yours follows behind it as a clause of its own, under your name.',
  'choice.MINE': 'Keep mine',
  'choiceNote.MINE': 'Theirs follows behind it as a clause of its own.',
  send: 'Do it and send',
  later: 'Later',
  moreCame: 'Meanwhile there is one more to choose. Nothing has been sent yet.',
  sent: 'The two versions were put together and are being sent.',
  titleOfMine: '{title} (written offline by {name})',
  titleOfTheirs: '{title} (as it stood meanwhile)',

  // What could not become part of the text.
  asideTitle: 'Words of yours that could not be sent are kept on this device.',
  asideText: 'They belong to a copy of this text of {when}. Copy what you need; they are removed after 30 days.',
  asideShow: 'Show the words',
  asideDrop: 'Remove them',
  forget: 'Remove the text from this device',
  nothingKept: 'Nothing is kept on this device',

  // Walking away.
  leaveTitle: 'There is no connection',
  leaveText:
    'This text is on your device; other pages are not. If you stay you can go on writing, and go on from here when the connection is back.',
  stay: 'Stay here',
  tryAnyway: 'Try it all the same',

  // The page that stands where there is none.
  pageTitle: 'No connection',
  pageLead: 'This page is not kept on this device. These texts are, and can be read and written without a connection:',
  pageNone: 'No text is kept on this device. A text is kept when you open it where it is written.',
  pageWaiting: 'Changes not sent yet:',

  // Signing out and in.
  signOutTitle: 'Not everything you wrote has been sent',
  signOutText:
    '{count, plural, one {A change is} other {# changes are}} kept on this device and nowhere else. Signing out removes all texts from it. To send them, open the text first.',
  signOutAnyway: 'Sign out and lose {count, plural, one {it} other {them}}',
  staySignedIn: 'Stay signed in',
  othersWait:
    '{count, plural, one {A change} other {# changes}} that somebody wrote on this device {count, plural, one {was} other {were}} not sent yet. If it was you, sign in with the same account and open the text. Signing in with another account removes {count, plural, one {it} other {them}}.',
} as const
