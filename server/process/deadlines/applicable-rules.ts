import { provenances } from '#schema/vocabulary/process.js'
import type { Anchor, Direction, Obligation, Offset, Provenance, Strength } from '#schema/vocabulary/process.js'
import type { CalendarDay } from '#server/platform/time/index.js'
import type { Citation, DeadlineRule } from '#server/process/rulesets/index.js'
import type { DeadlineFacts, MeetingFacts } from './facts.js'
import { dayAt } from './offsets.js'

/** A rule that speaks about a meeting, and the day it gives. */
export interface ApplicableRule {
  readonly obligation: Obligation
  readonly provenance: Exclude<Provenance, 'PUBLISHED'>
  /** Null for a rule of the terms of reference that restates none of ours. */
  readonly ruleId: string | null
  readonly on: CalendarDay
  readonly offset: Offset
  readonly direction: Direction
  readonly anchor: Anchor
  readonly strength: Strength
  readonly citation: Citation
  readonly borrowedFrom: Citation | null
  /** First day of the span that the source recommends; `on` is its last. Null when it recommends none. */
  readonly ideallyOn: CalendarDay | null
}

/** A rule before its anchor has a day. */
type Timed = Omit<ApplicableRule, 'on' | 'ideallyOn'> & { readonly ideally: Offset | null }

/** The day an anchor stands for; null while it is unknown, or differs from document to document. */
function anchorDay(anchor: Anchor, meeting: MeetingFacts, contributionsCloseOn: CalendarDay | null) {
  switch (anchor) {
    case 'MEETING_START':
      return meeting.startsOn
    case 'MEETING_END':
      return meeting.endsOn
    case 'PARENT_MEETING_START':
      // A study group's meeting is the parent's meeting itself.
      return meeting.kind === 'STUDY_GROUP' ? meeting.startsOn : (meeting.parentStartsOn ?? null)
    case 'CONTRIBUTION_DEADLINE':
      return contributionsCloseOn
    default:
      return null
  }
}

function fromRuleset({ meeting, ruleset }: DeadlineFacts): Timed[] {
  return ruleset.rules
    .filter((rule) => rule.bound === 'LATEST' && rule.appliesTo.includes(meeting.kind))
    .flatMap((rule: DeadlineRule) => {
      const holds = rule.offsets.find(
        ({ modes, unplanned }) =>
          (!modes || modes.includes(meeting.mode)) &&
          (unplanned === undefined || unplanned === Boolean(meeting.isUnplanned)),
      )
      if (!holds) return []
      const { id, obligation, basis, direction, anchor, strength, citation, borrowedFrom } = rule
      const { offset, ideally = null } = holds
      const provenance = basis
      return [
        { obligation, provenance, ruleId: id, offset, ideally, direction, anchor, strength, citation, borrowedFrom },
      ]
    })
}

/** What a stronger text says on a matter takes from the ruleset's own rule whatever it does not say itself. */
function restated(own: readonly Timed[], obligation: Obligation, ruleId: string | null, unstated: Strength) {
  const about = own.filter((rule) => rule.obligation === obligation)
  // Where a binding rule and our default differ in strength, the terms of reference and the group take the place of the default.
  const model =
    about.find((rule) => rule.ruleId === ruleId) ?? about.find((rule) => rule.provenance === 'DEFAULT') ?? about[0]
  return {
    obligation,
    direction: model?.direction ?? ('BEFORE' as const),
    anchor: model?.anchor ?? ('MEETING_START' as const),
    strength: model?.strength ?? unstated,
    model,
  }
}

function fromTerms({ termsOfReference, ruleset }: DeadlineFacts, own: readonly Timed[]): Timed[] {
  return termsOfReference.map(({ obligation, offset, citation, ruleId = null, strength }) => {
    const { model: _, ...taken } = restated(own, obligation, ruleId, ruleset.unstatedStrength)
    return {
      ...taken,
      provenance: 'TERMS_OF_REFERENCE',
      ruleId,
      offset,
      ideally: null,
      strength: strength ?? taken.strength,
      citation,
      borrowedFrom: null,
    }
  })
}

function fromSettings({ settings, ruleset }: DeadlineFacts, own: readonly Timed[]): Timed[] {
  const chosen: [Obligation, Offset | null][] = [
    [
      'CONTRIBUTIONS',
      settings.contributionOffsetDays === null ? null : { calendarDays: settings.contributionOffsetDays },
    ],
    ['ANNOUNCEMENT', settings.announcementOffsetWeeks === null ? null : { weeks: settings.announcementOffsetWeeks }],
    [
      'DELIVERABLES_TO_PARENT',
      settings.deliverablesOffsetWeeks === null ? null : { weeks: settings.deliverablesOffsetWeeks },
    ],
  ]
  return chosen.flatMap(([obligation, offset]) => {
    const { model, ...taken } = restated(own, obligation, null, ruleset.unstatedStrength)
    if (!offset || !model) return []
    const { ruleId, citation } = model
    return [
      { ...taken, provenance: 'GROUP_SETTING' as const, ruleId, offset, ideally: null, citation, borrowedFrom: null },
    ]
  })
}

const rank = (rule: { readonly provenance: Provenance }) => provenances.indexOf(rule.provenance)

/**
 * The rules that give `meeting` a date, by obligation, the one that holds first: terms of reference, then what the group has set, then what
 * it inherits, then our default. Rules whose anchor has no day yet are left out. [D-P-1]
 */
export function applicableRules(
  facts: DeadlineFacts,
  contributionsCloseOn: CalendarDay | null,
): ReadonlyMap<Obligation, readonly ApplicableRule[]> {
  const own = fromRuleset(facts)
  const { holidays, strengthOverrides } = facts.settings
  const dated = [...fromTerms(facts, own), ...fromSettings(facts, own), ...own].flatMap(({ ideally, ...rule }) => {
    const from = anchorDay(rule.anchor, facts.meeting, contributionsCloseOn)
    if (from === null) return []
    const on = dayAt(from, rule.offset, rule.direction, holidays)
    const ideallyOn = ideally && dayAt(from, ideally, rule.direction, holidays)
    return [{ ...rule, on, ideallyOn, strength: strengthOverrides[rule.obligation] ?? rule.strength }]
  })
  return Map.groupBy(
    dated.sort((one, other) => rank(one) - rank(other)),
    (rule) => rule.obligation,
  )
}
