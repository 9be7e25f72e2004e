/** The process rooms on a database of their own, asked through the API by whoever a test names. */
import 'reflect-metadata'
import { Global, Module } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify'
import { TypeOrmModule } from '@nestjs/typeorm'
import pg from 'pg'
import { DataSource } from 'typeorm'
import type { GroupRoleKind } from '#schema/vocabulary/groups.js'
import { AccessModule } from '#server/common/access/index.js'
import { Activity, ActivityEvent, Concerns, Objects } from '#server/common/activity/index.js'
import { Searches } from '#server/common/search/index.js'
import { Account, Accounts, Browser, CtxFactory, Identity, SignIn } from '#server/common/identity/index.js'
import { PeopleModule } from '#server/community/people/index.js'
import { readSettings, Settings } from '#server/platform/config/index.js'
import { Jobs } from '#server/platform/jobs/index.js'
import { Mail, OutgoingMail } from '#server/platform/mail/index.js'
import { HandJobs } from './hand-jobs.js'
import { stranger, system, UnitOfWork, type Ctx, type Viewer, type WriteCtx } from '#server/platform/context/index.js'
import { DatabaseModule, newId } from '#server/platform/database/index.js'
import { executeInProcess, graphqlModule } from '#server/platform/graphql/index.js'
import { AgendaModule } from '#server/process/agenda/index.js'
import { ContributionsModule } from '#server/process/contributions/index.js'
import {
  Actions,
  ConsensusCalls,
  DecidedTexts,
  Decisions,
  DecisionsModule,
  Reservations,
} from '#server/process/decisions/index.js'
import { Deliverables, DeliverablesModule } from '#server/process/deliverables/index.js'
import { Allocating, DocumentListModule, DocumentNews, Settling } from '#server/process/document-list/index.js'
import { Groups, GroupsModule, loadStandings, Roles, type EstablishGroup } from '#server/process/groups/index.js'
import { MeetingDates, Meetings, MeetingsModule, type CreateMeeting } from '#server/process/meetings/index.js'
import { RegistrationModule } from '#server/process/registration/index.js'
import { ProceedingsModule } from '#server/process/proceedings/index.js'
import { Bodies, BodiesModule } from '#server/roadmap/bodies/index.js'
import { Gaps, GapsModule } from '#server/roadmap/gaps/index.js'
import { Items, ItemsModule } from '#server/roadmap/items/index.js'
import { PrinciplesModule } from '#server/roadmap/principles/index.js'
import { RelationsModule } from '#server/roadmap/relations/index.js'
import { freshDatabase } from '../harness/database.js'

// Who is asking is handed in by the test, so sign-in is not part of this site.
const nobodySignsIn = { loadStandingsWith: () => {} }

/** The Ctx of jobs; each site puts its own clock and database in. */
let house: () => Ctx

@Global()
@Module({
  imports: [AccessModule, TypeOrmModule.forFeature([Account, ActivityEvent, OutgoingMail])],
  providers: [
    Accounts,
    Activity,
    Concerns,
    Objects,
    Searches,
    UnitOfWork,
    { provide: Identity, useValue: nobodySignsIn },
    Mail,
    { provide: Settings, useFactory: () => readSettings({ STARTER: 'off' }) },
    { provide: Jobs, useClass: HandJobs },
    { provide: CtxFactory, useFactory: () => ({ ofHouse: () => house() }) },
    { provide: SignIn, useValue: {} },
    { provide: Browser, useValue: {} },
  ],
  exports: [
    Accounts,
    Activity,
    Concerns,
    Objects,
    Searches,
    UnitOfWork,
    Identity,
    Mail,
    Jobs,
    CtxFactory,
    Settings,
    SignIn,
    Browser,
  ],
})
class CommonModule {}

export interface Answer {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are as different as the questions
  readonly data: any
  /** Codes of the errors. */
  readonly codes: string[]
  readonly errors: readonly { message: string; extensions: Record<string, unknown> }[]
}

export type Site = Awaited<ReturnType<typeof openSite>>
/** A person of a test: an id, asked anew for their roles at each question. Null: a stranger. */
export type Asker = string | Viewer | null

