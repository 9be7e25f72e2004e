import { Injectable, type OnApplicationBootstrap } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { Activity } from '#server/common/activity/index.js'
import { StarterAccounts } from '#server/common/identity/index.js'
import { Settings } from '#server/platform/config/index.js'
import { system, UnitOfWork, type Ctx, type WriteCtx } from '#server/platform/context/index.js'
import { newId } from '#server/platform/database/index.js'
import { Refusal } from '#server/platform/errors/index.js'
import { Clock } from '#server/platform/time/index.js'
import { OverlapSuggestions } from '#server/roadmap/overlaps/index.js'
import { EditionLoading } from './edition-loading.service.js'
import { ExampleLife } from './example-life.service.js'
import { ExampleLoading } from './example-loading.service.js'
import { exampleWorld } from './example-world.js'
import { FocusGroupLoading } from './focus-group-loading.service.js'
import { RegisterLoading } from './register-loading.service.js'
import { readStarterData } from './starter-data.js'

/** What became of the wish to load: done; done before (by whomever); not done, because the register holds something else already. */
export type StarterOutcome = 'LOADED' | 'LOADED_BEFORE' | 'NOT_EMPTY'

/** Any number that nothing else locks: of two processes that start together, one loads and the other waits and sees. */
const STARTER_LOCK = 7_301_301

/** The verb of the event that says the starter world is in this database. It is the only mark. */
const LOADED = 'starter.loaded'

/** Loads the starter world into an empty register, once a database, and says which accounts of it can be entered in demo mode. */
@Injectable()
export class Starter implements OnApplicationBootstrap {
  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly dataSource: DataSource,
    private readonly unit: UnitOfWork,
    private readonly activity: Activity,
    private readonly accounts: StarterAccounts,
    private readonly register: RegisterLoading,
    private readonly focusGroup: FocusGroupLoading,
    private readonly example: ExampleLoading,
    private readonly overlaps: OverlapSuggestions,
    private readonly editions: EditionLoading,
    private readonly life: ExampleLife,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.settings.loadsStarter) await this.load()
    if (this.settings.demoMode) await this.offerAccounts()
  }

  /**
   * Loads everything in one transaction: whatever interrupts it leaves nothing behind, and the next start loads it again from the beginning. An
   * edition freezes what is committed, so the example of one is made in a second; a start that finds none makes up for it. Contributions of the
   * example are handed in by one between: what is handed in is read as it is committed.
   */
  async load(): Promise<StarterOutcome> {
    const ctx = {
      viewer: system,
      now: this.clock.now(),
      language: 'en' as const,
      db: this.dataSource.manager,
      requestId: 'starter',
    }
    const outcome = await this.unit.write(ctx, async (tx) => {
      await tx.db.query('select pg_advisory_xact_lock($1)', [STARTER_LOCK])
      const found = await this.lookAt(tx)
      if (found) return found
      const data = readStarterData()
      await this.register.load(tx, data)
      // At once, so that nobody finds the first page without; what changes later is looked at by the job.
      await this.overlaps.seek(tx, data.items.length)
      await this.editions.load(tx, data)
      await this.focusGroup.load(tx, data.focusGroup)
      await this.example.load(tx)
      await this.activity.record(tx, {
        verb: LOADED,
        object: { type: 'starter', id: newId() },
        args: { bodies: data.bodies.length, items: data.items.length, gaps: data.gaps.length },
      })
      return 'LOADED' as const
    })
    if (outcome === 'LOADED') await this.unit.write(ctx, (tx) => this.life.handIn(tx))
    if (outcome !== 'NOT_EMPTY') await this.freezeExample(ctx)
    return outcome
  }

  private async freezeExample(ctx: Ctx): Promise<void> {
    try {
      await this.unit.write(ctx, async (tx) => {
        await tx.db.query('select pg_advisory_xact_lock($1)', [STARTER_LOCK])
        await this.editions.freezeExample(tx)
      })
    } catch (error) {
      // Somebody else writes to the register for long: everything but the example is there, and the next start makes it.
      if (error instanceof Refusal && error.code === 'REGISTER_IN_USE') return
      throw error
    }
  }

  /** Why not to load; null when the register is empty and nobody has loaded before. */
  private async lookAt(tx: WriteCtx): Promise<Exclude<StarterOutcome, 'LOADED'> | null> {
    const [found] = (await tx.db.query(
      `select exists (select from event where object_type = 'starter' and verb = $1) as "isLoaded",
              exists (select from body) or exists (select from principle) or exists (select from gap) as "isInUse"`,
      [LOADED],
    )) as [{ isLoaded: boolean; isInUse: boolean }]
    if (found.isLoaded) return 'LOADED_BEFORE'
    return found.isInUse ? 'NOT_EMPTY' : null
  }

  /** Those that are there: a database that was first used outside demo mode has none. */
  private async offerAccounts(): Promise<void> {
    const there = (await this.dataSource.query(
      'select lower(email::text) as email from account where email = any($1::citext[]) and closed_at is null',
      [exampleWorld.people.map(({ email }) => email)],
    )) as { email: string }[]
    const known = new Set(there.map(({ email }) => email))
    const offered = exampleWorld.people.filter(({ email }) => known.has(email))
    this.accounts.offer(offered.map(({ email, name, role }) => ({ email, name, role })))
  }
}
