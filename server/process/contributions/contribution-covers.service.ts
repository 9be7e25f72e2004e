import { Injectable } from '@nestjs/common'
import { peopleById } from '#server/community/people/index.js'
import { documentsById } from '#server/drafting/documents/index.js'
import { Readings } from '#server/drafting/reading/index.js'
import type { WriteCtx } from '#server/platform/context/index.js'
import { newId, queryRows } from '#server/platform/database/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { optionalTextOf, purposesOf, Subgroup, textOf, type StandardsGroup } from '#server/process/groups/index.js'
import type { Contribution } from './contribution.entity.js'
import { ContributionContact } from './contribution-contact.entity.js'
import { ContributionSource } from './contribution-source.entity.js'
import { namesInOrder, personAmong, purposeNotOffered, purposesInOrder } from './cover.js'
import { membersAmong } from './members.reads.js'

export interface GivenContact {
  readonly personId?: string | null
  readonly name?: string | null
  readonly organisation?: string | null
  readonly email?: string | null
}

/** What the cover says. Absent: unchanged, or nothing known; null: nothing. */
export interface CoverDetails {
  readonly title?: string | null
  readonly sources?: readonly string[] | null
  readonly purposes?: readonly string[] | null
  readonly contacts?: readonly GivenContact[] | null
  readonly abstract?: string | null
  readonly keywords?: readonly string[] | null
  readonly asked?: string | null
  readonly subgroupId?: string | null
  readonly concernsDocumentId?: string | null
  readonly concernsClauseId?: string | null
}

const MOST_SOURCES = 30
const MOST_CONTACTS = 10
const MOST_KEYWORDS = 20

/** What stands on the cover of a contribution: checks it and keeps it. Who may is asked before. [CO-2 to CO-4] */
@Injectable()
export class ContributionCovers {
  constructor(private readonly readings: Readings) {}

  /** The columns that the details change, of a contribution as it is, if there is one. Refuses: NOT_FOUND, TEXT_MISSING, TEXT_TOO_LONG, BAD_INPUT. */
  async columns(
    ctx: WriteCtx,
    group: StandardsGroup,
    given: CoverDetails,
    before?: Contribution,
  ): Promise<Partial<Contribution>> {
    const columns: Partial<Contribution> = {}
    if (given.title !== undefined) columns.title = textOf(given.title ?? '', 500, 'input.title')
    if (given.purposes !== undefined)
      columns.purposes = offeredPurposes(group, given.purposes ?? [], before ?? { purposes: [] })
    if (given.abstract !== undefined) columns.abstract = optionalTextOf(given.abstract, 5000, 'input.abstract')
    if (given.asked !== undefined) columns.asked = optionalTextOf(given.asked, 2000, 'input.asked')
    if (given.keywords !== undefined) columns.keywords = keywordsOf(given.keywords ?? [])
    if (given.subgroupId !== undefined) {
      const id = given.subgroupId
      if (id !== null && !(await ctx.db.existsBy(Subgroup, { id, groupId: group.id }))) {
        throw refuse('NOT_FOUND', {}, { field: 'input.subgroupId' })
      }
      columns.subgroupId = id
    }
    if (given.concernsDocumentId !== undefined) {
      const id = given.concernsDocumentId
      const clause = id === null ? null : (given.concernsClauseId ?? null)
      const draft = id === null ? null : await documentsById(ctx).load(id)
      if (id !== null && draft?.groupId !== group.id) {
        throw refuse('NOT_FOUND', {}, { field: 'input.concernsDocumentId' })
      }
      // What the cover says already may stay, also when the clause was deleted since.
      const isNew = clause !== (before?.concernsClauseId ?? null) || id !== before?.concernsDocumentId
      if (draft && clause !== null && isNew) {
        const { clauses } = await this.readings.during(ctx, draft)
        if (!clauses.some((one) => one.id === clause)) {
          throw refuse('NOT_FOUND', {}, { field: 'input.concernsClauseId' })
        }
      }
      Object.assign(columns, { concernsDocumentId: id, concernsClauseId: clause })
    }
    return columns
  }

