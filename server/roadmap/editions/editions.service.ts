import { Injectable } from '@nestjs/common'
import { isPartialDate, type EditionKind } from '#schema/vocabulary/register.js'
import { Access } from '#server/common/access/index.js'
import { Activity } from '#server/common/activity/index.js'
import type { Ctx, WriteCtx } from '#server/platform/context/index.js'
import { columnsOf, newId, revise } from '#server/platform/database/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { givenOptionalText, givenText, sourceColumns, type GivenSource } from '#server/roadmap/provenance/index.js'
import { EditionContributor } from './edition-contributor.entity.js'
import { EditionNote } from './edition-note.entity.js'
import { editionSlug, isEditionStep, takesNumber } from './edition-steps.js'
import { Edition } from './edition.entity.js'
import './editions.access.js'
import { Snapshots } from './snapshots.service.js'

export interface GivenContributor {
  readonly name: string
  readonly sortName?: string | null
  readonly affiliation?: string | null
  readonly country?: string | null
  readonly mark?: string | null
}

/** What an edition prints about itself. */
export interface Printed {
  readonly label?: string | null
  readonly datedOn?: string | null
  readonly occasion?: string | null
  readonly lead?: string | null
  readonly partners?: readonly string[] | null
  readonly summary?: string | null
  readonly contributors?: readonly GivenContributor[] | null
}
export type CreateEdition = Printed & {
  /** An edition when left out. */
  readonly kind?: EditionKind | null
  readonly label: string
  readonly isExample?: boolean
}
export type RecordedEdition = CreateEdition & {
  readonly number: number
  readonly url?: string | null
  readonly provenance: GivenSource
}
export interface EditionStep {
  readonly slug: string
  readonly expectedRevision: number
}
export type UpdateEdition = Printed & EditionStep

export interface AnnotateEdition {
  readonly slug: string
  readonly contributor?: string | null
  readonly text: string
}

export interface Verification {
  readonly isIntact: boolean
  readonly hash: string
  readonly fromHistory: string | null
  readonly fromFile: string
}

const MOST_CONTRIBUTORS = 2000
const MOST_PARTNERS = 100
/** Any number that nothing else locks: addresses and numbers of editions are given one at a time. */
const NAMING_LOCK = 7_301_310

/** The verbs on editions. */
@Injectable()
export class Editions {
  constructor(
    private readonly access: Access,
    private readonly activity: Activity,
    private readonly snapshots: Snapshots,
  ) {}

  /** Begins a draft. Refuses: SIGN_IN_REQUIRED, FORBIDDEN, TEXT_MISSING, TEXT_TOO_LONG, NO_SUCH_DATE, BAD_INPUT. */
  async create(ctx: WriteCtx, given: CreateEdition): Promise<Edition> {
    this.access.require(ctx, 'edition.edit', null)
    const edition = await this.make(ctx, given, {})
    await this.contributors(ctx, edition, given.contributors)
    await this.tell(ctx, 'edition.begun', edition)
    return edition
  }

  /**
   * Records an edition that was published before there was this register. Nothing of the register is kept with it, and it has no hash. Called by
   * the loader alone. [ED-1]
   */
  async recordElsewhere(ctx: WriteCtx, given: RecordedEdition): Promise<Edition> {
    this.access.require(ctx, 'edition.edit', null)
    const edition = await this.make(ctx, given, {
      number: given.number,
      state: 'FROZEN',
      isElsewhere: true,
      url: given.url ?? null,
      ...sourceColumns(given.provenance),
    })
    await this.tell(ctx, 'edition.recorded', edition)
    return edition
  }

  /** Changes what a draft prints. Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN, EDITION_FROZEN, STALE, and as `create`. */
  async update(ctx: WriteCtx, given: UpdateEdition): Promise<Edition> {
    const edition = await this.open(ctx, given, 'edition.edit')
    const changed = await revise(ctx.db, Edition, edition.id, given.expectedRevision, {
      ...printed(given),
    })
    if (given.contributors) {
      await ctx.db.delete(EditionContributor, { editionId: edition.id })
      await this.contributors(ctx, edition, given.contributors)
    }
    await this.tell(ctx, 'edition.updated', changed)
    return changed
  }

