import type { Words } from '#schema/words/index.js'
import { formatInstant } from '../../ui/index.js'
import type { PlacedTextHead } from './reading.route.js'

/** What stands at the top of each page of a text on paper: its title, and that it is a draft of a day. */
export function runningOf(text: PlacedTextHead, words: Words): { title: string; note: string } {
  const { title, group, textChangedAt } = text
  const note = textChangedAt
    ? words('reading.runningDraft', {
        group: group.acronym ?? group.name,
        day: formatInstant(textChangedAt, group.deadlineZone, words.locale, 'date'),
      })
    : words('reading.runningNew', { group: group.acronym ?? group.name })
  return { title: title.length > 90 ? `${title.slice(0, 89).trimEnd()}…` : title, note }
}
