import { expect, it } from '@jest/globals'
import type { GroupDefaultKey } from '#schema/vocabulary/groups.js'
import { groupDefaults } from './group-defaults.js'
import type { StandardsGroup } from './group.entity.js'
import type { TermsOfReference } from './terms.entity.js'
import type { TermsSections } from './terms-of-reference.js'

/** A focus group that has chosen nothing, under A.7 of 2016. */
const aGroup = (over: Partial<StandardsGroup> = {}) =>
  ({
    name: 'Focus group',
    acronym: 'FG-X',
    kind: 'FOCUS_GROUP',
    ruleset: 'itu-t-a7-2016',
    deadlineZone: 'Europe/Zurich',
    cutOff: '24:00:00',
    contributionOffsetDays: null,
    contributionStrength: null,
    announcementOffsetWeeks: null,
    deliverablesOffsetWeeks: null,
    contributionPattern: '{group}-I-{seq:3}{rev}',
    purposes: null,
    workingLanguage: 'en',
    moreLanguages: [],
    defaultVisibility: null,
    decisionPresence: 'ANY',
    figureNumbers: null,
    lifetimeMonths: 24,
    lifetimeAnchor: 'FIRST_MEETING',
    ...over,
  }) as StandardsGroup

const terms = (sections: TermsSections) =>
  ({ source: 'Circular', confidence: 'VERIFIED', sections }) as TermsOfReference

const of = (key: GroupDefaultKey, group: StandardsGroup, said: TermsOfReference | null = null) =>
  groupDefaults(group, said).find((one) => one.key === key)!

it('[GS-1] tells of each matter what holds and where it comes from', () => {
  const group = aGroup({ contributionOffsetDays: 20, deadlineZone: 'Asia/Tokyo' })
  expect(of('CONTRIBUTION_OFFSET', group)).toMatchObject({
    value: { calendarDays: 20 },
    provenance: 'GROUP_SETTING',
    otherwise: { value: { calendarDays: 12 }, provenance: 'DEFAULT' },
  })
  expect(of('DEADLINE_ZONE', group)).toMatchObject({ value: 'Asia/Tokyo', otherwise: { value: 'Europe/Zurich' } })
  expect(of('LIFETIME', group)).toMatchObject({ value: 24, provenance: 'INHERITED', citation: { clause: '2.2' } })
})

it('[GS-1, D-P-1] lets the terms of reference beat what the group has set, and shows what they beat', () => {
  const said = terms({ MEETINGS: { deadlines: [{ obligation: 'ANNOUNCEMENT', offset: { weeks: 6 } }] } })
  expect(of('ANNOUNCEMENT_OFFSET', aGroup({ announcementOffsetWeeks: 8 }), said)).toMatchObject({
    value: { weeks: 6 },
    provenance: 'TERMS_OF_REFERENCE',
    citation: { document: 'Circular', clause: '11' },
    otherwise: { value: { weeks: 8 }, provenance: 'GROUP_SETTING' },
  })
})

it('[GS-1] counts a choice that says what the rules say as no choice', () => {
  expect(of('FIGURE_NUMBERS', aGroup({ figureNumbers: 'RUNNING' }))).toMatchObject({
    provenance: 'DEFAULT',
    otherwise: null,
  })
  expect(of('PURPOSES', aGroup({ purposes: ['PROPOSAL'] }))).toMatchObject({ provenance: 'GROUP_SETTING' })
})

it('[GS-1] tells the strength that the rules of the group give, until it sets its own', () => {
  expect(of('CONTRIBUTION_STRENGTH', aGroup())).toMatchObject({ value: 'FLAG', otherwise: null })
  expect(of('CONTRIBUTION_STRENGTH', aGroup({ contributionStrength: 'BLOCK' }))).toMatchObject({
    value: 'BLOCK',
    provenance: 'GROUP_SETTING',
    otherwise: { value: 'FLAG' },
  })
  expect(of('CONTRIBUTION_STRENGTH', aGroup({ kind: 'STUDY_GROUP' })).value).toBe('BLOCK')
})

it('says that no rule asks where none does', () => {
  expect(of('DELIVERABLES_OFFSET', aGroup({ ruleset: 'iso' }))).toMatchObject({ value: null, otherwise: null })
})
