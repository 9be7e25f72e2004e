/** The register on a database of its own, asked through the API: for the tests of its rooms. */
import 'reflect-metadata'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Global, Module } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify'
import { TypeOrmModule } from '@nestjs/typeorm'
import { parse, visit } from 'graphql'
import pg from 'pg'
import { DataSource } from 'typeorm'
import {
  readBodyKind,
  readConfidence,
  readDateKind,
  readGapStanding,
  readImpact,
  readItemStatus,
  readItemType,
  readLifecycleStage,
  readPrincipleOrigin,
  readPriority,
  readRelationType,
  readTopic,
} from '#schema/vocabulary/register.js'
import { AccessModule } from '#server/common/access/index.js'
import { Activity, ActivityEvent, Concerns, Objects } from '#server/common/activity/index.js'
import { Searches } from '#server/common/search/index.js'
import { stranger, system, UnitOfWork, type Ctx, type Viewer, type WriteCtx } from '#server/platform/context/index.js'
import { DatabaseModule } from '#server/platform/database/index.js'
import { executeInProcess, graphqlModule, packageRoot } from '#server/platform/graphql/index.js'
import { Bodies, BodiesModule } from '#server/roadmap/bodies/index.js'
import { Checks, ChecksModule } from '#server/roadmap/checks/index.js'
import { Gaps, GapsModule } from '#server/roadmap/gaps/index.js'
import { suggestionFor } from '#server/roadmap/gaps/priority.js'
import { ItemCounts, ItemNames, Items, ItemsModule, ItemStages, type RecordItem } from '#server/roadmap/items/index.js'
import { OverlapCases, OverlapsModule, OverlapSuggestions } from '#server/roadmap/overlaps/index.js'
import { Principles, PrinciplesModule } from '#server/roadmap/principles/index.js'
import { Relations, RelationsModule } from '#server/roadmap/relations/index.js'
import { freshDatabase } from '../harness/database.js'

@Global()
@Module({
  imports: [AccessModule, TypeOrmModule.forFeature([ActivityEvent])],
  providers: [Activity, Concerns, Objects, Searches, UnitOfWork],
  exports: [Activity, Concerns, Objects, Searches, UnitOfWork],
})
class CommonModule {}

/** The SDL of this storey and those below. What it names of rooms above, which are not there, stands as a scalar. */
function sdlUpToHere(): string {
  const cwd = join(packageRoot, 'schema/graphql')
  const files = globSync(['*.graphql', '{common,community,roadmap}/*.graphql'], { cwd })
  const sdl = files.map((file) => readFileSync(join(cwd, file), 'utf8')).join('\n')
  const named = new Set<string>()
  const defined = new Set(['String', 'Int', 'Float', 'Boolean', 'ID'])
  visit(parse(sdl), {
    NamedType: ({ name }) => void named.add(name.value),
    enter: (node) => {
      if (node.kind.endsWith('TypeDefinition') && 'name' in node) defined.add(node.name!.value)
    },
  })
  const strange = [...named].filter((name) => !defined.has(name))
  return [sdl, ...strange.map((name) => `scalar ${name}`)].join('\n')
}

export interface Answer {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are as different as the questions
  readonly data: any
  /** Codes of the errors. */
  readonly codes: string[]
  readonly errors: readonly { message: string; extensions: Record<string, unknown> }[]
}

export type Register = Awaited<ReturnType<typeof openRegister>>

