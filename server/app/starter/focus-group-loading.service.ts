import { Injectable } from '@nestjs/common'
import type { Disposition } from '#schema/vocabulary/deliverables.js'
import type { GroupRoleKind } from '#schema/vocabulary/groups.js'
import type { Obligation } from '#schema/vocabulary/process.js'
import { People } from '#server/community/people/index.js'
import type { WriteCtx } from '#server/platform/context/index.js'
import { Deliverables } from '#server/process/deliverables/index.js'
import { Groups, Roles, type StandardsGroup } from '#server/process/groups/index.js'
import { MeetingDates, Meetings } from '#server/process/meetings/index.js'
import { Bodies } from '#server/roadmap/bodies/index.js'
import { Items, type Item } from '#server/roadmap/items/index.js'
import { evidenceOf } from './evidence.js'
import { TERMS_SOURCE, termsOfFocusGroup } from './focus-group-terms.js'
import type { DeliverableEntry, FocusGroupEntry, MeetingEntry } from './starter-data.js'

/** "Two years from the first meeting"; the terms of reference. */
const LIFETIME_MONTHS = 24

const offices: Readonly<Record<string, { role: GroupRoleKind; isActing?: boolean }>> = {
  'acting chair': { role: 'CHAIR', isActing: true },
  'vice-chair': { role: 'VICE_CHAIR' },
}

/** The dates that the circular prints and that are not the announcement itself. */
const obligations: Readonly<Record<string, Obligation>> = {
  'visa-support-request': 'VISA',
  'written-contributions': 'CONTRIBUTIONS',
  'pre-registration': 'REGISTRATION',
}

/** Loads FG-AI4EE as a concluded group: what the circular that created it prints, and what is remembered of its texts. E-mail addresses stay out. */
@Injectable()
export class FocusGroupLoading {
  constructor(
    private readonly bodies: Bodies,
    private readonly items: Items,
    private readonly people: People,
    private readonly groups: Groups,
    private readonly roles: Roles,
    private readonly meetings: Meetings,
    private readonly dates: MeetingDates,
    private readonly deliverables: Deliverables,
  ) {}

  async load(ctx: WriteCtx, entry: FocusGroupEntry): Promise<void> {
    const group = await this.group(ctx, entry)
    for (const officer of entry.leadership) await this.officer(ctx, group, officer)
    const subgroups = await this.workingGroups(ctx, group, entry)
    for (const meeting of entry.meetings) await this.meeting(ctx, group, meeting, entry)
    for (const deliverable of entry.deliverables) {
      await this.deliverable(ctx, group, deliverable, subgroups.get(deliverable.workingGroup) ?? null)
    }
    // When it ended is not known, only that it has.
    await this.groups.changeState(ctx, { id: group.id, expectedRevision: group.revision, state: 'CONCLUDED', on: null })
  }

  private async group(ctx: WriteCtx, entry: FocusGroupEntry): Promise<StandardsGroup> {
    const { establishment, rules } = entry
    const body = await this.bodies.require(ctx, entry.id, 'id')
    const parent = await this.bodies.require(ctx, entry.parentGroup, 'parentGroup')
    const group = await this.groups.establish(ctx, {
      slug: entry.id,
      bodyId: body.id,
      parentBodyId: parent.id,
      name: entry.name,
      acronym: entry.acronym,
      kind: 'FOCUS_GROUP',
      state: 'ESTABLISHED',
      ruleset: 'itu-t-a7-2016',
      deadlineZone: 'Europe/Zurich',
      workingLanguage: rules.workingLanguage,
      termsApprovedOn: establishment.termsOfReferenceApproved,
      announcedOn: establishment.announced,
      lifetimeMonths: LIFETIME_MONTHS,
      aim: entry.scope.aim,
      url: entry.url,
      visibility: 'PUBLIC',
      // The circular tells how it began; that it has ended is known from memory, and the whole must look no surer than that.
      provenance: evidenceOf({ source: entry.source, confidence: entry.statusConfidence }, establishment.announced),
    })
    await this.groups.recordTerms(ctx, {
      groupId: group.id,
      approvedOn: establishment.termsOfReferenceApproved,
      sections: termsOfFocusGroup(entry),
      provenance: evidenceOf({ source: TERMS_SOURCE, confidence: entry.confidence }, establishment.announced),
    })
    return group
  }

