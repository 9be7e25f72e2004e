/** Many who come to a text at the same moment are looked up together, and judged one by one. */
import { afterAll, afterEach, beforeAll, expect, it, jest } from '@jest/globals'
import { closeCodes } from '#schema/vocabulary/collaboration.js'
import { Identity } from '#server/common/identity/index.js'
import { Client } from './clients.js'
import { openDraftingSite, type DraftingSite, type Writer } from './site.js'

let site: DraftingSite
let group: Awaited<ReturnType<DraftingSite['group']>>

beforeAll(async () => {
  site = await openDraftingSite()
  group = await site.group()
})
afterAll(() => site.stop())

const open: Client[] = []
afterEach(async () => {
  for (const client of open.splice(0)) if (client.socket && !client.closed) await client.leave()
})

const credentials = ({ token }: Writer) => ({ headers: { authorization: `Bearer ${token}` } })

it.each(['token', 'session'] as const)(
  'each %s that is shown in one turn is looked up in one statement',
  async (by) => {
    const people = await Promise.all(Array.from({ length: 12 }, () => site.person('EDITOR', group)))
    const cookies = await Promise.all(people.map((one) => site.session(one)))
    const identity = site.app.get(Identity)
    const query = jest.spyOn(site.dataSource.manager, 'query')
    const found = await Promise.all(
      people.map((one, i) => {
        const [name, secret] = cookies[i]!.split('=') as [string, string]
        return identity.authenticate(by === 'token' ? credentials(one) : { headers: {}, cookies: { [name]: secret } })
      }),
    )
    const asked = query.mock.calls.map(([sql]) => /from (access_token|account_session|group_role)/.exec(sql)?.[1])
    query.mockRestore()
    expect(found.map(({ personId }) => personId)).toEqual(people.map(({ personId }) => personId))
    for (const { standings } of found) expect(standings).toEqual([{ scopeId: group.id, role: 'EDITOR' }])
    expect(asked.filter((table) => table !== undefined)).toEqual([
      by === 'token' ? 'access_token' : 'account_session',
      'group_role',
    ])
  },
)

it('[ID-4] a token that does not work is refused among many that do', async () => {
  const [good, gone] = [await site.person(), await site.person()]
  await site.revoke(gone)
  const identity = site.app.get(Identity)
  const shown = [good, gone, { ...good, token: 'rpt_never' }, good].map((one) =>
    identity.authenticate(credentials(one)),
  )
  const answers = await Promise.allSettled(shown)
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled'])
  expect(answers.flatMap((one) => (one.status === 'rejected' ? [(one.reason as { code: string }).code] : []))).toEqual([
    'SIGN_IN_REQUIRED',
    'SIGN_IN_REQUIRED',
  ])
})

it('[CS-3] of those who come at once each gets in, may write, or is sent away as if alone', async () => {
  const [editor, participant, outsider] = [
    await site.person('EDITOR', group),
    await site.person('PARTICIPANT', group),
    await site.person(),
  ]
  const { id: documentId } = await site.document(group, 'PARTICIPANTS')
  const clients = [editor, participant, outsider, null].map(
    (who) => new Client({ url: site.url, documentId, ...(who && { token: who.token }) }),
  )
  open.push(...clients)
  await Promise.all(clients.map((client) => client.ready()))
  expect(clients.map(({ closed }) => closed?.code)).toEqual([
    undefined,
    undefined,
    closeCodes.NOT_FOUND,
    closeCodes.NOT_FOUND,
  ])
  expect(clients.slice(0, 2).map(({ standings }) => standings.at(-1)!.mayEdit)).toEqual([true, false])
})