export async function openRegister() {
  const database = await freshDatabase()
  @Module({
    imports: [
      DatabaseModule.at({ url: database.url, poolSize: 4 }),
      CommonModule,
      graphqlModule({ typeDefs: sdlUpToHere(), useFactory: () => ({ context: () => ({}) }) }),
      BodiesModule,
      ItemsModule,
      RelationsModule,
      PrinciplesModule,
      OverlapsModule,
      GapsModule,
      ChecksModule,
    ],
  })
  class RegisterSite {}
  const app = await NestFactory.create<NestFastifyApplication>(RegisterSite, new FastifyAdapter(), {
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
    names: app.get(ItemNames),
    stages: app.get(ItemStages),
    relations: app.get(Relations),
    principles: app.get(Principles),
    overlaps: app.get(OverlapCases),
    suggestions: app.get(OverlapSuggestions),
    gaps: app.get(Gaps),
    checks: app.get(Checks),
  }

  const ctx = (viewer: Viewer = stranger): Ctx => ({
    viewer,
    now: new Date(),
    language: 'en',
    db: dataSource.manager,
    requestId: 'test',
  })

  async function ask(query: string, variables: Record<string, unknown> = {}, viewer?: Viewer): Promise<Answer> {
    const answer = await executeInProcess(app, { query, variables, context: ctx(viewer) })
    const errors = (answer.errors ?? []) as unknown as Answer['errors']
    return { data: answer.data, errors, codes: errors.map((error) => String(error.extensions.code)) }
  }

  return {
    dataSource,
    ctx,
    ask,
    counts: app.get(ItemCounts),
    /** Runs verbs in a transaction, as the system unless somebody else is named. */
    write: <T>(act: (tx: WriteCtx, rooms: typeof verbs) => Promise<T>, viewer: Viewer = system): Promise<T> =>
      unit.write(ctx(viewer), (tx) => act(tx, verbs)),
    /** How many statements were sent to the database while `act` ran. */
    async statements(act: () => Promise<unknown>): Promise<number> {
      const prototype = pg.Client.prototype as unknown as { query: (...args: unknown[]) => unknown }
      const { query } = prototype
      let count = 0
      prototype.query = function (this: unknown, ...args: unknown[]) {
        count += 1
        return query.apply(this, args)
      }
      try {
        await act()
      } finally {
        prototype.query = query
      }
      return count
    },
    /** The present instant by the clock of the database, which is what history is kept by. */
    async instant(): Promise<string> {
      const [row] = (await dataSource.query('select clock_timestamp() as at')) as [{ at: Date }]
      // What is changed after this must be later by a whole millisecond, the grain of the API.
      await dataSource.query('select pg_sleep(0.002)')
      return new Date(row.at.getTime() + 1).toISOString()
    },
    async stop(): Promise<void> {
      await app.close()
      await database.drop()
    },
  }
}

/** Somebody who may edit the register. */
export const anEditor: Viewer = {
  ...stranger,
  accountId: '01900000-0000-7000-8000-00000000ed17',
  isAdministrator: true,
}

/** An item of which a test says only what it is about. */
export const anItem = (given: Partial<RecordItem> & { designation: string }): RecordItem => ({
  bodySlug: 'iso',
  title: `Title of ${given.designation}`,
  type: 'STANDARD',
  fallbackStatus: 'PUBLISHED',
  provenance: { source: 'a catalogue', confidence: 'VERIFIED', asOf: '2026-01-01' },
  ...given,
})

/* eslint-disable @typescript-eslint/no-explicit-any -- data files, read value by value */
const data = (name: string): any[] =>
  JSON.parse(readFileSync(join(packageRoot, `server/app/starter/data/${name}.json`), 'utf8'))

/** Records the whole of the starter data, by its loading notes. */
export async function recordEverything(register: Register): Promise<void> {
  const provenanceOf = (row: any) => ({
    source: row.source ?? null,
    confidence: readConfidence(row.confidence),
    asOf: row.statusAsOf ?? null,
  })
  await register.write(async (tx, { bodies, items, relations, principles, gaps }) => {
    const waiting = data('bodies')
    const there = new Set<string>()
    while (waiting.length > 0) {
      const row = waiting.shift()
      if ([row.parent, row.coParent].some((parent) => parent && !there.has(parent))) {
        waiting.push(row)
        continue
      }
      there.add(row.id)
      await bodies.record(tx, {
        slug: row.id,
        name: row.name,
        acronym: row.acronym,
        kind: readBodyKind(row.kind),
        parentSlug: row.parent,
        coParentSlug: row.coParent,
        url: row.url,
        provenance: provenanceOf(row),
      })
    }
    for (const row of data('items')) {
      await items.record(tx, {
        slug: row.id,
        bodySlug: row.body,
        committeeSlug: row.committee,
        designation: row.designation,
        title: row.title,
        titleConfidence: row.titleConfidence ? readConfidence(row.titleConfidence) : null,
        type: readItemType(row.type),
        nativeStage: row.stage,
        fallbackStatus: readItemStatus(row.status),
        dates: Object.fromEntries(Object.entries(row.dates).map(([kind, on]) => [readDateKind(kind), on])),
        topics: row.topics.map(readTopic),
        lifecycleStages: row.lifecycleStages.map(readLifecycleStage),
        impacts: row.impacts.map(readImpact),
        scopeNote: row.scopeNote,
        equivalents: row.equivalents ?? [],
        url: row.url,
        provenance: provenanceOf(row),
      })
    }
    for (const row of data('relations')) {
      await relations.record(tx, {
        from: row.from,
        to: row.to,
        type: readRelationType(row.type),
        note: row.note,
        provenance: provenanceOf(row),
      })
    }
    const principleIds = new Map<string, string>()
    for (const row of data('principles')) {
      const { title, statement } = row
      const principle = await principles.record(tx, {
        title,
        statement,
        origin: readPrincipleOrigin(row.origin),
        provenance: provenanceOf(row),
      })
      principleIds.set(row.id, principle.id)
    }
    for (const row of data('gaps')) {
      const priority = readPriority(row.priority)
      await gaps.record(tx, {
        title: row.title,
        description: row.description,
        standing: readGapStanding(row.status),
        score: row.case,
        priority,
        priorityReason: priority === suggestionFor(row.case) ? null : 'starter data, first guess',
        topics: row.topics.map(readTopic),
        lifecycleStages: row.lifecycleStages.map(readLifecycleStage),
        statedIn: row.statedIn,
        sourceKind: row.sourceKind,
        principleIds: row.principles.map((id: string) => principleIds.get(id)!),
        items: row.relatedItems.map((item: string) => ({ item })),
        bodies: row.candidateBodies.map((body: string) => ({ body })),
        provenance: provenanceOf(row),
      })
    }
  })
}
