import {
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
  type OnModuleInit,
} from '@nestjs/common'
import type { FastifyRequest } from 'fastify'
import type { RawData, WebSocket } from 'ws'
import { closeCodes } from '#schema/vocabulary/collaboration.js'
import { Access } from '#server/common/access/index.js'
import { ActivityFeed } from '#server/common/activity/index.js'
import { CtxFactory, type HttpCtx } from '#server/common/identity/index.js'
import { peopleById, type PersonRow } from '#server/community/people/index.js'
import { documentsById, SharedDocument } from '#server/drafting/documents/index.js'
import { system, together, type Ctx, type Viewer } from '#server/platform/context/index.js'
import { Listener } from '#server/platform/database/index.js'
import { Refusal, reportFault } from '#server/platform/errors/index.js'
import { Allowance } from './allowance.js'
import { Connection } from './connection.js'
import { handleFrame } from './frame.js'
import { LiveDocuments } from './live-documents.service.js'
import type { LiveDocument } from './live-document.js'
import { awarenessFrame } from './wire.js'

/** What happens to these may change who may do what. */
const concerning = /^(role|group|account|token|document|person)[.]/
/** However roles and sessions end (by the calendar, by expiry): it is noticed within this time. */
const lookAgainMs = 60_000
/** Stock clients take thirty seconds of silence for a broken line. */
const signOfLifeMs = 20_000
/** How often one may be turned away from a text before one is not even asked who one is. */
const turnsAway = { atOnce: 30, perSecond: 0.5 }
const mostRemembered = 10_000
const signOfLife = awarenessFrame(new Uint8Array([0]))

interface Opened {
  readonly socket: WebSocket
  readonly ctx: HttpCtx
  readonly connection: Connection
  readonly live: LiveDocument
  /** Frames that wait while the process catches up with others. */
  readonly frames: Uint8Array[]
  isBusy: boolean
  isAlive: boolean
}

