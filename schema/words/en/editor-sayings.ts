/** What the writing room says to somebody who cannot see it: where the caret has come, what a command did, who came and went. */
export const editorSayings = {
  clause: '{clause}.',
  wholeClause: '{clause}, selected as a whole.',
  title: 'Title.',
  block: '{hasLabel, select, yes {{label}.} other {{kind}.}}',
  item: '{list}{level, plural, =1 {} other {, level {level}}}.',
  thing: '{kind}{hasLabel, select, yes { {label}} other {}}. Enter opens it.',
  frame:
    '{hasLabel, select, yes {{label}} other {{kind}}}{columns, plural, =0 {} one {, one column} other {, # columns}}{rows, plural, =0 {} one {, one row} other {, # rows}}{hasCaption, select, yes {: {caption}} other {}}.',
  cell: 'Row {row}, column {column}{isHead, select, yes {, a head} other {}}{heads, plural, =0 {} one {, head: {names}} other {, heads: {names}}}.',
  cells:
    '{rows, plural, one {One row} other {# rows}} and {columns, plural, one {one column} other {# columns}} selected.',
  'frameKind.TABLE': 'Table',
  'frameKind.FIGURE': 'Figure',
  movedBefore: 'Moved: {clause}, before {other}.',
  movedAfter: 'Moved: {clause}, after {other}.',
  movedBelow: 'Moved: {clause}, below {other}.',
  moved: 'Moved: {clause}.',
  promoted: 'One level up, now {clause}.',
  demoted: 'One level down, now {clause}.',
  deleted: 'Deleted: {clause}.',
  status: '{clause}: {status}.',
  came: '{names} {count, plural, one {is} other {are}} in this clause too.',
  left: '{names} {count, plural, one {has} other {have}} left this clause.',
  nameGap: ', ',
} as const
