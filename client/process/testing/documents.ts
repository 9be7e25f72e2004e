import type { DocumentLineFragment } from '#schema/generated/operations.js'
import { aGroupHead } from './answers.js'

/** Answers of the API about the documents of a meeting. Everything can be overridden. */

/** The row of the agenda that `aMeetingWithDocuments` has. */
export const aRow = { id: '0190a6e2-0000-7000-8000-000000000001', number: '3.1', title: 'Water' }

/** The document with this number: a line of the list. Its id follows from the number. */
export const aLine = (number: number, over: Partial<DocumentLineFragment> = {}): DocumentLineFragment => ({
  id: `0190a6e2-0000-7000-8000-${String(number).padStart(12, '0')}`,
  number: `X-${number}`,
  title: `Document ${number}`,
  sources: [],
  purposes: [],
  state: 'SUBMITTED',
  standing: 'ON_TIME',
  availableSince: null,
  handedIn: null,
  agendaItemId: null,
  alsoUnder: [],
  position: null,
  presentedBy: null,
  progress: 'OPEN',
  result: null,
  note: null,
  revisedTo: null,
  mergedInto: null,
  replaces: [],
  revision: 1,
  ...over,
})

/** A meeting as the pages of its documents ask for it. */
export const aMeetingWithDocuments = (over: object = {}) => ({
  id: 'meeting',
  number: 1,
  title: 'First meeting',
  viewerMay: ['READ'],
  visibility: 'PUBLIC',
  group: aGroupHead(),
  agenda: [aRow],
  lastAllocation: null,
  ...over,
})