  /**
   * Freezes it for good with the register as it stands. [ED-2, ED-5, ED-7]
   * Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN, EDITION_FROZEN, STALE, REGISTER_IN_USE.
   */
  async freeze(ctx: WriteCtx, given: EditionStep): Promise<Edition> {
    const edition = await this.open(ctx, given, 'edition.freeze')
    if (!isEditionStep(edition.state, 'FROZEN')) throw refuse('NOT_A_STEP', { from: edition.state, to: 'FROZEN' })
    const registerAt = await this.snapshots.settledInstant(ctx.db)
    const form = await this.snapshots.formAt(ctx.db, registerAt)
    const counts = await this.snapshots.count(ctx.db, registerAt)
    const kept = await this.snapshots.keep(ctx.db, edition.id, form)
    const number = takesNumber(edition.kind, edition.isExample) ? await this.nextNumber(ctx) : null
    const frozen = await revise(ctx.db, Edition, edition.id, given.expectedRevision, {
      state: 'FROZEN',
      number,
      registerAt,
      form: form as object,
      counts: counts as object,
      ...kept,
      frozenAt: ctx.now,
      frozenById: ctx.viewer.personId,
      datedOn: edition.datedOn ?? ctx.now.toISOString().slice(0, 10),
    })
    await this.tell(ctx, 'edition.frozen', frozen, { hash: kept.hash.toString('hex') })
    return frozen
  }

  /** Adds a note beside what is printed. [ED-3] Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN, NOT_FROZEN, TEXT_MISSING, TEXT_TOO_LONG. */
  async annotate(ctx: WriteCtx, given: AnnotateEdition): Promise<Edition> {
    const edition = await this.find(ctx, given.slug)
    if (edition.state !== 'FROZEN') {
      this.access.require(ctx, 'edition.edit', edition)
      throw refuse('NOT_FROZEN')
    }
    this.access.require(ctx, 'edition.annotate', edition)
    const contributorId = given.contributor ?? null
    if (contributorId !== null) {
      const there = await ctx.db.existsBy(EditionContributor, { id: contributorId, editionId: edition.id })
      if (!there) throw refuse('NOT_FOUND', {}, { field: 'input.contributor' })
    }
    await ctx.db.insert(EditionNote, {
      id: newId(),
      editionId: edition.id,
      contributorId,
      text: givenText(given.text, 2000, 'input.text'),
      toldById: ctx.viewer.personId,
      toldAt: ctx.now,
    })
    await this.tell(ctx, 'edition.annotated', edition)
    return edition
  }

  /** Makes its register again from history and compares. Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN, NOTHING_KEPT. [ED-7] */
  async verify(ctx: WriteCtx, slug: string): Promise<Verification> {
    const edition = await this.find(ctx, slug)
    this.access.require(ctx, 'edition.verify', edition)
    if (edition.form === null || edition.hash === null) throw refuse('NOTHING_KEPT', { label: edition.label })
    const fromHistory = await this.snapshots.recompute(ctx.db, edition.form)
    const fromFile = await this.snapshots.hashOfKept(ctx.db, edition.id)
    return {
      isIntact: edition.hash.equals(fromFile) && fromHistory !== null && edition.hash.equals(fromHistory),
      hash: edition.hash.toString('hex'),
      fromHistory: fromHistory?.toString('hex') ?? null,
      fromFile: fromFile.toString('hex'),
    }
  }

  /** The edition of an address, if the viewer may see it. Refuses: NOT_FOUND. */
  async find(ctx: Ctx, slug: string, lock = ''): Promise<Edition> {
    const [edition] = (await ctx.db.query(
      `select ${columnsOf(ctx.db, Edition, 'e')} from edition e where e.slug = $1 ${lock}`,
      [slug.replaceAll('\0', '')],
    )) as Edition[]
    if (!edition) throw refuse('NOT_FOUND', {}, { field: 'input.slug' })
    this.access.require(ctx, 'edition.read', edition)
    return edition
  }

  /** The edition on which a step is to be taken, locked. Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN, EDITION_FROZEN. */
  async open(ctx: WriteCtx, { slug }: { slug: string }, permission: `edition.${string}`): Promise<Edition> {
    const edition = await this.find(ctx, slug, 'for update')
    if (edition.state === 'FROZEN' && ctx.viewer.isAdministrator)
      throw refuse('EDITION_FROZEN', { label: edition.label })
    this.access.require(ctx, permission, edition)
    return edition
  }

