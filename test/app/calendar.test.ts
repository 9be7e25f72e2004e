import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { DataSource } from 'typeorm'
import { checkCalendar, propertyIn, readText, type CalendarComponent } from '../builders/calendars.js'
import { startApp, type TestApp } from '../harness/app.js'
import { freshStarterDatabase } from '../harness/starter.js'

let app: TestApp
let chair: { cookie: string }
let participant: { cookie: string }
beforeAll(async () => {
  app = await startApp({ database: await freshStarterDatabase() })
  chair = { cookie: await app.signIn('chair@example.org') }
  participant = { cookie: await app.signIn('participant@example.org') }
})
afterAll(() => app?.stop())

const get = (path: string, headers: Record<string, string> = {}) => fetch(app.url + path, { headers })
async function calendar(path: string, headers: Record<string, string> = {}): Promise<CalendarComponent> {
  const answer = await get(path, headers)
  expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  return checkCalendar(await answer.text())
}
const titles = ({ components }: CalendarComponent) =>
  components.filter(({ name }) => name === 'VEVENT').map((event) => readText(propertyIn(event, 'SUMMARY').value))
const valuesOf = (of: CalendarComponent, name: string) =>
  Object.fromEntries(of.components.map((one) => [propertyIn(one, 'UID').value, propertyIn(one, name).value]))

async function meeting(number: number) {
  const { data } = await app.query<{ meeting: { id: string; revision: number } }>(
    `{ meeting(group: "example", number: ${number}) { id revision } }`,
    {},
    chair,
  )
  return data!.meeting
}
async function change(mutation: string, type: string, input: (now: { id: string; revision: number }) => object) {
  const now = await meeting(2)
  const { errors } = await app.query(
    `mutation ($input: ${type}!) { ${mutation}(input: $input) { id } }`,
    { input: { expectedRevision: now.revision, ...input(now) } },
    chair,
  )
  expect(errors).toBeUndefined()
}

describe('the calendar of a group', () => {
  it('[IC-2, IC-4] holds its meetings as events and their key dates as things to do, as far as one may see them', async () => {
    const ofStranger = await calendar('/groups/example/calendar.ics')
    const ofParticipant = await calendar('/groups/example/calendar.ics', participant)
    expect(titles(ofStranger)).not.toContain('Editors’ session')
    expect(titles(ofParticipant)).toEqual(expect.arrayContaining([...titles(ofStranger), 'Editors’ session']))
    const toDos = ofStranger.components.filter(({ name }) => name === 'VTODO')
    expect(toDos.length).toBeGreaterThan(6)
    for (const toDo of toDos) expect(readText(propertyIn(toDo, 'DESCRIPTION').value)).toMatch(/Geneva/)
  })

  it('[IC-2] tells the days of the circular: the opening in Vienna, and contributions until the published day ends in Geneva', async () => {
    const whole = await calendar('/groups/fg-ai4ee/meetings/1.ics')
    const [event] = whole.components
    expect(propertyIn(event!, 'DTSTART').value).toBe('20191015T073000Z')
    expect(propertyIn(event!, 'STATUS').value).toBe('CONFIRMED')
    expect(readText(propertyIn(event!, 'LOCATION').value)).toMatch(/Vienna/)
    const contributions = whole.components.find((one) => /contributions$/.test(propertyIn(one, 'UID').value))!
    expect(propertyIn(contributions, 'DUE').value).toBe('20191002T215900Z')
    expect(propertyIn(contributions, 'STATUS').value).toBe('COMPLETED')
    expect(propertyIn(contributions, 'RELATED-TO').value).toBe(propertyIn(event!, 'UID').value)
  })

  it('[IC-3] keeps the names of its entries when a meeting moves, and counts each change', async () => {
    const path = '/groups/example/meetings/2.ics'
    const before = await calendar(path)
    await change('moveMeeting', 'MoveMeetingInput', ({ id }) => ({ id, startsOn: '2026-06-09', endsOn: '2026-06-11' }))
    const after = await calendar(path)
    expect(Object.keys(valuesOf(after, 'UID'))).toEqual(expect.arrayContaining(Object.keys(valuesOf(before, 'UID'))))
    const [was, is] = [valuesOf(before, 'SEQUENCE'), valuesOf(after, 'SEQUENCE')]
    for (const [uid, sequence] of Object.entries(was)) expect(Number(is[uid])).toBe(Number(sequence) + 1)
    const [, contributions] = Object.entries(valuesOf(after, 'STATUS')).find(([uid]) => uid.endsWith('contributions'))!
    expect(contributions).toBe('NEEDS-ACTION')
  })

  it('[IC-3] counts a change of the group, which moves dates, and not as a change of the meeting', async () => {
    const path = '/groups/example/meetings/2.ics'
    const sequences = async () => Object.entries(valuesOf(await calendar(path), 'SEQUENCE'))
    const before = await sequences()
    await app.app
      .get(DataSource)
      .query(`update standards_group set contribution_offset_days = 20, revision = revision + 1 where slug = 'example'`)
    for (const [at, [uid, sequence]] of (await sequences()).entries()) {
      expect(Number(sequence) - Number(before[at]![1])).toBe(uid.startsWith('meeting-') ? 0 : 1)
    }
  })

  it('[IC-3] is the same file until something changes, and is not sent twice', async () => {
    const first = await get('/groups/example/calendar.ics')
    const etag = first.headers.get('etag')!
    expect(await (await get('/groups/example/calendar.ics')).text()).toBe(await first.text())
    const again = await get('/groups/example/calendar.ics', { 'if-none-match': etag })
    expect(again.status).toBe(304)
    expect(again.headers.get('cache-control')).toBe('public, no-cache')
    expect((await get('/groups/example/calendar.ics', chair)).headers.get('cache-control')).toBe('private, no-cache')
  })

  it('[IC-2] tells a cancelled meeting, and its dates, as cancelled; it does not vanish from calendars', async () => {
    await change('cancelMeeting', 'CancelMeetingInput', ({ id }) => ({ id, reason: 'The host withdrew.' }))
    const whole = await calendar('/groups/example/meetings/2.ics')
    expect(new Set(Object.values(valuesOf(whole, 'STATUS')))).toEqual(new Set(['CANCELLED']))
    expect(readText(propertyIn(whole.components[0]!, 'DESCRIPTION').value)).toContain('Cancelled: The host withdrew.')
  })

  it('[IC-4, GR-3] is not there for whoever may not see the group or the meeting', async () => {
    expect((await get('/groups/nowhere/calendar.ics')).status).toBe(404)
    expect((await get('/groups/example/meetings/3.ics')).status).toBe(404)
    expect((await get('/groups/example/meetings/3.ics', participant)).status).toBe(200)
    expect((await get('/groups/example/meetings/99.ics')).status).toBe(404)
  })
})

