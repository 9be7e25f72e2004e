import { Injectable } from '@nestjs/common'
import { LONGEST_PATTERN, readPattern } from '#schema/vocabulary/contribution-number.js'
import {
  decisionPresences,
  figureNumberings,
  lifetimeAnchors,
  type DecisionPresence,
  type FigureNumbers,
  type LifetimeAnchor,
} from '#schema/vocabulary/groups.js'
import { rulesetIds, strengths, type Strength } from '#schema/vocabulary/process.js'
import { Access, visibilities, wider, type Visibility } from '#server/common/access/index.js'
import { Activity } from '#server/common/activity/index.js'
import type { Ctx, WriteCtx } from '#server/platform/context/index.js'
import { revise } from '#server/platform/database/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { END_OF_DAY, parseCutOff, type CalendarDay } from '#server/platform/time/index.js'
import { Bodies } from '#server/roadmap/bodies/index.js'
import { givenLanguage } from '#server/roadmap/provenance/index.js'
import { dayOf, oneOf, optionalDayOf, optionalTextOf, textOf, webAddressOf, wholeOf } from './checked-input.js'
import { StandardsGroup } from './group.entity.js'
import { scopeOf } from './groups.access.js'
import { Groups } from './groups.service.js'
import { knownZone } from './known-zone.reads.js'

/** What a group may be given otherwise. Absent: as it was; null: nothing chosen, so that the rules speak. */
export interface GroupChanges {
  readonly name?: string | null
  readonly acronym?: string | null
  /** Slug of the body that it reports to. */
  readonly parent?: string | null
  readonly ruleset?: string | null
  readonly termsApprovedOn?: string | null
  readonly announcedOn?: string | null
  readonly lifetimeMonths?: number | null
  readonly lifetimeAnchor?: LifetimeAnchor | null
  readonly visibility?: Visibility | null
  readonly aim?: string | null
  readonly url?: string | null
  readonly deadlineZone?: string | null
  readonly cutOff?: string | null
  readonly contributionOffsetDays?: number | null
  readonly contributionStrength?: Strength | null
  readonly announcementOffsetWeeks?: number | null
  readonly deliverablesOffsetWeeks?: number | null
  readonly contributionPattern?: string | null
  readonly purposes?: readonly string[] | null
  /** Days off; an empty list counts as none chosen. */
  readonly holidays?: readonly string[] | null
  /** The first is that in which it works unless something else is said. */
  readonly workingLanguages?: readonly string[] | null
  readonly defaultVisibility?: Visibility | null
  readonly decisionPresence?: DecisionPresence | null
  readonly figureNumbers?: FigureNumbers | null
}

/** What the parent decides; the rest are working defaults, which the group chooses. [GS-1] */
const parental: ReadonlySet<keyof GroupChanges> = new Set([
  'name',
  'acronym',
  'parent',
  'ruleset',
  'termsApprovedOn',
  'announcedOn',
  'lifetimeMonths',
  'lifetimeAnchor',
  'visibility',
])

type Columns = Partial<StandardsGroup>

/** What a group works by, and changing it. Which value holds, and why: group-defaults.ts. */
@Injectable()
export class GroupSettings {
  constructor(
    private readonly access: Access,
    private readonly activity: Activity,
    private readonly groups: Groups,
    private readonly bodies: Bodies,
  ) {}

  /**
   * Changes what a group works by. Nothing is recorded when nothing changes. What the parent decides: administrators; working defaults: also chair
   * and secretariat. Refuses: NOT_FOUND, FORBIDDEN, SIGN_IN_REQUIRED, STALE, BAD_INPUT, TEXT_MISSING, TEXT_TOO_LONG, NO_SUCH_ZONE, NO_SUCH_TIME,
   * NO_SUCH_DAY, DAY_OUT_OF_RANGE, NUMBER_PATTERN. [GS-1]
   */
  async update(
    ctx: WriteCtx,
    input: { id: string; expectedRevision: number; changes: GroupChanges },
  ): Promise<StandardsGroup> {
    const group = await this.groups.lock(ctx, input.id)
    const columns = await this.checked(ctx, group, input.changes)
    const differing = Object.entries(columns).filter(
      ([column, value]) => JSON.stringify(group[column as keyof StandardsGroup]) !== JSON.stringify(value),
    )
    if (group.revision !== input.expectedRevision) {
      throw refuse('STALE', { revision: group.revision }, { details: { current: { ...group } } })
    }
    if (differing.length === 0) return group
    const changes = Object.fromEntries(differing) as Columns
    const changed = await revise(ctx.db, StandardsGroup, group.id, input.expectedRevision, changes)
    await this.activity.record(ctx, {
      verb: 'group.updated',
      object: { type: 'group', id: group.id },
      groupId: group.id,
      // Whoever saw it until now is told that there is something to look at again. [GR-3]
      visibility: wider(group.visibility, changed.visibility),
      args: { fields: Object.keys(changes).sort() },
    })
    return changed
  }

  /** The group as it would be, without changing it. Refuses as `update`, but for STALE. */
  async preview(ctx: Ctx, group: StandardsGroup, changes: GroupChanges): Promise<StandardsGroup> {
    return Object.assign(new StandardsGroup(), group, await this.checked(ctx, group, changes))
  }