  /** Keeps sources in their order. Refuses: TEXT_MISSING (none), TEXT_TOO_LONG, BAD_INPUT (too many), SOURCE_IS_PERSON. [CO-4] */
  async setSources(ctx: WriteCtx, contributionId: string, given: readonly string[]): Promise<void> {
    const field = 'input.sources'
    const names = namesInOrder(given).map((name) => textOf(name, 300, field))
    if (names.length === 0) throw refuse('TEXT_MISSING', {}, { field })
    if (names.length > MOST_SOURCES) throw refuse('BAD_INPUT', { detail: `${MOST_SOURCES} sources at most` }, { field })
    const contacts = await ctx.db.findBy(ContributionContact, { contributionId })
    const people = await Promise.all(
      contacts.map(async ({ personId, name }) =>
        personId === null ? name : ((await peopleById(ctx).load(personId))?.name ?? null),
      ),
    )
    const person = personAmong(names, people)
    if (person !== null) throw refuse('SOURCE_IS_PERSON', { name: person }, { field })
    const known = await recordedAs(ctx, names)
    await ctx.db.delete(ContributionSource, { contributionId })
    await ctx.db.insert(
      ContributionSource,
      names.map((label, position) => ({ id: newId(), contributionId, position, label, ...known[position]! })),
    )
  }

  /** Keeps contacts in their order: people with a role in the group, or names. Refuses: NOT_FOUND, TEXT_MISSING, TEXT_TOO_LONG, BAD_INPUT. [CO-4] */
  async setContacts(
    ctx: WriteCtx,
    group: StandardsGroup,
    contributionId: string,
    given: readonly GivenContact[],
  ): Promise<void> {
    const field = 'input.contacts'
    if (given.length > MOST_CONTACTS)
      throw refuse('BAD_INPUT', { detail: `${MOST_CONTACTS} contacts at most` }, { field })
    const people = given.flatMap(({ personId }) => personId ?? [])
    const members = await membersAmong(ctx, group, people)
    if (people.some((id) => id !== ctx.viewer.personId && !members.has(id))) throw refuse('NOT_FOUND', {}, { field })
    const contacts = given.map(({ personId, name, organisation, email }, position) => ({
      id: newId(),
      contributionId,
      position,
      personId: personId ?? null,
      name: personId ? null : textOf(name ?? '', 200, field),
      organisation: optionalTextOf(organisation, 300, field),
      email: addressOf(email, field),
    }))
    await ctx.db.delete(ContributionContact, { contributionId })
    if (contacts.length > 0) await ctx.db.insert(ContributionContact, contacts)
  }
}

/** Refuses: BAD_INPUT for one that the group does not offer and that is not on the cover already. [GS-11] */
function offeredPurposes(
  group: StandardsGroup,
  given: readonly string[],
  known: Pick<Contribution, 'purposes'>,
): string[] {
  const field = 'input.purposes'
  const offered = purposesOf(group)
  const other = purposeNotOffered(given, offered, known.purposes)
  if (other !== null) {
    throw refuse('BAD_INPUT', { detail: `“${other.slice(0, 40)}” is no purpose that this group has` }, { field })
  }
  return purposesInOrder(given, offered)
}

function keywordsOf(given: readonly string[]): string[] {
  const field = 'input.keywords'
  const keywords = namesInOrder(given).map((word) => textOf(word, 80, field))
  if (keywords.length > MOST_KEYWORDS)
    throw refuse('BAD_INPUT', { detail: `${MOST_KEYWORDS} keywords at most` }, { field })
  return keywords
}

function addressOf(given: string | null | undefined, field: string): string | null {
  const address = optionalTextOf(given, 320, field)
  if (address !== null && !/^[^\s@]+@[^\s@]+$/.test(address)) {
    throw refuse('BAD_INPUT', { detail: `${address} is no e-mail address` }, { field })
  }
  return address
}

/** Which recorded organisation or body each name means; names that none has stay as printed. */
const recordedAs = (
  ctx: WriteCtx,
  names: readonly string[],
): Promise<{ organisationId: string | null; bodyId: string | null }[]> =>
  queryRows(
    ctx.db,
    `select o.id as "organisationId", b.id as "bodyId" from unnest($1::text[]) with ordinality n(name, place)
     left join lateral (select id from organisation o where plain(o.name) = plain(n.name) order by id limit 1) o on true
     left join lateral (select id from body b where o.id is null and (plain(b.name) = plain(n.name) or plain(b.acronym) = plain(n.name))
       order by id limit 1) b on true
     order by n.place`,
    [names],
  )
