/** Who is in the text, and where. */
export { carets } from './caret-plugin.js'
export { caretHues, initialsOf, othersByClause, peopleIn, type PersonHere } from './people.js'
