import type { GroupChangesInput, GroupSettingsPageQuery } from '#schema/generated/operations.js'
import { decisionPresences, figureNumberings, lifetimeAnchors } from '#schema/vocabulary/groups.js'
import { strengths } from '#schema/vocabulary/process.js'
import { visibilityLevels } from '#schema/vocabulary/visibility.js'
import type { SentForm } from '../../../app/forms.js'

type Group = NonNullable<GroupSettingsPageQuery['group']>

/** A form as it is, by the names of its fields: what a group works by now. */
export const fieldsOf = (group: Group): Readonly<Record<string, string>> => ({
  contributionOffsetDays: String(group.chosen.contributionOffsetDays ?? ''),
  contributionStrength: group.chosen.contributionStrength ?? '',
  announcementOffsetWeeks: String(group.chosen.announcementOffsetWeeks ?? ''),
  deliverablesOffsetWeeks: String(group.chosen.deliverablesOffsetWeeks ?? ''),
  deadlineZone: group.deadlineZone,
  cutOff: group.chosen.cutOff === '24:00' ? '' : group.chosen.cutOff,
  contributionPattern: group.chosen.contributionPattern,
  purposes: (group.chosen.purposes ?? []).join('\n'),
  holidays: (group.chosen.holidays ?? []).join('\n'),
  workingLanguages: group.workingLanguages.join('\n'),
  defaultVisibility: group.chosen.defaultVisibility ?? '',
  decisionPresence: group.chosen.decisionPresence,
  figureNumbers: group.chosen.figureNumbers ?? '',
  aim: group.aim ?? '',
  url: group.url ?? '',
  name: group.name,
  acronym: group.acronym ?? '',
  parent: group.parent.slug,
  ruleset: group.ruleset.id,
  termsApprovedOn: group.termsApprovedOn ?? '',
  announcedOn: group.announcedOn ?? '',
  lifetimeMonths: String(group.chosen.lifetimeMonths ?? ''),
  lifetimeAnchor: group.chosen.lifetimeAnchor,
  visibility: group.visibility,
})

const numbers = ['contributionOffsetDays', 'announcementOffsetWeeks', 'deliverablesOffsetWeeks', 'lifetimeMonths']

const sameText = (one: string, other: string) => one.replace(/\r\n/g, '\n').trim() === other.trim()

/** Names of the fields that were sent and say something else than `group` does. */
export const changedFields = (sent: SentForm, group: Group): string[] =>
  Object.entries(fieldsOf(group))
    .filter(([name, now]) => sent.has(name) && !sameText(sent.text(name), now))
    .map(([name]) => name)

/** Fields that hold no whole number although they should. */
export const notNumbers = (sent: SentForm): string[] =>
  numbers.filter((name) => sent.text(name) !== '' && !/^\d{1,6}$/.test(sent.text(name)))

const oneOf = <T extends string>(list: readonly T[], text: string): T | null => list.find((one) => one === text) ?? null

/** What the form asks to change: only the fields that differ from the group as it is, so that nobody needs a right for what stays. */
export function sentChanges(sent: SentForm, group: Group): GroupChangesInput {
  const number = (name: string) => (sent.text(name) === '' ? null : Number(sent.text(name)))
  const all: Readonly<Record<keyof GroupChangesInput, () => unknown>> = {
    contributionOffsetDays: () => number('contributionOffsetDays'),
    contributionStrength: () => oneOf(strengths, sent.text('contributionStrength')),
    announcementOffsetWeeks: () => number('announcementOffsetWeeks'),
    deliverablesOffsetWeeks: () => number('deliverablesOffsetWeeks'),
    deadlineZone: () => sent.text('deadlineZone'),
    cutOff: () => sent.optional('cutOff'),
    contributionPattern: () => sent.text('contributionPattern'),
    purposes: () => sent.lines('purposes'),
    holidays: () => sent.lines('holidays'),
    workingLanguages: () => sent.lines('workingLanguages'),
    defaultVisibility: () => oneOf(visibilityLevels, sent.text('defaultVisibility')),
    decisionPresence: () => oneOf(decisionPresences, sent.text('decisionPresence')),
    figureNumbers: () => oneOf(figureNumberings, sent.text('figureNumbers')),
    aim: () => sent.optional('aim'),
    url: () => sent.optional('url'),
    name: () => sent.text('name'),
    acronym: () => sent.optional('acronym'),
    parent: () => sent.text('parent'),
    ruleset: () => sent.text('ruleset'),
    termsApprovedOn: () => sent.optional('termsApprovedOn'),
    announcedOn: () => sent.optional('announcedOn'),
    lifetimeMonths: () => number('lifetimeMonths'),
    lifetimeAnchor: () => oneOf(lifetimeAnchors, sent.text('lifetimeAnchor')),
    visibility: () => oneOf(visibilityLevels, sent.text('visibility')),
  }
  return Object.fromEntries(
    changedFields(sent, group).map((name) => [name, all[name as keyof GroupChangesInput]()]),
  ) as GroupChangesInput
}
