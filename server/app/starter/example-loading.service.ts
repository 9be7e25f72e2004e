import { Injectable } from '@nestjs/common'
import { schemaVersion } from '#schema/document/index.js'
import { wordsFor } from '#schema/words/index.js'
import { Accounts } from '#server/common/identity/index.js'
import { Organisations } from '#server/community/organisations/index.js'
import { People } from '#server/community/people/index.js'
import { Texts } from '#server/drafting/collaboration/index.js'
import { Documents } from '#server/drafting/documents/index.js'
import { Settings } from '#server/platform/config/index.js'
import { stranger, type WriteCtx } from '#server/platform/context/index.js'
import { dayIn, dayOfWeek, daysAfter, weeksAfter, type CalendarDay } from '#server/platform/time/index.js'
import { Convening } from '#server/process/convening/index.js'
import { AgendaPapers, Agendas } from '#server/process/agenda/index.js'
import { DeliverablePlans, Deliverables } from '#server/process/deliverables/index.js'
import { Groups, Roles, type StandardsGroup } from '#server/process/groups/index.js'
import { Meetings } from '#server/process/meetings/index.js'
import { Bodies } from '#server/roadmap/bodies/index.js'
import { Offers, Registrations } from '#server/process/registration/index.js'
import type { GivenSource } from '#server/roadmap/provenance/index.js'
import { ExampleLife } from './example-life.service.js'
import {
  exampleWorld,
  type ExampleAgenda,
  type ExampleMeeting,
  type ExampleMilestone,
  type ExampleText,
  type ExampleWorld,
} from './example-world.js'
import { writeText } from './texts/write-text.js'

/** On what all of it rests: nothing. */
const MADE_UP = { source: 'Made up as an example', confidence: 'VERIFIED' } as const satisfies GivenSource

const TUESDAY = 2

type OnWeek = (week: number) => CalendarDay

/** Ids of people by the first part of their address. */
type Hands = ReadonlyMap<string, string>

/** Makes the example group from its description. Accounts only in demo mode, and none has a password. */
@Injectable()
export class ExampleLoading {
  constructor(
    private readonly settings: Settings,
    private readonly accounts: Accounts,
    private readonly people: People,
    private readonly organisations: Organisations,
    private readonly bodies: Bodies,
    private readonly groups: Groups,
    private readonly roles: Roles,
    private readonly meetings: Meetings,
    private readonly offers: Offers,
    private readonly convening: Convening,
    private readonly registrations: Registrations,
    private readonly agendas: Agendas,
    private readonly agendaPapers: AgendaPapers,
    private readonly deliverables: Deliverables,
    private readonly plans: DeliverablePlans,
    private readonly documents: Documents,
    private readonly texts: Texts,
    private readonly life: ExampleLife,
  ) {}

  async load(ctx: WriteCtx, world: ExampleWorld = exampleWorld): Promise<void> {
    const anchor = tuesdayFrom(dayIn(ctx.now, world.group.zone))
    const onWeek: OnWeek = (week) => weeksAfter(anchor, week)
    const group = await this.group(ctx, world, onWeek)
    const people = await this.everybody(ctx, world, onWeek(world.group.announcedWeek))
    for (const meeting of world.meetings) await this.meeting(ctx, group, meeting, onWeek, { world, people })
    await this.work(ctx, group, world, people, onWeek)
    await this.life.load(ctx, group, world, people)
  }

