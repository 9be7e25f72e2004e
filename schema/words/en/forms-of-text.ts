/** What a text as a whole is, and how its tables and figures are counted. */
export const formsOfText = {
  open: 'About this text',
  title: 'About this text',
  type: 'What it is',
  'type.REPORT': 'Technical report',
  'type.SPECIFICATION': 'Technical specification',
  'type.PLAIN': 'Plain text',
  'typeHint.REPORT':
    'It informs. Clauses 1 to 5 have their fixed places, and the checks ask for words other than “shall”.',
  'typeHint.SPECIFICATION':
    'It holds provisions. Clauses 1 to 5 have their fixed places; “shall” is mandatory in the main text and in normative annexes.',
  'typeHint.PLAIN':
    'No fixed places: clauses are numbered from 1. For contributions, minutes, statements and other reports.',
  labels: 'Numbers of tables and figures',
  labelsHint: 'Annexes and appendices begin anew in both: Table A.1.',
  'labels.CONTINUOUS': 'Through the whole text',
  'labels.BY_CLAUSE': 'By clause',
  'labelsHint.CONTINUOUS': 'Table 1, Table 2, Table 3 …, in whatever clause they stand.',
  'labelsHint.BY_CLAUSE': 'Table 6-1, Table 6-2, Table 7-1 …: easier to find in a long text.',
  everybody: 'Everybody who has the text open sees the new numbers at once. Nothing in the text itself changes.',
  save: 'Save',
  cancel: 'Cancel',
} as const
