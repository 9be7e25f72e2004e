import { meetingHref } from '../meetings/index.js'

/** Where the agenda of a meeting is. */
export const agendaHref = (group: { slug: string }, number: number): string => `${meetingHref(group, number)}/agenda`