  private async group(ctx: WriteCtx, { parent, group }: ExampleWorld, onWeek: OnWeek): Promise<StandardsGroup> {
    const example = { isExample: true, provenance: MADE_UP }
    const above = await this.bodies.record(ctx, { ...parent, ...example, kind: 'COMMITTEE' })
    const body = await this.bodies.record(ctx, {
      ...example,
      slug: group.bodySlug,
      name: group.name,
      acronym: group.acronym,
      kind: 'FOCUS_GROUP',
      parentSlug: parent.slug,
    })
    const termsApprovedOn = onWeek(group.termsApprovedWeek)
    const made = await this.groups.establish(ctx, {
      ...example,
      slug: group.slug,
      bodyId: body.id,
      parentBodyId: above.id,
      name: group.name,
      acronym: group.acronym,
      kind: 'FOCUS_GROUP',
      state: 'ESTABLISHED',
      ruleset: group.ruleset,
      deadlineZone: group.zone,
      termsApprovedOn,
      announcedOn: onWeek(group.announcedWeek),
      lifetimeMonths: group.lifetimeMonths,
      aim: group.aim,
      visibility: 'PUBLIC',
    })
    await this.groups.recordTerms(ctx, {
      groupId: made.id,
      approvedOn: termsApprovedOn,
      sections: group.terms,
      provenance: { ...MADE_UP, source: `Terms of reference of ${group.acronym} (made up as an example)` },
    })
    return made
  }

  private async everybody(ctx: WriteCtx, world: ExampleWorld, from: CalendarDay): Promise<Hands> {
    const organisations = new Map<string, { id: string; name: string }>()
    for (const organisation of world.organisations) {
      organisations.set(
        organisation.slug,
        await this.organisations.record(ctx, { ...organisation, isExample: true, ...MADE_UP }),
      )
    }
    const people = new Map<string, string>()
    for (const { email, name, organisation, role, isAdministrator = false } of world.people) {
      const { id: organisationId, name: label } = organisations.get(organisation)!
      const person = await this.people.record(ctx, { name, affiliation: { label, organisationId, from } })
      people.set(email.split('@')[0]!, person.id)
      if (this.settings.demoMode) {
        const account = { personId: person.id, email, passwordHash: null, isConfirmed: true, isAdministrator }
        // An address that somebody already has stays theirs: a starter account is nobody's.
        await this.accounts.create(ctx, account)
      }
      if (role) await this.roles.assign(ctx, { group: world.group.slug, personId: person.id, role, from, to: null })
    }
    return people
  }

  private async meeting(
    ctx: WriteCtx,
    group: StandardsGroup,
    { week, days, announcedWeek, registration, agenda, ...details }: ExampleMeeting,
    onWeek: OnWeek,
    known: { readonly world: ExampleWorld; readonly people: Hands },
  ): Promise<void> {
    const startsOn = onWeek(week)
    const { id, number } = await this.meetings.create(ctx, {
      ...details,
      group: group.slug,
      startsOn,
      endsOn: daysAfter(startsOn, days - 1),
      provenance: MADE_UP,
    })
    if (registration) await this.registration(ctx, id, registration, known)
    if (agenda) {
      const onDays = Array.from({ length: days }, (_, day) => daysAfter(startsOn, day))
      await this.agenda(ctx, id, agenda, onDays)
    }
    if (announcedWeek === undefined) return
    // As people announce it: by its letter.
    const { hash: expectedHash } = await this.convening.draft(ctx, id)
    const reference = `Convening letter ${group.acronym}/${number}`
    await this.convening.issue(ctx, { meetingId: id, expectedHash, reference, on: onWeek(announcedWeek) })
  }

  /** Opens registration; each registers by themselves. */
  private async registration(
    ctx: WriteCtx,
    meetingId: string,
    { placesOnsite, people: coming }: NonNullable<ExampleMeeting['registration']>,
    { world, people }: { readonly world: ExampleWorld; readonly people: Hands },
  ): Promise<void> {
    await this.offers.offer(ctx, {
      meetingId,
      placesOnsite,
      offersRemote: true,
      offersVisaSupport: true,
      audience: 'ACCOUNT',
      consentText: wordsFor('en')('registration.consentDefault'),
    })
    for (const { who, mode, consents } of coming) {
      const { organisation } = world.people.find(({ email }) => email.startsWith(`${who}@`))!
      const { name: affiliation } = world.organisations.find(({ slug }) => slug === organisation)!
      const personId = people.get(who)!
      const viewer = { ...stranger, accountId: personId, personId }
      const said = { meetingId, mode, affiliation, consents, consentVersion: 1 }
      await this.registrations.register({ ...ctx, viewer }, said)
    }
  }

