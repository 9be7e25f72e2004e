/** Manners of the writing room: find and replace, focus, words counted, what a text begins with. */
export const writing = {
  find: 'Find in the text',
  findWhat: 'Find',
  replace: 'Replace',
  replaceWith: 'Replace with',
  replaceOne: 'Replace this one',
  replaceAll: 'Replace all',
  previous: 'Previous',
  next: 'Next',
  matchCase: 'Match case and accents',
  wholeWords: 'Whole words',
  inClause: 'Only in “{clause}” and below',
  found: '{more, select, yes {More than {count, number}} other {{count, plural, =0 {Not found} other {# found}}}}',
  foundAt: '{at, number} of {more, select, yes {more than {count, number}} other {{count, number}}}',
  foundIn: 'in {clause}',
  replaced: '{count, plural, =0 {Nothing replaced} one {# replaced} other {# replaced}}',

  // The outline.
  findClause: 'Find a clause',
  clausesFound: '{count, plural, =0 {No clause has these words} one {# clause found} other {# clauses found}}',
  join: 'Join to the one before',
  joined: 'Joined: {clause}',
  cannotJoin: 'There is nothing before it to join it to.',
  statusSet: '{clause}: {status}',
  statusBy: '{status}, set by {name}',

  // Words counted.
  wordsBelow: '{count, plural, one {# word} other {# words}}',
  wordsClause: '{count, plural, one {# word} other {# words}} in this clause',
  wordsText: '{count, plural, one {# word} other {# words}} in the text',
  wordsSelected: '{count, plural, one {# word} other {# words}} selected',

  // The text alone.
  focus: 'Focus',
  focusOn: 'Only the text is shown. Escape brings the rest back.',
  focusOff: 'The whole room is shown again.',
  side: 'Beside the text',

  // The keys.
  keysText: 'Text',
  keysClauses: 'Clauses',
  keysTables: 'Tables',
  keysInsert: 'Insert',
  keysFind: 'Find and look',
  'key.deeper': 'In a list or a title: one step deeper',
  'key.higher': 'In a list or a title: one step higher',
  'key.edges': 'To the beginning or the end of the text',
  'key.outlineInsert': 'Among the clauses: new clause after this one',
  'key.outlineJoin': 'Among the clauses: join to the one before',
  'key.cells': 'Next or previous cell; behind the last one a new row',
  'key.leaveTable': 'Out of the table, to the text after it',
  'key.wholeTable': 'Select the whole table',
  'key.slash': 'In an empty paragraph: what can be put in',
  'key.replace': 'Find and replace',
  'key.next': 'Next place found',
  'key.previous': 'Previous place found',
  'key.focus': 'Only the text, and back',

  // What a text begins with.
  begin:
    'Begin with the clauses of a template and fill them in any order, or with a single clause. Every empty place says what belongs there.',
  'template.TECHNICAL_REPORT': 'Technical Report',
  'template.TECHNICAL_SPECIFICATION': 'Technical Specification',
  'template.NEUTRAL_REPORT': 'Plain report',
  'template.MINUTES': 'Minutes of a meeting',
  'template.CONTRIBUTION': 'Contribution',
  'template.BLANK': 'A single clause',
  'templateFor.TECHNICAL_REPORT':
    'Informs, and binds nobody: findings, methods, guidance. All fixed places, from the summary to the bibliography.',
  'templateFor.TECHNICAL_SPECIFICATION':
    'Holds provisions that others can be held to. The same fixed places, and an annex.',
  'templateFor.NEUTRAL_REPORT': 'For readers outside of standards: no fixed places, every clause numbered from 1.',
  'templateFor.MINUTES': 'From the opening to the closing: documents, decisions, actions, next meeting.',
  'templateFor.CONTRIBUTION': 'An input to a meeting: what it is about, why, and what is proposed.',
  'templateFor.BLANK': 'Nothing but an empty clause; everything else is up to you.',

  // What belongs into the clauses of templates that are no fixed places.
  'hint.TERMS_DEFINED_ELSEWHERE':
    'Terms taken from other documents: the term, a colon, the definition, and where it is from.',
  'hint.TERMS_DEFINED_IN_THIS_DOCUMENT': 'Terms that this text defines: the term, a colon, and what it means here.',
  'hint.SUMMARY': 'What was found and what follows from it, for somebody who reads nothing else.',
  'hint.BACKGROUND': 'What was known before, and why the question was asked.',
  'hint.FINDINGS': 'What was found, with the evidence for it.',
  'hint.CONCLUSIONS': 'What follows from the findings, and for whom.',
  'hint.SOURCES': 'Where the facts are from, so that others can look them up.',
  'hint.OPENING': 'When and where the meeting began, who chaired it, and who took part.',
  'hint.APPROVAL_OF_THE_AGENDA': 'Which agenda was approved, and what was changed in it.',
  'hint.DOCUMENTS_CONSIDERED': 'The contributions and statements that were looked at, by number.',
  'hint.DISCUSSION_AND_DECISIONS': 'Item by item: what was said, what was agreed, and who had reservations.',
  'hint.ACTIONS': 'Who does what until when.',
  'hint.NEXT_MEETING': 'When and where, and until when contributions are taken.',
  'hint.CLOSING': 'When the meeting was closed, and thanks.',
  'hint.ABSTRACT': 'What this contribution says and asks for, in a few lines.',
  'hint.INTRODUCTION': 'What led to this contribution.',
  'hint.DISCUSSION': 'The reasons, and what else was considered.',
  'hint.PROPOSAL': 'What the meeting is asked to do: text to take in, a decision, a question.',
} as const
