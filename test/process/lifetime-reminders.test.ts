import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { DataSource } from 'typeorm'
import { CtxFactory } from '#server/common/identity/index.js'
import { UnitOfWork } from '#server/platform/context/index.js'
import { Groups } from '#server/process/groups/index.js'
import { LifetimeReminders } from '#server/process/lifetimes/index.js'
import { startApp, type TestApp } from '../harness/app.js'
import { freshStarterDatabase } from '../harness/starter.js'

let app: TestApp
beforeAll(async () => {
  app = await startApp({ database: await freshStarterDatabase() })
})
afterAll(() => app.stop())

const house = (instant: string) => ({ ...app.app.get(CtxFactory).ofHouse(), now: new Date(instant) })
const asked = async () => {
  const { data } = await app.query<{
    group: { id: string; lifetime: { endsOn: string }; lifetimeReminders: Reminder[] }
  }>(
    '{ group(slug: "example") { id lifetime { endsOn } lifetimeReminders { on monthsBefore sentAt subject receivers { name } } } }',
    {},
    { cookie: await app.signIn('chair@example.org') },
  )
  return data!.group
}
interface Reminder {
  on: string
  monthsBefore: number
  sentAt: string | null
  subject: string
  receivers: { name: string }[]
}
const letters = async () =>
  (await app.app
    .get(DataSource)
    .query(
      `select recipient, subject from outgoing_mail where subject like 'FG-EXAMPLE ends%' order by created_at, recipient`,
    )) as {
    recipient: string
    subject: string
  }[]

it('[GS-10] leave once, to those who lead the group, as the preview said, and are planned anew with the end', async () => {
  const reminders = app.app.get(LifetimeReminders)
  const { id, lifetime, lifetimeReminders: planned } = await asked()
  expect(planned.map(({ monthsBefore }) => monthsBefore)).toEqual([6, 3, 1])
  expect(planned[0]!.receivers.map(({ name }) => name).sort()).toEqual(['Charles Adeyemi', 'Sofia Marek'])
  const first = `${planned[0]!.on}T12:00:00Z`
  expect(await reminders.send(house(`${planned[0]!.on.slice(0, 8)}01T00:00:00Z`), id)).toBe(
    planned[0]!.on.endsWith('-01') ? 2 : 0,
  )
  // However many processes try at once.
  const sent = await Promise.all([1, 2, 3].map(() => reminders.send(house(first), id)))
  expect(sent.reduce((sum, one) => sum + one, 0)).toBe(2)
  expect((await letters()).map(({ recipient }) => recipient)).toEqual(['chair@example.org', 'secretariat@example.org'])
  expect((await letters())[0]!.subject).toContain('ends in 6 months')
  expect((await asked()).lifetimeReminders[0]!.sentAt).not.toBeNull()
  const { data } = await app.query<{ viewer: { notices: { text: string; href: string }[] } }>(
    '{ viewer { notices { text href } } }',
    {},
    { cookie: await app.signIn('chair@example.org') },
  )
  expect(data!.viewer.notices.filter(({ href }) => href === '/groups/example#lifetime')).toMatchObject([
    { text: expect.stringContaining('The lifetime of FG-EXAMPLE ends on') },
  ])

  const newEndOn = `${Number(lifetime.endsOn.slice(0, 4)) + 1}${lifetime.endsOn.slice(4)}`
  await app.app.get(UnitOfWork).write(house(first), async (tx) => {
    const groups = app.app.get(Groups)
    const { parentBodyId } = await groups.lock(tx, id)
    await groups.recordExtension(tx, {
      groupId: id,
      decidedByBodyId: parentBodyId,
      decidedOn: planned[0]!.on,
      newEndOn,
    })
  })
  const anew = (await asked()).lifetimeReminders
  expect(anew.map(({ sentAt }) => sentAt)).toEqual([null, null, null])
  expect(await reminders.send(house(`${planned[2]!.on}T12:00:00Z`), id)).toBe(0)
  expect(await reminders.send(house(`${anew[0]!.on}T12:00:00Z`), id)).toBe(2)
})

it('[GS-10] are shown to whoever may change the settings, to nobody else', async () => {
  const { data } = await app.query<{ group: { lifetimeReminders: unknown[] } }>(
    '{ group(slug: "example") { lifetimeReminders { on } } }',
  )
  expect(data!.group.lifetimeReminders).toEqual([])
})