  private async agenda(
    ctx: WriteCtx,
    meetingId: string,
    { template, rows = [], hours }: ExampleAgenda,
    onDays: readonly CalendarDay[],
  ): Promise<void> {
    if (template) await this.agendaPapers.fill(ctx, { meetingId, template })
    for (const { outcome, ...row } of rows) {
      const treated = outcome && { outcome, progress: 'DONE' as const }
      await this.agendas.add(ctx, { meetingId, ...row, ...treated })
    }
    const sittings = onDays.flatMap((on) => hours.map(([from, to]) => ({ on, from, to })))
    await this.agendaPapers.setHours(ctx, { meetingId, expectedRevision: 1, sittings })
  }

  private async work(
    ctx: WriteCtx,
    group: StandardsGroup,
    world: ExampleWorld,
    people: Hands,
    onWeek: OnWeek,
  ): Promise<void> {
    const subgroupIds = new Map<number, string>()
    for (const { number, title } of world.workingGroups) {
      const subgroup = await this.groups.addSubgroup(ctx, { groupId: group.id, number, title, provenance: MADE_UP })
      subgroupIds.set(number, subgroup.id)
    }
    for (const {
      workingGroup,
      text,
      editors = [],
      milestones = [],
      issues = [],
      ...deliverable
    } of world.deliverables) {
      const subgroupId = subgroupIds.get(workingGroup) ?? null
      const { id: deliverableId } = await this.deliverables.record(ctx, {
        ...deliverable,
        groupId: group.id,
        subgroupId,
        provenance: MADE_UP,
      })
      if (text)
        await this.deliverables.linkText(ctx, { deliverableId, documentId: await this.text(ctx, group, text, people) })
      for (const name of editors) {
        await this.plans.addEditor(ctx, { deliverableId, personId: people.get(name)!, from: onWeek(-20) })
      }
      for (const milestone of milestones) await this.milestone(ctx, deliverableId, milestone, onWeek)
      for (const open of issues) await this.plans.raiseIssue(ctx, { deliverableId, text: open })
    }
  }

  private async milestone(
    ctx: WriteCtx,
    deliverableId: string,
    { kind, week, moved, doneWeek }: ExampleMilestone,
    onWeek: OnWeek,
  ): Promise<void> {
    const { id } = await this.plans.addMilestone(ctx, { deliverableId, kind, plannedOn: onWeek(week) })
    if (moved) {
      const { reason } = moved
      await this.plans.moveMilestone(ctx, { id, expectedRevision: 1, plannedOn: onWeek(moved.week), reason })
    }
    if (doneWeek !== undefined) {
      await this.plans.reachMilestone(ctx, { id, expectedRevision: 1, doneOn: onWeek(doneWeek) })
    }
  }

  /** A text in several hands: each Yjs client in it is the editing session of somebody with a starter account. */
  private async text(ctx: WriteCtx, group: StandardsGroup, text: ExampleText, people: Hands): Promise<string> {
    const { update, hands } = writeText(text.source, text.seed, people)
    const { id } = await this.documents.open(ctx, {
      groupId: group.id,
      kind: 'REPORT',
      title: text.title,
      schemaVersion,
      visibility: group.visibility,
      isExample: true,
    })
    await this.texts.seed(ctx, id, update, new Map([...hands].map(([client, by]) => [client, people.get(by)!])))
    return id
  }
}

/** The first Tuesday on or after a day. */
function tuesdayFrom(day: CalendarDay): CalendarDay {
  return daysAfter(day, (TUESDAY - dayOfWeek(day) + 7) % 7)
}