  /** The circular names the officers for the first meeting and says no days. */
  private async officer(
    ctx: WriteCtx,
    group: StandardsGroup,
    { role, name, affiliation }: FocusGroupEntry['leadership'][number],
  ): Promise<void> {
    const office = offices[role]
    if (!office) throw new Error(`No office is known for "${role}" in the starter data.`)
    const person = await this.people.record(ctx, { name, affiliation: { label: affiliation } })
    await this.roles.assign(ctx, { group: group.slug, personId: person.id, from: null, to: null, ...office })
  }

  private async workingGroups(
    ctx: WriteCtx,
    group: StandardsGroup,
    entry: FocusGroupEntry,
  ): Promise<Map<string, string>> {
    const ids = new Map<string, string>()
    for (const { id, number, title, confidence } of entry.workingGroups) {
      const body = await this.bodies.require(ctx, id, 'workingGroups')
      const provenance = evidenceOf({ source: null, confidence })
      const subgroup = await this.groups.addSubgroup(ctx, {
        groupId: group.id,
        number,
        title,
        bodyId: body.id,
        provenance,
      })
      ids.set(id, subgroup.id)
    }
    return ids
  }

  private async meeting(
    ctx: WriteCtx,
    group: StandardsGroup,
    entry: MeetingEntry,
    { establishment }: FocusGroupEntry,
  ): Promise<void> {
    const provenance = evidenceOf(entry, establishment.announced)
    const { id, revision } = await this.meetings.create(ctx, {
      group: group.slug,
      title: 'First meeting',
      mode: entry.remoteParticipation ? 'HYBRID' : 'ONSITE',
      startsOn: entry.date,
      endsOn: entry.date,
      opensAt: entry.start,
      registrationOpensAt: entry.registrationOpens,
      zone: entry.timezone,
      place: entry.place,
      country: entry.country,
      host: entry.host,
      workingLanguage: entry.language,
      objectives: entry.objectives,
      provenance,
    })
    const { announced, announcement } = establishment
    let seen = await this.meetings.announce(ctx, { id, expectedRevision: revision, on: announced, by: announcement })
    for (const { kind, date } of entry.deadlines) {
      if (kind === 'announcement') continue
      const obligation = obligations[kind]
      if (!obligation) throw new Error(`No obligation is known for "${kind}" in the starter data.`)
      seen = await this.dates.publish(ctx, {
        meetingId: id,
        expectedRevision: seen.revision,
        obligation,
        on: date,
        reason: `Published in ${announcement}.`,
        provenance,
      })
    }
  }

  private async deliverable(
    ctx: WriteCtx,
    group: StandardsGroup,
    entry: DeliverableEntry,
    subgroupId: string | null,
  ): Promise<void> {
    const item = entry.publishedAs === null ? null : await this.items.require(ctx, entry.publishedAs, 'publishedAs')
    const provenance = evidenceOf(entry)
    const { id } = await this.deliverables.record(ctx, {
      groupId: group.id,
      subgroupId,
      code: entry.number,
      title: entry.title,
      type: 'UNKNOWN',
      state: item ? 'TAKEN_UP' : 'SUBMITTED_TO_PARENT',
      disposition: item ? dispositionOf(item) : 'UNKNOWN',
      provenance,
    })
    if (!item) return
    await this.deliverables.addLineage(ctx, {
      deliverableId: id,
      itemId: item.id,
      relation: 'BECAME',
      note: entry.mappingNote,
      provenance,
    })
  }
}

/** What the parent made of a text, told by what was published. */
function dispositionOf({ type }: Item): Disposition {
  return type === 'RECOMMENDATION' || type === 'SUPPLEMENT' || type === 'TECHNICAL_REPORT' ? type : 'UNKNOWN'
}
