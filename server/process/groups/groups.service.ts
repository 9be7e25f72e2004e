import { Injectable } from '@nestjs/common'
import { DEFAULT_PATTERN } from '#schema/vocabulary/contribution-number.js'
import type { GroupKind, GroupState, LifetimeAnchor } from '#schema/vocabulary/groups.js'
import { rulesetIds, type RulesetId } from '#schema/vocabulary/process.js'
import { Access, type Visibility } from '#server/common/access/index.js'
import { Activity } from '#server/common/activity/index.js'
import type { WriteCtx } from '#server/platform/context/index.js'
import { newId, revise, sqlState } from '#server/platform/database/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { END_OF_DAY, parseCutOff } from '#server/platform/time/index.js'
import { dayOf, inOrder, optionalDayOf, optionalTextOf, textOf } from './checked-input.js'
import type { GivenSource } from '#server/roadmap/provenance/index.js'
import { StandardsGroup } from './group.entity.js'
import { isOpen, mayBecome, type GroupStep } from './group-states.js'
import { scopeOf } from './groups.access.js'
import { knownZone } from './known-zone.reads.js'
import { LifetimeExtension } from './lifetime-extension.entity.js'
import { ownSource } from './own-source.js'
import { Subgroup } from './subgroup.entity.js'
import { TermsOfReference } from './terms.entity.js'
import { termsDeadlines, type TermsSections } from './terms-of-reference.js'

/** Addresses below `/groups/` that are pages of their own. */
const reservedSlugs = ['new']

/** What a new group needs. Days may lie in the past, so that history can be recorded. */
export interface EstablishGroup {
  readonly slug: string
  readonly bodyId: string
  readonly parentBodyId: string
  readonly name: string
  readonly acronym?: string | null
  readonly kind: GroupKind
  /** Absent: PROPOSED. */
  readonly state?: GroupState
  readonly ruleset: RulesetId
  readonly deadlineZone: string
  readonly cutOff?: string
  readonly contributionOffsetDays?: number | null
  readonly decisionPresence?: 'ANY' | 'ONSITE_ONLY'
  readonly workingLanguage?: string
  readonly termsApprovedOn?: string | null
  readonly announcedOn?: string | null
  readonly lifetimeMonths?: number | null
  /** Absent: its first meeting. */
  readonly lifetimeAnchor?: LifetimeAnchor
  readonly concludedOn?: string | null
  readonly aim?: string | null
  readonly url?: string | null
  readonly isExample?: boolean
  readonly visibility: Visibility
  readonly provenance?: GivenSource
}

export interface RecordTerms {
  readonly groupId: string
  readonly approvedOn?: string | null
  readonly sections: TermsSections
  readonly provenance?: GivenSource
}

/** The verbs on groups themselves. Who holds which role: roles.service.ts. */
@Injectable()
export class Groups {
  constructor(
    private readonly access: Access,
    private readonly activity: Activity,
  ) {}