export async function openSite() {
  const database = await freshDatabase()
  @Module({
    imports: [
      DatabaseModule.at({ url: database.url, poolSize: 8 }),
      CommonModule,
      graphqlModule({ useFactory: () => ({ context: () => ({}) }) }),
      PeopleModule,
      BodiesModule,
      ItemsModule,
      RelationsModule,
      PrinciplesModule,
      GapsModule,
      GroupsModule,
      MeetingsModule,
      AgendaModule,
      ProceedingsModule,
      RegistrationModule,
      ContributionsModule,
      DocumentListModule,
      DecisionsModule,
      DeliverablesModule,
    ],
  })
  class ProcessSite {}
  const app = await NestFactory.create<NestFastifyApplication>(ProcessSite, new FastifyAdapter(), {
    logger: false,
    abortOnError: false,
  })
  await app.init()
  await app.getHttpAdapter().getInstance().ready()
  const dataSource = app.get(DataSource)
  const unit = app.get(UnitOfWork)
  const verbs = {
    bodies: app.get(Bodies),
    items: app.get(Items),
    gaps: app.get(Gaps),
    groups: app.get(Groups),
    roles: app.get(Roles),
    meetings: app.get(Meetings),
    dates: app.get(MeetingDates),
    allocating: app.get(Allocating),
    settling: app.get(Settling),
    deliverables: app.get(Deliverables),
    decisions: app.get(Decisions),
    reservations: app.get(Reservations),
    actions: app.get(Actions),
    calls: app.get(ConsensusCalls),
  }
  // Counted where they are sent, so that nothing is missed.
  let sent = 0
  const prototype = pg.Client.prototype as unknown as { query: (...args: unknown[]) => unknown }
  const { query } = prototype
  prototype.query = function (this: unknown, ...args: unknown[]) {
    sent += 1
    return query.apply(this, args)
  }
  let clock: string | null = null
  let made = 0

  const now = () => (clock ? new Date(clock) : new Date())
  async function viewerOf(asker: Asker): Promise<Viewer> {
    if (asker === null) return stranger
    if (typeof asker !== 'string') return asker
    const standings = (await loadStandings(dataSource.manager, [asker], now())).get(asker) ?? []
    return { ...stranger, accountId: asker, personId: asker, standings }
  }
  const ctx = (viewer: Viewer): Ctx => ({
    viewer,
    now: now(),
    language: 'en',
    db: dataSource.manager,
    requestId: 'test',
  })
  house = () => ({ ...ctx(system), requestId: 'house' })
  const write = <T>(act: (tx: WriteCtx, rooms: typeof verbs) => Promise<T>, viewer: Viewer = system): Promise<T> =>
    unit.write(ctx(viewer), (tx) => act(tx, verbs))

  return {
    dataSource,
    /** How texts that are decided on are hashed: plugged in by the test, for nothing of shared writing runs here. */
    decidedTexts: app.get(DecidedTexts),
    documentNews: app.get(DocumentNews),
    ctx,
    viewerOf,
    write,
    /** Does the jobs that were handed over so far, one after the other. */
    work: () => (app.get(Jobs) as unknown as HandJobs).work(),
    /** A room's service, for what no verb of the API reaches. */
    get: app.get.bind(app),
    /** How many statements were sent to the database so far. */
    statements: () => sent,
    /** Puts the clock somewhere; null lets it run. */
    at(instant: string | null): void {
      clock = instant
    },
    /** Asks the API. */
    async ask(query: string, variables: Record<string, unknown> = {}, asker: Asker = null): Promise<Answer> {
      const context = ctx(await viewerOf(asker))
      const answer = await executeInProcess(app, { query, variables, context })
      const errors = (answer.errors ?? []) as unknown as Answer['errors']
      return { data: answer.data, errors, codes: errors.map((error) => String(error.extensions.code)) }
    },
    /** A body, made for a group to be one. */
    async body(name: string): Promise<string> {
      const slug = `body-${++made}`
      await write((tx, { bodies }) =>
        bodies.record(tx, { slug, name, kind: 'COMMITTEE', provenance: { source: 'a test' } }),
      )
      const [row] = (await dataSource.query('select id from body where slug = $1', [slug])) as [{ id: string }]
      return row.id
    },
    /** A person with an affiliation. */
    async person(): Promise<string> {
      const id = newId()
      await dataSource.query('insert into person (id) values ($1)', [id])
      await dataSource.query('insert into affiliation (id, person_id, label) values ($1, $2, $3)', [
        newId(),
        id,
        'Institute of Examples',
      ])
      return id
    },
    /** A focus group at work; what is not said is public and under A.7 of 2016. */
    async group(given: Partial<EstablishGroup> = {}) {
      const slug = given.slug ?? `group-${++made}`
      const bodyId = given.bodyId ?? (await this.body(`Body of ${slug}`))
      const parentBodyId = given.parentBodyId ?? (await this.body(`Parent of ${slug}`))
      return write((tx, { groups }) =>
        groups.establish(tx, {
          name: `Focus group ${slug}`,
          kind: 'FOCUS_GROUP',
          state: 'ESTABLISHED',
          ruleset: 'itu-t-a7-2016',
          deadlineZone: 'Europe/Zurich',
          lifetimeMonths: 24,
          visibility: 'PUBLIC',
          ...given,
          slug,
          bodyId,
          parentBodyId,
        }),
      )
    },
    /** Terms of reference that ask for four weeks of notice. */
    async terms(group: { id: string }): Promise<void> {
      const deadlines = [{ obligation: 'ANNOUNCEMENT', offset: { weeks: 4 }, ruleId: 'D-FG-2' }] as const
      await write((tx, { groups }) =>
        groups.recordTerms(tx, { groupId: group.id, sections: { MEETINGS: { deadlines } } }),
      )
    },
    /** A person who holds a role in a group since 2020. */
    async member(group: { slug: string }, role: GroupRoleKind, more: { isActing?: boolean } = {}): Promise<string> {
      const personId = await this.person()
      await write((tx, { roles }) =>
        roles.assign(tx, { group: group.slug, personId, role, from: '2020-01-01', ...more }),
      )
      return personId
    },
    /** A meeting on 15 June 2027, unless said otherwise. */
    meeting(group: { slug: string }, given: Partial<CreateMeeting> = {}) {
      return write((tx, { meetings }) =>
        meetings.create(tx, {
          group: group.slug,
          title: 'A meeting',
          mode: 'HYBRID',
          zone: 'Europe/Vienna',
          startsOn: '2027-06-15',
          endsOn: given.startsOn ?? '2027-06-15',
          ...given,
        }),
      )
    },
    /** The present instant by the clock of the database, which is what history is kept by; what is done next is later. */
    async instant(): Promise<string> {
      const [row] = (await dataSource.query('select clock_timestamp() as at, pg_sleep(0.005)')) as [{ at: Date }]
      return new Date(row.at.getTime() + 1).toISOString()
    },
    async stop(): Promise<void> {
      prototype.query = query
      await app.close()
      await database.drop()
    },
  }
}
