import { createHash, randomBytes } from 'node:crypto'
import { DataSource } from 'typeorm'
import type { GroupRoleKind } from '#schema/vocabulary/groups.js'
import { Accounts, Tokens } from '#server/common/identity/index.js'
import type { Visibility } from '#server/common/access/index.js'
import { People } from '#server/community/people/index.js'
import { Documents, type SharedDocument } from '#server/drafting/documents/index.js'
import { system, UnitOfWork, type Ctx, type WriteCtx } from '#server/platform/context/index.js'
import { Groups, Roles, type GroupRole } from '#server/process/groups/index.js'
import { Bodies } from '#server/roadmap/bodies/index.js'
import { startApp, type TestApp, type TestAppOptions } from '../harness/app.js'

/** Somebody with an account and a token. */
export interface Writer {
  readonly personId: string
  readonly accountId: string
  readonly name: string
  readonly token: string
  readonly tokenId: string
}

export type DraftingSite = Awaited<ReturnType<typeof openDraftingSite>>

/** A whole server with what people need to write together: groups, roles, accounts, texts. */
export async function openDraftingSite(options: TestAppOptions = {}) {
  const app: TestApp = await startApp(options)
  const get = app.app.get.bind(app.app)
  const dataSource = get(DataSource)
  let made = 0

  const ctx = (): Ctx => ({
    viewer: system,
    now: app.clock.now(),
    language: 'en',
    db: dataSource.manager,
    requestId: 'test',
  })
  const write = <T>(act: (tx: WriteCtx) => Promise<T>): Promise<T> => get(UnitOfWork).write(ctx(), act)

  const body = (slug: string) =>
    write(async (tx) => {
      await get(Bodies).record(tx, { slug, name: slug, kind: 'COMMITTEE', provenance: { source: 'a test' } })
      const [row] = (await tx.db.query('select id from body where slug = $1', [slug])) as [{ id: string }]
      return row.id
    })

  const site = {
    ...app,
    dataSource,
    ctx,
    write,

    async group(visibility: Visibility = 'PUBLIC') {
      const slug = `group-${++made}`
      const [bodyId, parentBodyId] = [await body(`${slug}-body`), await body(`${slug}-parent`)]
      return write((tx) =>
        get(Groups).establish(tx, {
          slug,
          bodyId,
          parentBodyId,
          name: slug,
          kind: 'FOCUS_GROUP',
          state: 'ESTABLISHED',
          ruleset: 'itu-t-a7-2016',
          deadlineZone: 'Europe/Zurich',
          visibility,
        }),
      )
    },

    document(group: { id: string }, visibility: Visibility = 'PUBLIC', schemaVersion = 1): Promise<SharedDocument> {
      return write((tx) =>
        get(Documents).open(tx, { groupId: group.id, kind: 'REPORT', title: 'A report', schemaVersion, visibility }),
      )
    },

    /** A person with an account, a token and, when a group is given, a role in it since 2020. */
    async person(role?: GroupRoleKind, group?: { slug: string }): Promise<Writer & { role: GroupRole | null }> {
      const number = ++made
      const name = `Person ${number}`
      const account = await write(async (tx) => {
        const { id: personId } = await get(People).record(tx, { name })
        const email = `person${number}@example.org`
        return (await get(Accounts).create(tx, { personId, email, passwordHash: null, isConfirmed: true }))!
      })
      const { token, secret } = await write((tx) => get(Tokens).create(tx, account, { name: 'test' }))
      const given =
        role && group
          ? await write((tx) =>
              get(Roles).assign(tx, { group: group.slug, personId: account.personId, role, from: '2020-01-01' }),
            )
          : null
      return {
        personId: account.personId,
        accountId: account.id,
        name,
        token: secret,
        tokenId: token.id,
        role: given,
      }
    },

    revoke(writer: Writer): Promise<unknown> {
      return write((tx) => get(Tokens).revoke(tx, { id: writer.accountId, personId: writer.personId }, writer.tokenId))
    },

    /** Signs somebody in as a browser is, and answers with the cookie. */
    async session(writer: Writer): Promise<string> {
      const secret = randomBytes(32).toString('base64url')
      await dataSource.query(
        `insert into account_session (id, account_id, secret_hash, created_at, last_seen_at, expires_at)
         values (gen_random_uuid(), $1, $2, now(), now(), now() + interval '1 day')`,
        [writer.accountId, createHash('sha256').update(secret).digest()],
      )
      return `rapporteur=${secret}`
    },

    endRole(role: GroupRole, to: string): Promise<GroupRole> {
      return write((tx) => get(Roles).end(tx, { id: role.id, expectedRevision: role.revision, to }))
    },
  }
  return site
}