  /** The columns that the changes name, once it is sure that the viewer may change each. */
  private async checked(ctx: Ctx, group: StandardsGroup, changes: GroupChanges): Promise<Columns> {
    this.access.require(ctx, 'group.read', scopeOf(group))
    const named = (Object.keys(changes) as (keyof GroupChanges)[]).filter((name) => changes[name] !== undefined)
    if (named.some((name) => parental.has(name))) this.access.require(ctx, 'group.edit', scopeOf(group))
    if (named.length === 0 || named.some((name) => !parental.has(name))) {
      this.access.require(ctx, 'group.settings', scopeOf(group))
    }
    const columns: Columns = {}
    for (const name of named) Object.assign(columns, await this.column(ctx, name, changes))
    if (columns.parentBodyId === group.bodyId) {
      throw refuse('BAD_INPUT', { detail: 'a group does not report to itself' }, { field: 'input.parent' })
    }
    return columns
  }

  private async column(ctx: Ctx, name: keyof GroupChanges, given: GroupChanges): Promise<Columns> {
    const field = `input.changes.${name}`
    switch (name) {
      case 'name':
        return { name: textOf(given.name ?? '', 300, field) }
      case 'acronym':
        return { acronym: optionalTextOf(given.acronym, 60, field) }
      case 'parent':
        return { parentBodyId: (await this.bodies.require(ctx, given.parent ?? '', field)).id }
      case 'ruleset':
        return { ruleset: oneOf(rulesetIds, given.ruleset ?? '', 'ruleset', field) }
      case 'termsApprovedOn':
      case 'announcedOn':
        return { [name]: optionalDayOf(given[name], field) }
      case 'lifetimeMonths':
        return { lifetimeMonths: wholeOf(given.lifetimeMonths, 1, 600, field) }
      case 'lifetimeAnchor':
        return { lifetimeAnchor: oneOf(lifetimeAnchors, given.lifetimeAnchor ?? 'FIRST_MEETING', 'beginning', field) }
      case 'visibility':
        return { visibility: oneOf(visibilities, given.visibility ?? '', 'level of visibility', field) }
      case 'aim':
        return { aim: optionalTextOf(given.aim, 2000, field) }
      case 'url':
        return { url: webAddressOf(given.url, field) }
      case 'deadlineZone':
        return { deadlineZone: await knownZone(ctx, given.deadlineZone ?? '', field) }
      case 'cutOff':
        return { cutOff: `${parseCutOff(given.cutOff ?? END_OF_DAY, field)}:00` }
      case 'contributionOffsetDays':
        return { contributionOffsetDays: wholeOf(given.contributionOffsetDays, 0, 365, field) }
      case 'announcementOffsetWeeks':
      case 'deliverablesOffsetWeeks':
        return { [name]: wholeOf(given[name], 0, 104, field) }
      case 'contributionStrength':
        return {
          contributionStrength:
            given.contributionStrength && oneOf(strengths, given.contributionStrength, 'strength', field),
        }
      case 'contributionPattern':
        return { contributionPattern: patternOf(given.contributionPattern ?? '', field) }
      case 'purposes':
        return { purposes: purposesOf(given.purposes, field) }
      case 'holidays':
        return { holidays: holidaysOf(given.holidays, field) }
      case 'workingLanguages':
        return languagesOf(given.workingLanguages, field)
      case 'defaultVisibility':
        return {
          defaultVisibility:
            given.defaultVisibility && oneOf(visibilities, given.defaultVisibility, 'level of visibility', field),
        }
      case 'decisionPresence':
        return { decisionPresence: oneOf(decisionPresences, given.decisionPresence ?? 'ANY', 'presence', field) }
      case 'figureNumbers':
        return {
          figureNumbers: given.figureNumbers && oneOf(figureNumberings, given.figureNumbers, 'numbering', field),
        }
    }
  }
}

/** A pattern that numbers documents. Refuses: TEXT_MISSING, TEXT_TOO_LONG, NUMBER_PATTERN. [GS-3] */
function patternOf(text: string, field: string): string {
  const pattern = textOf(text, LONGEST_PATTERN, field)
  const read = readPattern(pattern)
  if (typeof read === 'string') throw refuse('NUMBER_PATTERN', { fault: read }, { field })
  return pattern
}

/** Each once; an empty list counts as none chosen. */
function purposesOf(given: readonly string[] | null | undefined, field: string): string[] | null {
  const purposes = [...new Set((given ?? []).map((purpose) => textOf(purpose, 40, field)))]
  if (purposes.length > 20) throw refuse('BAD_INPUT', { detail: 'a group has 20 purposes at most' }, { field })
  return purposes.length === 0 ? null : purposes
}

/** In order, each once. Refuses: NO_SUCH_DAY, DAY_OUT_OF_RANGE, BAD_INPUT. [D-A-4] */
function holidaysOf(given: readonly string[] | null | undefined, field: string): CalendarDay[] | null {
  const days = [...new Set((given ?? []).map((day) => dayOf(day, field)))].sort()
  if (days.length > 200) throw refuse('BAD_INPUT', { detail: 'a group has 200 days off at most' }, { field })
  return days.length === 0 ? null : days
}

function languagesOf(given: readonly string[] | null | undefined, field: string): Columns {
  const tags = [...new Set((given ?? []).map((tag) => givenLanguage(tag, field)))]
  const [workingLanguage = 'en', ...moreLanguages] = tags
  if (tags.length > 20) throw refuse('BAD_INPUT', { detail: 'a group has 20 languages at most' }, { field })
  return { workingLanguage, moreLanguages }
}
