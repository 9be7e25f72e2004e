/** Pictures in a text: bringing them in, and saying what they show. */
export const pictures = {
  insert: 'Picture',
  coming: 'Sending {name}',
  cancel: 'Stop',
  cancelNamed: 'Stop sending {name}',
  troubleTitle: 'A picture was not added',
  offline:
    '{name} is not in the text, because the server cannot be reached. Your text is safe; add the picture again when the connection is back.',
  refused: '{name}: {why}',
  dismiss: 'Close this message',
  missing: 'The picture cannot be shown.',
  missingAlt: 'The picture cannot be shown. It shows: {alt}',
  describe: 'Say what it shows',
  describeAgain: 'Change the alternative text',
  describeTitle: 'What does the picture show?',
  alt: 'Alternative text',
  altHint:
    'For whoever cannot see the picture: what it shows that the text relies on, in a sentence or two. The title below the picture is separate.',
  altSave: 'Save',
  altLater: 'Later',
} as const