  private async make(ctx: WriteCtx, given: CreateEdition, more: Partial<Edition>): Promise<Edition> {
    await ctx.db.query('select pg_advisory_xact_lock($1)', [NAMING_LOCK])
    const label = givenText(given.label, 200, 'input.label')
    const slugs = new Set(
      ((await ctx.db.query('select slug from edition')) as { slug: string }[]).map(({ slug }) => slug),
    )
    const edition = ctx.db.create(Edition, {
      id: newId(),
      number: null,
      slug: editionSlug(label, (slug) => slugs.has(slug)),
      kind: given.kind ?? 'EDITION',
      datedOn: null,
      occasion: null,
      lead: null,
      partners: [],
      summary: null,
      url: null,
      isExample: given.isExample ?? false,
      state: 'DRAFT',
      isElsewhere: false,
      registerAt: null,
      form: null,
      hash: null,
      sizeBytes: null,
      counts: null,
      frozenAt: null,
      frozenById: null,
      reviewOpensAt: null,
      reviewClosesAt: null,
      reviewZone: null,
      createdAt: ctx.now,
      revision: 1,
      ...sourceColumns({ confidence: 'VERIFIED', source: 'made here' }),
      ...more,
      ...printed({ ...given, label }),
    })
    await ctx.db.insert(Edition, edition as object)
    return edition
  }

  private async contributors(
    ctx: WriteCtx,
    edition: Edition,
    given: readonly GivenContributor[] | null | undefined,
  ): Promise<void> {
    const field = 'input.contributors'
    if (!given || given.length === 0) return
    if (given.length > MOST_CONTRIBUTORS) {
      throw refuse('BAD_INPUT', { detail: `more than ${MOST_CONTRIBUTORS} contributors` }, { field })
    }
    await ctx.db.insert(
      EditionContributor,
      given.map((one) => {
        const name = givenText(one.name, 300, field)
        return {
          id: newId(),
          editionId: edition.id,
          name,
          sortName: givenOptionalText(one.sortName, 300, field) ?? surnameFirst(name),
          affiliation: givenOptionalText(one.affiliation, 300, field),
          country: givenOptionalText(one.country, 100, field),
          mark: givenOptionalText(one.mark, 300, field),
        }
      }),
    )
  }

  private async nextNumber(ctx: WriteCtx): Promise<number> {
    await ctx.db.query('select pg_advisory_xact_lock($1)', [NAMING_LOCK])
    const [last] = (await ctx.db.query('select coalesce(max(number), 0) + 1 as number from edition')) as [
      { number: number },
    ]
    return last.number
  }

  private tell(ctx: WriteCtx, verb: `edition.${string}`, edition: Edition, args: object = {}): Promise<void> {
    return this.activity.record(ctx, {
      verb,
      object: { type: 'edition', id: edition.id },
      visibility: edition.state === 'DRAFT' ? 'MANAGEMENT' : 'PUBLIC',
      args: { ...args },
    })
  }
}

/** "Ada King Lovelace" sorts as "Lovelace Ada King". */
function surnameFirst(name: string): string {
  const words = name.split(/\s+/)
  return [words.at(-1)!, ...words.slice(0, -1)].join(' ')
}

/** The columns for what was handed in; what was left out is left alone. */
function printed(given: Printed): Partial<Edition> {
  const optional = <K extends 'occasion' | 'lead' | 'summary'>(key: K, max: number) =>
    given[key] === undefined ? {} : { [key]: givenOptionalText(given[key], max, `input.${key}`) }
  const datedOn = given.datedOn?.trim() || null
  if (datedOn !== null && !isPartialDate(datedOn)) {
    throw refuse('NO_SUCH_DATE', { date: datedOn.slice(0, 20) }, { field: 'input.datedOn' })
  }
  const partners = given.partners?.map((partner) => givenText(partner, 300, 'input.partners'))
  if (partners && partners.length > MOST_PARTNERS) {
    throw refuse('BAD_INPUT', { detail: `more than ${MOST_PARTNERS} partners` }, { field: 'input.partners' })
  }
  return {
    ...(given.label != null && { label: givenText(given.label, 200, 'input.label') }),
    ...(given.datedOn !== undefined && { datedOn }),
    ...(partners && { partners }),
    ...optional('occasion', 500),
    ...optional('lead', 300),
    ...optional('summary', 5000),
  }
}
