import { Injectable } from '@nestjs/common'
import { termsSectionKeys, type TermsSectionKey } from '#schema/vocabulary/groups.js'
import { obligations, type Obligation, type Offset } from '#schema/vocabulary/process.js'
import { Access } from '#server/common/access/index.js'
import type { WriteCtx } from '#server/platform/context/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { oneOf, optionalTextOf } from './checked-input.js'
import { scopeOf } from './groups.access.js'
import { Groups } from './groups.service.js'
import { TermsOfReference } from './terms.entity.js'
import { sameTerms, type TermsDeadline, type TermsSection, type TermsSections } from './terms-of-reference.js'

/** A length that the terms lay down, as somebody fills it in. */
export interface GivenDeadline {
  readonly obligation: Obligation
  readonly count: number
  readonly unit: 'CALENDAR_DAYS' | 'WEEKS' | 'MONTHS' | 'WORKING_DAYS'
}

/** One section, as somebody fills it in; empty texts count as not known. */
export interface GivenSection {
  readonly key: TermsSectionKey
  readonly text?: string | null
  readonly see?: string | null
  readonly deadlines?: readonly GivenDeadline[] | null
}

export interface WriteTerms {
  /** Slug of the group. */
  readonly group: string
  /** The version from which this one was written; 0 when there was none. */
  readonly expectedVersion: number
  readonly approvedOn?: string | null
  /** Where it was read; absent: nobody has checked. */
  readonly source?: string | null
  readonly sections: readonly GivenSection[]
}

const LONGEST_TEXT = 20_000
const LONGEST_POINTER = 200
const units = { CALENDAR_DAYS: 'calendarDays', WEEKS: 'weeks', MONTHS: 'months', WORKING_DAYS: 'workingDays' } as const

/** Writing the next version of terms of reference from the last. */
@Injectable()
export class TermsWriting {
  constructor(
    private readonly access: Access,
    private readonly groups: Groups,
  ) {}

  /**
   * Enters the next version. Earlier ones stay as they were. Administrators. Refuses: NOT_FOUND, FORBIDDEN, SIGN_IN_REQUIRED, STALE, BAD_INPUT (also
   * for what says nothing new), TEXT_TOO_LONG, NO_SUCH_DAY, DAY_OUT_OF_RANGE. [FG-3, GS-5]
   */
  async write(ctx: WriteCtx, input: WriteTerms): Promise<TermsOfReference> {
    const group = await this.groups.lockBySlug(ctx, input.group)
    this.access.require(ctx, 'group.edit', scopeOf(group))
    const [last] = await ctx.db.find(TermsOfReference, {
      where: { groupId: group.id },
      order: { version: 'DESC' },
      take: 1,
    })
    if ((last?.version ?? 0) !== input.expectedVersion) {
      throw refuse('STALE', { revision: last?.version ?? 0 }, { details: { current: last ? { ...last } : null } })
    }
    const sections = sectionsOf(input.sections, last?.sections ?? {})
    if (Object.keys(sections).length === 0) {
      throw refuse('BAD_INPUT', { detail: 'terms of reference say something' }, { field: 'input.sections' })
    }
    const approvedOn = input.approvedOn ?? null
    if (last && last.approvedOn === approvedOn && sameTerms(last.sections, sections)) {
      const detail = `this says the same as version ${last.version}`
      throw refuse('BAD_INPUT', { detail }, { field: 'input.sections' })
    }
    const source = optionalTextOf(input.source, 500, 'input.source')
    return this.groups.recordTerms(ctx, {
      groupId: group.id,
      approvedOn,
      sections,
      ...(source !== null && { provenance: { source, confidence: 'VERIFIED' } }),
    })
  }
}

/** What is kept of the sections. A deadline that stays as it was keeps the rule that it restates. */
function sectionsOf(given: readonly GivenSection[], last: TermsSections): TermsSections {
  const sections: Partial<Record<TermsSectionKey, TermsSection>> = {}
  for (const { key: name, ...said } of given) {
    const key = oneOf(termsSectionKeys, name, 'section', 'input.sections')
    if (sections[key]) throw refuse('BAD_INPUT', { detail: 'a section is there twice' }, { field: 'input.sections' })
    const text = optionalTextOf(said.text, LONGEST_TEXT, `input.sections.${key}`)
    const see = optionalTextOf(said.see, LONGEST_POINTER, `input.sections.see-${key}`)
    const deadlines = (said.deadlines ?? []).map((deadline) => deadlineOf(deadline, last[key]?.deadlines ?? []))
    const section = { ...(text && { text }), ...(see && { see }), ...(deadlines.length > 0 && { deadlines }) }
    if (Object.keys(section).length > 0) sections[key] = section
  }
  return sections
}

function deadlineOf({ obligation: name, count, unit }: GivenDeadline, last: readonly TermsDeadline[]): TermsDeadline {
  const obligation = oneOf(obligations, name, 'kind of date', 'input.sections')
  const offset = { [units[unit]]: count } as unknown as Offset
  const ruleId = last.find((one) => one.obligation === obligation)?.ruleId
  return { obligation, offset, ...(ruleId && { ruleId }) }
}
