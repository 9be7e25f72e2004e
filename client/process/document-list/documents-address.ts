import { meetingHref } from '../meetings/index.js'

/** Where the documents of a meeting are. */
export const documentsHref = (group: { readonly slug: string }, number: number): string =>
  `${meetingHref(group, number)}/documents`
