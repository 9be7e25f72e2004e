/** Shared texts: the page around the editor. */
export const documents = {
  'kind.REPORT': 'Report',
  'kind.CONTRIBUTION': 'Contribution',
  'kind.MINUTES': 'Minutes',
  'kind.STATEMENT': 'Liaison statement',
  mayEdit: 'You can write in this text. Everybody in the group sees what you write as soon as it is stored.',
  mayRead: 'You can read this text as it is being written. Its editors write in it.',
  mayReadStranger: 'You can read this text as it is being written. To write in it, sign in as one of its editors.',
  read: 'Reading page',
  rename: 'Change the title',
  title: 'Title',
  saveTitle: 'Save the title',
  opening: 'Opening the text …',
  noScript: 'Writing needs JavaScript, which does not run here. The text can be read without it:',
  leaveTitle: 'Not everything is stored yet',
  leaveText:
    'What you wrote last is only in this tab. If you stay, it is sent as soon as that works, and then you leave by yourself. If you leave now, it is lost.',
  stay: 'Stay',
  leave: 'Leave and lose it',
} as const
