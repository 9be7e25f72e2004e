import { Injectable } from '@nestjs/common'
import { slugOf } from '#schema/vocabulary/designation.js'
import { firstGroupStates, type GroupKind, type GroupState, type LifetimeAnchor } from '#schema/vocabulary/groups.js'
import { rulesetIds } from '#schema/vocabulary/process.js'
import { Access, type Visibility } from '#server/common/access/index.js'
import type { WriteCtx } from '#server/platform/context/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { Bodies, type Body } from '#server/roadmap/bodies/index.js'
import { givenLanguage, type GivenSource } from '#server/roadmap/provenance/index.js'
import { oneOf, optionalTextOf, webAddressOf, wholeOf } from './checked-input.js'
import type { StandardsGroup } from './group.entity.js'
import { scopeOf } from './groups.access.js'
import { Groups } from './groups.service.js'

/** A body that is not in the register yet. */
export interface BodyToMake {
  readonly name: string
  readonly acronym?: string | null
}

/** What somebody fills in to set a group up. */
export interface FoundGroup {
  readonly name: string
  readonly acronym?: string | null
  /** Absent: made from the acronym, else the name. */
  readonly slug?: string | null
  readonly kind: GroupKind
  /** Absent: PROPOSED. */
  readonly state?: GroupState | null
  /** Slug of the body that it reports to; or `newParent`. */
  readonly parent?: string | null
  readonly newParent?: BodyToMake | null
  /** Slug of the body as which the register knows it; absent: it is made, under the parent. */
  readonly body?: string | null
  readonly ruleset: string
  readonly deadlineZone: string
  readonly workingLanguage?: string | null
  readonly termsApprovedOn?: string | null
  readonly announcedOn?: string | null
  readonly lifetimeMonths?: number | null
  readonly lifetimeAnchor?: LifetimeAnchor | null
  readonly aim?: string | null
  readonly url?: string | null
  readonly visibility: Visibility
  /** Where it was read that the group was formed: a circular; absent: nobody has checked. */
  readonly source?: string | null
}

/** A decision of the parent that a group goes on, as somebody fills it in. */
export interface ExtendGroup {
  readonly id: string
  readonly expectedRevision: number
  /** Slug of the body that decided; absent: the parent. */
  readonly decidedBy?: string | null
  readonly decidedOn: string
  readonly newEndOn: string
  readonly atMeeting?: string | null
  readonly reason?: string | null
}

const bodyKinds = { FOCUS_GROUP: 'FOCUS_GROUP', STUDY_GROUP: 'COMMITTEE', WORKING_GROUP: 'WORKING_GROUP' } as const

/** Setting a group up from one form, with the bodies that it needs. */
@Injectable()
export class Founding {
  constructor(
    private readonly access: Access,
    private readonly groups: Groups,
    private readonly bodies: Bodies,
  ) {}

  /**
   * Sets a group up; its own body and that of its parent are taken from the register or made with it. Administrators. Refuses as `Groups.establish`
   * and `Bodies.record`. [FG-1, GS-4]
   */
  async found(ctx: WriteCtx, input: FoundGroup): Promise<StandardsGroup> {
    this.access.require(ctx, 'group.edit', { groupId: '', visibility: 'PUBLIC' })
    const acronym = optionalTextOf(input.acronym, 60, 'input.acronym')
    const slug = input.slug?.trim().toLowerCase() || slugOf(acronym ?? input.name)
    const source = optionalTextOf(input.source, 500, 'input.source')
    const provenance: GivenSource = source === null ? {} : { source, confidence: 'VERIFIED' }
    const parent = await this.parentOf(ctx, input, provenance)
    const body = input.body
      ? await this.bodies.require(ctx, input.body, 'input.body')
      : await this.bodies.record(ctx, {
          slug,
          name: input.name,
          acronym,
          kind: bodyKinds[input.kind],
          parentSlug: parent.slug,
          provenance,
        })
    if (body.id === parent.id) {
      throw refuse('BAD_INPUT', { detail: 'a group does not report to itself' }, { field: 'input.parent' })
    }
    return this.groups.establish(ctx, {
      slug,
      bodyId: body.id,
      parentBodyId: parent.id,
      name: input.name,
      acronym,
      kind: input.kind,
      state: oneOf(firstGroupStates, input.state ?? 'PROPOSED', 'first state', 'input.state'),
      ruleset: oneOf(rulesetIds, input.ruleset, 'ruleset', 'input.ruleset'),
      deadlineZone: input.deadlineZone,
      workingLanguage: input.workingLanguage ? givenLanguage(input.workingLanguage, 'input.workingLanguage') : 'en',
      termsApprovedOn: input.termsApprovedOn ?? null,
      announcedOn: input.announcedOn ?? null,
      lifetimeMonths: wholeOf(input.lifetimeMonths, 1, 600, 'input.lifetimeMonths'),
      lifetimeAnchor: input.lifetimeAnchor ?? 'FIRST_MEETING',
      aim: input.aim ?? null,
      url: webAddressOf(input.url, 'input.url'),
      visibility: input.visibility,
      // What is entered here is the group's own record; a source says by which text it was formed.
      ...(source !== null && { provenance }),
    })
  }

  /** Records that the parent lets a group go on. Administrators. Refuses as `Groups.recordExtension`, and BAD_INPUT for a body that is not there. [FG-5] */
  async extend(ctx: WriteCtx, input: ExtendGroup): Promise<StandardsGroup> {
    const group = await this.groups.lock(ctx, input.id)
    this.access.require(ctx, 'group.extend', scopeOf(group))
    const decidedByBodyId = input.decidedBy
      ? (await this.bodies.require(ctx, input.decidedBy, 'input.decidedBy')).id
      : group.parentBodyId
    await this.groups.recordExtension(ctx, { ...input, groupId: group.id, decidedByBodyId })
    return this.groups.lock(ctx, group.id)
  }

  private async parentOf(ctx: WriteCtx, input: FoundGroup, provenance: GivenSource): Promise<Body> {
    if (input.parent) return this.bodies.require(ctx, input.parent, 'input.parent')
    if (!input.newParent?.name.trim()) throw refuse('TEXT_MISSING', {}, { field: 'input.parent' })
    const { name, acronym } = input.newParent
    return this.bodies.record(ctx, { name, acronym: acronym ?? null, kind: 'COMMITTEE', provenance })
  }
}