describe('the calendar of a person', () => {
  const make = async (who: { cookie: string }) => {
    const { data } = await app.query<{ makeCalendarAddress: { path: string } }>(
      'mutation { makeCalendarAddress { path } }',
      {},
      who,
    )
    return data!.makeCalendarAddress.path
  }
  const addressOf = async (who: { cookie: string }) => {
    const { data } = await app.query<{ viewer: { calendarAddress: { lastReadAt: string | null } | null } }>(
      '{ viewer { calendarAddress { lastReadAt } } }',
      {},
      who,
    )
    return data!.viewer.calendarAddress
  }

  it('[IC-5] is read without signing in under an address that only its owner was shown, as its owner sees it', async () => {
    expect(await addressOf(participant)).toBeNull()
    const path = await make(participant)
    expect(path).toMatch(/^\/calendar\/[\w-]{43}\.ics$/)
    expect(await addressOf(participant)).toEqual({ lastReadAt: null })
    const own = await calendar(path)
    expect(titles(own)).toContain('Editors’ session')
    expect(new Set(Object.values(valuesOf(own, 'CATEGORIES')))).toEqual(new Set(['FG-EXAMPLE']))
    expect((await addressOf(participant))?.lastReadAt).not.toBeNull()
    const [kept] = (await app.app.get(DataSource).query('select secret_hash::text as hash from calendar_address')) as [
      { hash: string },
    ]
    expect(kept.hash).not.toContain(path.slice('/calendar/'.length, -4))
  })

  it('[IC-5] ends with the address: withdrawn, or made anew', async () => {
    const first = await make(participant)
    const second = await make(participant)
    expect((await get(first)).status).toBe(404)
    expect((await get(second)).status).toBe(200)
    await app.query('mutation { withdrawCalendarAddress { isSignedIn } }', {}, participant)
    expect((await get(second)).status).toBe(404)
    expect(await addressOf(participant)).toBeNull()
  })

  it('[IC-5] shows nothing more of a group in which its owner takes part no longer', async () => {
    const path = await make(participant)
    await app.app.get(DataSource).query(
      `update group_role set to_on = '2026-01-01', from_on = '2025-01-01' from account a
       where a.person_id = group_role.person_id and a.email = 'participant@example.org'`,
    )
    expect((await calendar(path)).components.map(({ name }) => name)).toEqual(['VTIMEZONE'])
  })

  it('[IC-5] belongs to people with an account', async () => {
    const { errors } = await app.query('mutation { makeCalendarAddress { path } }')
    expect(errors?.[0]?.extensions.code).toBe('SIGN_IN_REQUIRED')
    expect((await get(`/calendar/${'x'.repeat(43)}.ics`)).status).toBe(404)
  })
})