  /**
   * Takes a group into the house, in whatever state it is. Administrators.
   * Refuses: FORBIDDEN, BAD_INPUT, NO_SUCH_ZONE, NO_SUCH_TIME, NO_SUCH_DAY, DAY_OUT_OF_RANGE, TEXT_MISSING, TEXT_TOO_LONG, ALREADY_THERE, NOT_FOUND (a body).
   */
  async establish(ctx: WriteCtx, input: EstablishGroup): Promise<StandardsGroup> {
    const id = newId()
    this.access.require(ctx, 'group.edit', { groupId: id, visibility: input.visibility })
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(input.slug) || input.slug.length > 100) {
      throw refuse('BAD_INPUT', { detail: 'a slug is made of a-z, 0-9 and single hyphens' }, { field: 'input.slug' })
    }
    if (reservedSlugs.includes(input.slug)) {
      throw refuse('BAD_INPUT', { detail: `“${input.slug}” is the address of another page` }, { field: 'input.slug' })
    }
    if (!rulesetIds.includes(input.ruleset)) throw refuse('BAD_INPUT', { detail: 'there is no such ruleset' })
    const group = Object.assign(new StandardsGroup(), {
      id,
      slug: input.slug,
      bodyId: input.bodyId,
      parentBodyId: input.parentBodyId,
      name: textOf(input.name, 300, 'input.name'),
      acronym: optionalTextOf(input.acronym, 60, 'input.acronym'),
      kind: input.kind,
      state: input.state ?? 'PROPOSED',
      ruleset: input.ruleset,
      deadlineZone: await knownZone(ctx, input.deadlineZone, 'input.deadlineZone'),
      cutOff: parseCutOff(input.cutOff ?? END_OF_DAY, 'input.cutOff'),
      contributionOffsetDays: input.contributionOffsetDays ?? null,
      contributionStrength: null,
      announcementOffsetWeeks: null,
      deliverablesOffsetWeeks: null,
      contributionPattern: DEFAULT_PATTERN,
      purposes: null,
      holidays: null,
      decisionPresence: input.decisionPresence ?? 'ANY',
      workingLanguage: input.workingLanguage ?? 'en',
      moreLanguages: [],
      defaultVisibility: null,
      figureNumbers: null,
      termsApprovedOn: optionalDayOf(input.termsApprovedOn, 'input.termsApprovedOn'),
      announcedOn: optionalDayOf(input.announcedOn, 'input.announcedOn'),
      lifetimeMonths: input.lifetimeMonths ?? null,
      lifetimeAnchor: input.lifetimeAnchor ?? 'FIRST_MEETING',
      concludedOn: optionalDayOf(input.concludedOn, 'input.concludedOn'),
      aim: optionalTextOf(input.aim, 2000, 'input.aim'),
      url: input.url ?? null,
      isExample: input.isExample ?? false,
      visibility: input.visibility,
      ...ownSource(input.provenance),
    })
    await this.insert(ctx, group)
    await this.activity.record(ctx, {
      verb: 'group.established',
      object: { type: 'group', id },
      groupId: id,
      visibility: group.visibility,
      args: { kind: group.kind, state: group.state },
    })
    return group
  }

  /** Gives a group a working group. Chair, secretariat, administrators. [FG-6, ME-3] Refuses: NOT_FOUND, FORBIDDEN, BAD_INPUT, TEXT_MISSING, TEXT_TOO_LONG, ALREADY_THERE. */
  async addSubgroup(
    ctx: WriteCtx,
    input: { groupId: string; number: number; title: string; bodyId?: string | null; provenance?: GivenSource },
  ): Promise<Subgroup> {
    const group = await this.lock(ctx, input.groupId)
    this.access.require(ctx, 'group.settings', scopeOf(group))
    if (!Number.isInteger(input.number) || input.number < 1 || input.number > 9999) {
      throw refuse('BAD_INPUT', { detail: 'a working group has a number from 1 to 9999' }, { field: 'input.number' })
    }
    if (await ctx.db.existsBy(Subgroup, { groupId: group.id, number: input.number })) {
      throw refuse('ALREADY_THERE', { name: `WG${input.number}` }, { field: 'input.number' })
    }
    const subgroup = Object.assign(new Subgroup(), {
      id: newId(),
      groupId: group.id,
      bodyId: input.bodyId ?? null,
      number: input.number,
      title: textOf(input.title, 500, 'input.title'),
      ...ownSource(input.provenance),
    })
    await ctx.db.insert(Subgroup, subgroup)
    await this.record(ctx, group, 'group.subgroupAdded', { subgroupId: subgroup.id, number: subgroup.number })
    return subgroup
  }

  /** Gives a working group another title; its number stays. Chair, secretariat, administrators. Refuses: NOT_FOUND, FORBIDDEN, STALE, TEXT_MISSING, TEXT_TOO_LONG. [FG-6] */
  async renameSubgroup(
    ctx: WriteCtx,
    input: { id: string; expectedRevision: number; title: string },
  ): Promise<Subgroup> {
    const subgroup = await ctx.db.findOneBy(Subgroup, { id: input.id })
    if (!subgroup) throw refuse('NOT_FOUND')
    const group = await this.lock(ctx, subgroup.groupId)
    this.access.require(ctx, 'group.settings', scopeOf(group))
    const title = textOf(input.title, 500, 'input.title')
    const renamed = await revise(ctx.db, Subgroup, subgroup.id, input.expectedRevision, { title })
    await this.record(ctx, group, 'group.subgroupRenamed', { subgroupId: subgroup.id, number: subgroup.number })
    return renamed
  }

  /** Enters the next version of the terms of reference. Administrators. Refuses: NOT_FOUND, FORBIDDEN, NO_SUCH_DAY, DAY_OUT_OF_RANGE, BAD_INPUT. */
  async recordTerms(ctx: WriteCtx, input: RecordTerms): Promise<TermsOfReference> {
    const group = await this.lock(ctx, input.groupId)
    this.access.require(ctx, 'group.edit', scopeOf(group))
    for (const { offset } of termsDeadlines(input.sections)) {
      const lengths = Object.values(offset) as number[]
      if (lengths.length !== 1 || !lengths.every((n) => Number.isInteger(n) && n >= 0 && n <= 400)) {
        throw refuse('BAD_INPUT', { detail: 'a deadline has one length, from 0 to 400' }, { field: 'input.sections' })
      }
    }
    const latest = await ctx.db.maximum(TermsOfReference, 'version', { groupId: group.id })
    const terms = Object.assign(new TermsOfReference(), {
      id: newId(),
      groupId: group.id,
      version: (latest ?? 0) + 1,
      approvedOn: optionalDayOf(input.approvedOn, 'input.approvedOn'),
      sections: input.sections,
      ...ownSource(input.provenance),
    })
    await ctx.db.insert(TermsOfReference, terms)
    await this.record(ctx, group, 'group.termsRecorded', { version: terms.version, approvedOn: terms.approvedOn })
    return terms
  }

  /**
   * Records that the parent lets a group go on. A working group becomes EXTENDED; a concluded one stays so, for its history may be entered late.
   * Administrators. Refuses: NOT_FOUND, FORBIDDEN, STALE, NO_SUCH_DAY, DAY_OUT_OF_RANGE, ENDS_BEFORE_START, NOT_A_STEP, TEXT_TOO_LONG. [FG-5]
   */
  async recordExtension(
    ctx: WriteCtx,
    input: {
      groupId: string
      /** Of the group, as one has seen it; absent: whatever it is. */
      expectedRevision?: number
      decidedByBodyId: string
      decidedOn: string
      newEndOn: string
      atMeeting?: string | null
      reason?: string | null
      provenance?: GivenSource
    },
  ): Promise<LifetimeExtension> {
    const group = await this.lock(ctx, input.groupId)
    this.access.require(ctx, 'group.edit', scopeOf(group))
    const decidedOn = dayOf(input.decidedOn, 'input.decidedOn')
    const newEndOn = dayOf(input.newEndOn, 'input.newEndOn')
    inOrder(decidedOn, newEndOn, 'input.newEndOn')
    const seen = input.expectedRevision ?? group.revision
    if (group.state !== 'CONCLUDED') await this.step(ctx, group, seen, 'EXTENDED', {})
    else if (seen !== group.revision) throw refuse('STALE', { revision: group.revision })
    const extension = Object.assign(new LifetimeExtension(), {
      id: newId(),
      groupId: group.id,
      decidedByBodyId: input.decidedByBodyId,
      decidedOn,
      newEndOn,
      atMeeting: optionalTextOf(input.atMeeting, 300, 'input.atMeeting'),
      reason: optionalTextOf(input.reason, 2000, 'input.reason'),
      ...ownSource(input.provenance),
    })
    await this.knowingBodies(() => ctx.db.insert(LifetimeExtension, extension), 'input.decidedByBodyId')
    await this.record(ctx, group, 'group.extended', { decidedOn, newEndOn })
    return extension
  }

  /** Takes a group one step on in its life. `on` is the last day when it concludes. Administrators. Refuses: NOT_FOUND, FORBIDDEN, STALE, NOT_A_STEP, NO_SUCH_DAY. [FG-2] */
  async changeState(
    ctx: WriteCtx,
    input: {
      id: string
      expectedRevision: number
      state: GroupState
      on?: string | null
      /** By which step, when somebody chose one: it must be open in the state that the group is in. */
      step?: GroupStep
    },
  ): Promise<StandardsGroup> {
    const group = await this.lock(ctx, input.id)
    this.access.require(ctx, 'group.edit', scopeOf(group))
    if (input.step && group.revision === input.expectedRevision && !isOpen(input.step, group.state)) {
      throw refuse('NOT_A_STEP', { from: group.state, to: input.state }, { field: 'input.step' })
    }
    const on = optionalDayOf(input.on, 'input.on')
    const changes = input.state === 'CONCLUDED' ? { concludedOn: on } : {}
    const changed = await this.step(ctx, group, input.expectedRevision, input.state, changes)
    await this.record(ctx, group, 'group.stateChanged', { from: group.state, to: input.state, on })
    return changed
  }

  /** The group, locked until the transaction ends, so that what is numbered inside it is numbered one at a time. Refuses: NOT_FOUND. */
  async lock(ctx: WriteCtx, id: string): Promise<StandardsGroup> {
    const group = await ctx.db.findOne(StandardsGroup, { where: { id }, lock: { mode: 'for_no_key_update' } })
    if (!group) throw refuse('NOT_FOUND')
    return group
  }

  /** The same by slug. */
  async lockBySlug(ctx: WriteCtx, slug: string): Promise<StandardsGroup> {
    const group = await ctx.db.findOne(StandardsGroup, { where: { slug }, lock: { mode: 'for_no_key_update' } })
    if (!group) throw refuse('NOT_FOUND', {}, { field: 'input.group' })
    return group
  }

  private step(
    ctx: WriteCtx,
    group: StandardsGroup,
    expectedRevision: number,
    state: GroupState,
    changes: { concludedOn?: string | null },
  ): Promise<StandardsGroup> {
    if (group.revision === expectedRevision && !mayBecome(group.state, state)) {
      throw refuse('NOT_A_STEP', { from: group.state, to: state }, { field: 'input.state' })
    }
    return revise(ctx.db, StandardsGroup, group.id, expectedRevision, { state, ...changes })
  }

  private record(
    ctx: WriteCtx,
    group: StandardsGroup,
    verb: `group.${string}`,
    args: Record<string, unknown>,
  ): Promise<void> {
    return this.activity.record(ctx, {
      verb,
      object: { type: 'group', id: group.id },
      groupId: group.id,
      visibility: group.visibility,
      args,
    })
  }

  private async insert(ctx: WriteCtx, group: StandardsGroup): Promise<void> {
    try {
      await this.knowingBodies(() => ctx.db.insert(StandardsGroup, group), 'input.bodyId')
    } catch (error) {
      if (sqlState(error) === '23505') throw refuse('ALREADY_THERE', { name: group.slug }, { field: 'input.slug' })
      throw error
    }
  }

  private async knowingBodies(insert: () => Promise<unknown>, field: string): Promise<void> {
    try {
      await insert()
    } catch (error) {
      if (sqlState(error) === '23503') throw refuse('NOT_FOUND', {}, { field })
      throw error
    }
  }
}
