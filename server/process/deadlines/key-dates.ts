import { obligations } from '#schema/vocabulary/process.js'
import type { Explanation, ExplanationArgs, Obligation, Provenance, Strength } from '#schema/vocabulary/process.js'
import { closingInstant, daysBetween, type CalendarDay } from '#server/platform/time/index.js'
import type { Citation } from '#server/process/rulesets/index.js'
import { applicableRules, type ApplicableRule } from './applicable-rules.js'
import type { DeadlineFacts, PublishedDate } from './facts.js'

/** A date by which something is due for a meeting, with everything it stands on. */
export interface KeyDate {
  readonly obligation: Obligation
  /** The rule that holds, or would hold if nothing were published; null when none speaks of the matter. */
  readonly ruleId: string | null
  /** The day that rule gives; null without a rule. */
  readonly computedOn: CalendarDay | null
  /** The day that was announced for this meeting; null when none was. */
  readonly publishedOn: CalendarDay | null
  /** Why the published day differs, in the words of who set it. */
  readonly publishedReason: string | null
  /** The day that counts: published, else computed. */
  readonly effectiveOn: CalendarDay
  /** First instant that is too late. */
  readonly closesAt: Date
  /** Zone in which `closesAt` is told. */
  readonly zone: string
  readonly strength: Strength
  /** Days by which the published day lies before the computed one; negative when after. Null unless there are both. */
  readonly differenceDays: number | null
  /** Days from the effective day to the opening of the meeting; negative for what is due after it. */
  readonly daysAhead: number
  readonly provenance: Provenance
  /** Where the rule is written; null without a rule. */
  readonly citation: Citation | null
  readonly explanation: Explanation
  /** What weaker rules would have given, where that is another day. */
  readonly alternatives: readonly ApplicableRule[]
  /** First day of the span that the source recommends; null when it recommends none, or a date was published. */
  readonly ideallyOn: CalendarDay | null
}

/** A rule as the arguments of a sentence. */
export const toldRule = (rule: ApplicableRule): ExplanationArgs => ({
  provenance: rule.provenance,
  ruleId: rule.ruleId,
  on: rule.on,
  offset: rule.offset,
  direction: rule.direction,
  anchor: rule.anchor,
  document: rule.citation.short,
  clause: rule.citation.clause,
  borrowedFrom: rule.borrowedFrom?.short ?? null,
})

function keyDate(
  { meeting, settings, ruleset }: DeadlineFacts,
  obligation: Obligation,
  rules: readonly ApplicableRule[],
  published: PublishedDate | undefined,
): KeyDate | null {
  const [rule, ...weaker] = rules
  const effectiveOn = published?.on ?? rule?.on
  if (effectiveOn === undefined) return null
  const zone = settings.deadlineZone
  const closesAt = closingInstant(effectiveOn, settings.cutOff, zone)
  const alternatives = weaker.filter(({ on }) => on !== rule!.on)
  const others = (published && rule ? [rule, ...alternatives] : alternatives).map(toldRule)
  const told = { closesAt: closesAt.toISOString(), zone, on: effectiveOn, others }
  return {
    obligation,
    ruleId: rule?.ruleId ?? null,
    computedOn: rule?.on ?? null,
    publishedOn: published?.on ?? null,
    publishedReason: published?.reason ?? null,
    effectiveOn,
    closesAt,
    zone,
    strength: rule?.strength ?? settings.strengthOverrides[obligation] ?? ruleset.unstatedStrength,
    differenceDays: published && rule ? daysBetween(published.on, rule.on) : null,
    daysAhead: daysBetween(effectiveOn, meeting.startsOn),
    provenance: published ? 'PUBLISHED' : rule!.provenance,
    citation: rule?.citation ?? null,
    explanation: published
      ? { code: 'PUBLISHED', args: { ...told, source: published.source ?? null } }
      : { code: 'BY_RULE', args: { ...toldRule(rule!), ...told } },
    alternatives,
    ideallyOn: published ? null : (rule?.ideallyOn ?? null),
  }
}

/**
 * The key dates of a meeting, earliest first: what was published for it, else what its terms of reference, the group's settings, the rules it
 * inherits or our defaults give. Dates that count from something unknown (the parent's next meeting) are left out until it is known.
 * [D-P-1, D-P-2; process.md D-FG-*, D-SG-*, D-CT-1, D-ISO-*]
 */
export function keyDates(facts: DeadlineFacts): readonly KeyDate[] {
  const published = new Map(facts.published.map((date) => [date.obligation, date]))
  const contributions = applicableRules(facts, null).get('CONTRIBUTIONS')
  const closeOn = published.get('CONTRIBUTIONS')?.on ?? contributions?.[0]?.on ?? null
  const rules = applicableRules(facts, closeOn)
  return obligations
    .map((obligation) => keyDate(facts, obligation, rules.get(obligation) ?? [], published.get(obligation)))
    .filter((date) => date !== null)
    .sort((one, other) => one.closesAt.getTime() - other.closesAt.getTime())
}
