import { DEFAULT_PATTERN } from '#schema/vocabulary/contribution-number.js'
import { groupDefaultKeys, type GroupDefaultKey } from '#schema/vocabulary/groups.js'
import type { Obligation, Offset, Provenance } from '#schema/vocabulary/process.js'
import { applicableRules } from '#server/process/deadlines/index.js'
import { rulesetById, type Citation } from '#server/process/rulesets/index.js'
import { deadlineSettingsOf, termsRules } from './group-deadlines.js'
import type { StandardsGroup } from './group.entity.js'
import { meetingKindOf } from './meeting-kind.js'
import type { TermsOfReference } from './terms.entity.js'

/** A length, a code of a closed list, a text, several of them, or a number of months; null: no rule asks for one. */
export type DefaultValue = Offset | string | number | readonly string[] | null

/** A value and where it comes from. */
export interface ValueSeen {
  readonly value: DefaultValue
  readonly provenance: Exclude<Provenance, 'PUBLISHED'>
  /** Where it is written; null when no text is cited for it. */
  readonly citation: Citation | null
}

/** What a group works by on one matter. */
export interface GroupDefault extends ValueSeen {
  readonly key: GroupDefaultKey
  /** What would hold if nobody had chosen this; null when it is what holds. */
  readonly otherwise: ValueSeen | null
}

type Chosen = Omit<StandardsGroup, 'id' | 'slug' | 'revision'>

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** A choice of the group against what holds without it. Chosen alike, it counts as not chosen. */
const against = (own: DefaultValue, usual: ValueSeen): Omit<GroupDefault, 'key'> =>
  own === null || same(own, usual.value)
    ? { ...usual, otherwise: null }
    : { value: own, provenance: 'GROUP_SETTING', citation: null, otherwise: usual }

/** Any day does: only how long before it something is due is read. */
const SOME_DAY = '2030-06-12'

/** The lengths and strengths that speak on a matter, the one that holds first. [D-P-1] */
function rulesOf(group: Chosen, terms: TermsOfReference | null) {
  const meeting = { startsOn: SOME_DAY, endsOn: SOME_DAY, mode: 'HYBRID' as const, parentStartsOn: SOME_DAY }
  return applicableRules(
    {
      meeting: { ...meeting, kind: meetingKindOf(group.kind, group.ruleset) },
      settings: { ...deadlineSettingsOf(group), strengthOverrides: {} },
      ruleset: rulesetById(group.ruleset),
      published: [],
      termsOfReference: termsRules(group, terms),
    },
    null,
  )
}

/**
 * Every default of a group: what holds, where it comes from, and what would hold without it. Terms of reference beat what the group has set, this
 * beats what it inherits, that our default. [GS-1, D-P-1]
 */
export function groupDefaults(group: Chosen, terms: TermsOfReference | null): readonly GroupDefault[] {
  const ruleset = rulesetById(group.ruleset)
  const { defaults } = ruleset
  const rules = rulesOf(group, terms)
  const usual = (value: DefaultValue): ValueSeen => ({ value, provenance: 'DEFAULT', citation: null })

  const offset = (obligation: Obligation): Omit<GroupDefault, 'key'> => {
    const [holds, next] = (rules.get(obligation) ?? []).map(({ offset: value, provenance, citation }) => ({
      value,
      provenance,
      citation: provenance === 'GROUP_SETTING' ? null : citation,
    }))
    return { ...(holds ?? usual(null)), otherwise: next ?? null }
  }
  const strength = (): Omit<GroupDefault, 'key'> => {
    const rule = rules.get('CONTRIBUTIONS')?.[0]
    return against(group.contributionStrength, {
      value: rule?.strength ?? ruleset.unstatedStrength,
      provenance: rule && rule.provenance !== 'GROUP_SETTING' ? rule.provenance : 'DEFAULT',
      citation: rule && rule.provenance !== 'GROUP_SETTING' ? rule.citation : null,
    })
  }
  const lifetime = (): Omit<GroupDefault, 'key'> => {
    const inherited: ValueSeen = ruleset.lifetime
      ? { value: ruleset.lifetime.months, provenance: 'INHERITED', citation: ruleset.lifetime.citation }
      : usual(null)
    if (same(group.lifetimeMonths, inherited.value)) return { ...inherited, otherwise: null }
    // How long a group works is the parent's word, as its terms have it, never the group's own.
    return { value: group.lifetimeMonths, provenance: 'TERMS_OF_REFERENCE', citation: null, otherwise: inherited }
  }

  const all: Readonly<Record<GroupDefaultKey, () => Omit<GroupDefault, 'key'>>> = {
    CONTRIBUTION_OFFSET: () => offset('CONTRIBUTIONS'),
    CONTRIBUTION_STRENGTH: strength,
    ANNOUNCEMENT_OFFSET: () => offset('ANNOUNCEMENT'),
    DELIVERABLES_OFFSET: () => offset('DELIVERABLES_TO_PARENT'),
    DEADLINE_ZONE: () => against(group.deadlineZone, usual(defaults.deadlineZone)),
    CUT_OFF: () => against(group.cutOff.slice(0, 5), usual(defaults.cutOff)),
    CONTRIBUTION_PATTERN: () => against(group.contributionPattern, usual(DEFAULT_PATTERN)),
    PURPOSES: () => against(group.purposes, usual(defaults.contributionPurposes)),
    HOLIDAYS: () => against(group.holidays, usual(null)),
    WORKING_LANGUAGES: () => against([group.workingLanguage, ...group.moreLanguages], usual(defaults.workingLanguages)),
    DEFAULT_VISIBILITY: () => against(group.defaultVisibility, usual(group.visibility)),
    DECISION_PRESENCE: () => against(group.decisionPresence, usual(defaults.decisionPresence)),
    FIGURE_NUMBERS: () => against(group.figureNumbers, usual(defaults.figureNumbers)),
    RULESET: () => ({ value: group.ruleset, provenance: 'GROUP_SETTING', citation: null, otherwise: null }),
    LIFETIME: lifetime,
    LIFETIME_ANCHOR: () => against(group.lifetimeAnchor, usual('FIRST_MEETING')),
  }
  return groupDefaultKeys.map((key) => ({ key, ...all[key]() }))
}