/** The sockets at `/collab/<id>`: who may come in, what each frame may do, who is sent away. Format: docs/collaboration-protocol.md. */
@Injectable()
export class CollaborationSockets implements OnModuleInit, OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly opened = new Set<Opened>()
  private readonly timers: NodeJS.Timeout[] = []
  private stopListening: () => void = () => {}
  private news: AsyncIterableIterator<{ readonly verb: string }> | null = null
  private looking: Promise<void> | null = null
  private lookAgain = false
  private looks = 0
  private isStopping = false
  /** By network address and text: who was turned away, and how often they may be yet. */
  private readonly turned = new Map<string, Allowance>()
  // A hundred people who come back at once are a few questions, not hundreds.
  private readonly documentOf = together<string, SharedDocument>((ids) =>
    this.asked((ctx) => documentsById(ctx).loadMany(ids)),
  )
  private readonly personOf = together<string, PersonRow>((ids) => this.asked((ctx) => peopleById(ctx).loadMany(ids)))

  constructor(
    private readonly contexts: CtxFactory,
    private readonly access: Access,
    private readonly feed: ActivityFeed,
    private readonly listener: Listener,
    private readonly documents: LiveDocuments,
  ) {}

  onModuleInit(): void {
    this.stopListening = this.listener.on('sessions_ended', () => this.look())
  }

  async onApplicationBootstrap(): Promise<void> {
    this.timers.push(setInterval(() => this.look(), lookAgainMs).unref())
    this.timers.push(setInterval(() => this.giveSignsOfLife(), signOfLifeMs).unref())
    this.news = await this.feed.listen({}, async () => system)
    // Going on is safe: everybody is looked at every minute anyway.
    this.hear(this.news).catch((error: unknown) => reportFault('hearing who may still write', error))
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true
    this.stopListening()
    for (const timer of this.timers) clearInterval(timer)
    await this.news?.return?.()
    for (const { connection } of this.opened) connection.close('GOING_AWAY', 'the server stops')
    await this.looking
    await this.documents.stop()
  }

  /** How many sockets are open. */
  get count(): number {
    return this.opened.size
  }

  /** Takes a socket whose request was let through to this address. */
  async open(socket: WebSocket, request: FastifyRequest): Promise<void> {
    // Until we know who this is, nothing is read.
    socket.pause()
    socket.once('close', (code) => {
      if (code >= 4400) this.turnedAway(request)
    })
    try {
      if (!this.mayTry(request))
        return close(socket, closeCodes.TOO_FAST, 'turned away too often; try again in a minute')
      await this.letIn(socket, request)
    } catch (error) {
      const isRefusal = error instanceof Refusal
      if (isRefusal) close(socket, closeCodes.SIGN_IN, 'sign in first')
      // An edge: this socket is closed, the others go on. It may well be that the database is away.
      else close(socket, closeCodes.TRY_AGAIN, `reference ${reportFault('opening a shared text', error)}`)
    }
  }

  private async letIn(socket: WebSocket, request: FastifyRequest): Promise<void> {
    const { id } = request.params as { id: string }
    const query = request.query as { schema?: unknown; features?: unknown }
    const { looks } = this
    const ctx = await this.contexts.of(request)
    const document = await this.documentFor(ctx, id)
    if (!document) return close(socket, closeCodes.NOT_FOUND, 'there is no such text that you may read')
    const schemaVersion = versionOf(query.schema)
    if (schemaVersion !== null && schemaVersion < document.schemaVersion) {
      return close(socket, closeCodes.SCHEMA_TOO_OLD, `schema ${document.schemaVersion} is needed`)
    }
    const { personId } = ctx.viewer
    const person = personId ? await this.personOf(personId) : null
    const live = await this.documents.get(id)
    if (this.isStopping) return close(socket, closeCodes.GOING_AWAY, 'the server stops')
    if (socket.readyState !== socket.OPEN) return this.documents.left(live)
    if (!this.documents.isCurrent(live)) return close(socket, closeCodes.TRY_AGAIN, 'the text is read anew')

    const connection = new Connection(socket, {
      who: personId ? { personId, name: person?.name ?? '' } : null,
      schemaVersion,
      hearsNotices: typeof query.features === 'string' && query.features.split(',').includes('ack'),
    })
    connection.mayEdit = this.access.may(ctx, 'document.edit', document)
    const opened: Opened = { socket, ctx, connection, live, frames: [], isBusy: false, isAlive: true }
    this.opened.add(opened)
    live.join(connection)
    socket.on('message', (data, isBinary) => this.receive(opened, data, isBinary))
    socket.on('pong', () => (opened.isAlive = true))
    socket.once('close', () => {
      this.opened.delete(opened)
      live.leave(connection)
      this.documents.left(live)
    })
    connection.tellStanding(standingOf(connection, document, live))
    socket.resume()
    // What changed between asking and being on the list was told to the list alone.
    if (this.looks !== looks) await this.lookAt(opened)
  }

  /** The text, if it is there and whoever asks may read it. It is fetched for all who come at once, and judged for each. */
  private async documentFor(ctx: Ctx, id: string): Promise<SharedDocument | null> {
    const document = isUuid(id) ? await this.documentOf(id) : null
    return document && this.access.may(ctx, 'document.read', document) ? document : null
  }

  private async asked<Row extends { readonly id: string }>(
    load: (ctx: Ctx) => Promise<ArrayLike<Row | Error | null>>,
  ): Promise<Map<string, Row>> {
    const found = new Map<string, Row>()
    for (const row of Array.from(await load(this.contexts.ofHouse()))) {
      if (row instanceof Error) throw row
      if (row) found.set(row.id, row)
    }
    return found
  }

  private receive(opened: Opened, data: RawData, isBinary: boolean): void {
    const { connection } = opened
    if (!connection.isOpen) return
    if (!isBinary) return connection.close('NOT_BINARY', 'messages are binary')
    // The library hands out a window on what it read from the network; kept as it is, it would keep all of that.
    const frame = new Uint8Array(data as Buffer)
    if (!connection.allows(frame.length)) return connection.close('TOO_FAST', 'too much in a short time')
    opened.frames.push(frame)
    this.work(opened)
  }

  private work(opened: Opened): void {
    while (!opened.isBusy && opened.frames.length > 0) {
      const frame = opened.frames.shift()!
      try {
        this.handle(opened, frame)
      } catch (error) {
        // An edge: one connection is closed, the text and all others go on.
        opened.connection.close('FAULT', `reference ${reportFault('reading a frame of a shared text', error)}`)
      }
    }
  }

  private handle(opened: Opened, frame: Uint8Array): void {
    const { connection, live } = opened
    if (!connection.isOpen) return
    const again = handleFrame(connection, live, frame)
    if (!again) return
    // It may be that another process knows what we do not: first the news, then the verdict. Later frames wait.
    opened.isBusy = true
    opened.socket.pause()
    live.catchUpThen(() => {
      opened.isBusy = false
      opened.socket.resume()
      if (connection.isOpen) again()
      this.work(opened)
    })
  }

  // --- who comes again and again

  /** Stock clients of an older kind come back for ever, whatever they are told; asking the database each time is what they do not get. */
  private mayTry(request: FastifyRequest): boolean {
    return this.turned.get(triedAs(request))?.hasSome(performance.now()) ?? true
  }

  private turnedAway(request: FastifyRequest): void {
    const key = triedAs(request)
    const now = performance.now()
    const allowance = this.turned.get(key) ?? new Allowance(turnsAway.atOnce, turnsAway.perSecond, now)
    allowance.take(1, now)
    this.turned.delete(key)
    this.turned.set(key, allowance)
    if (this.turned.size > mostRemembered) this.turned.delete(this.turned.keys().next().value!)
  }

  // --- who may still be here

  private async hear(news: AsyncIterableIterator<{ readonly verb: string }>): Promise<void> {
    for await (const { verb } of news) if (concerning.test(verb)) this.look()
  }

  /** Asks for everybody who they are by now, and sends away whoever may not be here any more. */
  private look(): void {
    this.looks++
    this.lookAgain = true
    this.looking ??= this.lookAround().finally(() => (this.looking = null))
  }

  private async lookAround(): Promise<void> {
    while (this.lookAgain && !this.isStopping) {
      this.lookAgain = false
      const all = [...this.opened]
      // A few at a time: everybody else needs the database, too.
      for (let i = 0; i < all.length; i += 8) {
        await Promise.all(all.slice(i, i + 8).map((opened) => this.lookAt(opened)))
      }
    }
  }

  private async lookAt({ ctx, connection, live }: Opened): Promise<void> {
    try {
      const viewer = await viewerOf(ctx)
      if (!viewer || viewer.personId !== ctx.viewer.personId) {
        return connection.close('SIGN_IN', 'the session has ended')
      }
      const now = { ...ctx, viewer }
      const document = await this.documentFor(now, live.id)
      if (!document) return connection.close('NOT_FOUND', 'you may not read this text any more')
      const { schemaVersion } = connection.facts
      if (schemaVersion !== null && schemaVersion < document.schemaVersion) {
        return connection.close('SCHEMA_TOO_OLD', `schema ${document.schemaVersion} is needed`)
      }
      const mayEdit = this.access.may(now, 'document.edit', document)
      if (mayEdit === connection.mayEdit) return
      connection.mayEdit = mayEdit
      connection.tellStanding(standingOf(connection, document, live))
      live.ask(connection)
    } catch (error) {
      // Going on is safe for as long as the database is away, because nothing can be stored either; then we look again.
      reportFault('asking whether somebody may still be at a shared text', error)
    }
  }

  private giveSignsOfLife(): void {
    for (const opened of this.opened) {
      if (!opened.isAlive) {
        opened.socket.terminate()
        continue
      }
      opened.isAlive = false
      opened.socket.ping()
      opened.connection.send(signOfLife)
    }
  }
}

/** Null: the token that opened the socket does not work any more. */
async function viewerOf(ctx: HttpCtx): Promise<Viewer | null> {
  try {
    return await ctx.viewerNow!()
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

const standingOf = (connection: Connection, document: SharedDocument, live: LiveDocument) => ({
  mayEdit: connection.mayWrite,
  schemaVersion: document.schemaVersion,
  epoch: live.epoch,
})

const close = (socket: WebSocket, code: number, reason: string): void => {
  socket.resume()
  socket.close(code, reason)
}

const triedAs = (request: FastifyRequest): string =>
  `${request.ip} ${(request.params as { id: string }).id.slice(0, 36)}`

const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

/** A version is a whole number from 1; anything else was not said. */
const versionOf = (said: unknown): number | null =>
  typeof said === 'string' && /^[1-9]\d{0,5}$/.test(said) ? Number(said) : null
