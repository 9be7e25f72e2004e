import type { MeetingMode } from '#schema/generated/operations.js'
import { meetingModes } from '#schema/vocabulary/process.js'
import { visibilityLevels } from '#schema/vocabulary/visibility.js'
import type { SentForm } from '../../app/forms.js'

/** All of a meeting's form but its days. A remote meeting has no place, whatever stands in the fields that are then hidden. */
export function meetingDetails(sent: SentForm) {
  const mode: MeetingMode = meetingModes.find((known) => known === sent.text('mode')) ?? 'HYBRID'
  const here = (name: string) => (mode === 'REMOTE' ? null : sent.optional(name))
  return {
    title: sent.text('title'),
    mode,
    opensAt: sent.optional('opensAt'),
    registrationOpensAt: sent.optional('registrationOpensAt'),
    zone: sent.text('zone'),
    place: here('place'),
    country: here('country'),
    host: here('host'),
    collocatedWith: sent.optional('collocatedWith'),
    collocatedMeetingId: sent.optional('collocatedMeetingId'),
    closesAt: sent.optional('closesAt'),
    remoteDetails: mode === 'ONSITE' ? null : sent.optional('remoteDetails'),
    workingLanguage: sent.optional('workingLanguage'),
    otherLanguages: sent
      .text('otherLanguages')
      .split(/[\s,;]+/)
      .filter((tag) => tag !== ''),
    decidesOnSiteOnly: ({ ONSITE: true, ANY: false } as Record<string, boolean>)[sent.text('decides')] ?? null,
    objectives: sent.lines('objectives'),
    isPreparatory: sent.isTicked('isPreparatory'),
    // Who the group does not show it to is not offered; what is left out stays as it is.
    visibility: visibilityLevels.find((known) => known === sent.text('visibility')),
  }
}
