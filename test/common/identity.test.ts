import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { Accounts, Identity, SignIn, StarterAccounts } from '#server/common/identity/index.js'
import { Passwords } from '#server/common/identity/passwords.service.js'
import { People, PeopleModule } from '#server/community/people/index.js'
import { openRooms, type Answer, type Rooms } from '../harness/rooms.js'

const PASSWORD = 'wet copper lantern'
const GROUP = '0197d3c2-0000-7000-8000-00000000000a'

let rooms: Rooms
let count = 0

beforeAll(async () => {
  rooms = await openRooms([PeopleModule])
})
afterAll(() => rooms?.stop())
// Limits look back a quarter of an hour; each test begins after it.
beforeEach(() => rooms.clock.forward({ minutes: 60 }))

interface Member {
  readonly id: string
  readonly email: string
}

async function aMember({ isConfirmed = true, email = `member${(count += 1)}@example.org` } = {}): Promise<Member> {
  return rooms.write(async (tx) => {
    const person = await rooms.get(People).record(tx, { name: 'Ada Lovelace' })
    const passwordHash = await rooms.get(SignIn).hashNew(PASSWORD, { email }, 'password')
    await rooms.get(Accounts).create(tx, { personId: person.id, email, passwordHash, isConfirmed })
    return { id: person.id, email }
  })
}

const signIn = (email: string, password = PASSWORD, headers: Record<string, string | null> = {}) =>
  rooms.ask(
    'mutation ($input: SignInInput!) { signIn(input: $input) { isSignedIn email person { id name } } }',
    { input: { email, password } },
    headers,
  )
const cookieOf = async (member: Member) => (await signIn(member.email)).cookie!
const viewer = (headers: Record<string, string | null>) => rooms.ask('{ viewer { isSignedIn email } }', {}, headers)
const requestLink = (email: string) =>
  rooms.ask('mutation ($email: String!) { requestSignInLink(email: $email) { isTaken } }', { email })
const signInWithLink = (secret: string) =>
  rooms.ask('mutation ($secret: String!) { signInWithLink(secret: $secret) { isSignedIn email } }', { secret })
const register = (email: string, password = PASSWORD) =>
  rooms.ask('mutation ($input: RegisterInput!) { register(input: $input) { isTaken } }', {
    input: { name: 'Grace Hopper', email, password, affiliation: 'Example University' },
  })
const codes = (answer: Answer) => answer.errors?.map((error) => error.extensions.code)

async function mailTo(email: string): Promise<{ subject: string; body: string }[]> {
  return rooms.dataSource.query('select subject, body from outgoing_mail where recipient = $1 order by id desc', [
    email,
  ])
}
async function secretMailedTo(email: string): Promise<string> {
  const [newest] = await mailTo(email)
  return /secret=(\S+)/.exec(newest!.body)![1]!
}

describe('[ID-1] signing in by password', () => {
  it('opens a session that the cookie carries, and signing out ends it', async () => {
    const ada = await aMember()
    const answer = await signIn(ada.email)
    expect(answer.data.signIn).toEqual({
      isSignedIn: true,
      email: ada.email,
      person: { id: ada.id, name: 'Ada Lovelace' },
    })
    const cookie = answer.cookie!
    expect((await viewer({ cookie })).data.viewer.email).toBe(ada.email)

    const out = await rooms.ask('mutation { signOut { isSignedIn } }', {}, { cookie })
    expect(out.data.signOut.isSignedIn).toBe(false)
    expect((await viewer({ cookie })).data.viewer.isSignedIn).toBe(false)
  })

  it('takes the address in any case and the password however it was composed', async () => {
    const email = `member${(count += 1)}@example.org`
    await rooms.write(async (tx) => {
      const person = await rooms.get(People).record(tx, { name: 'Zoë' })
      const passwordHash = await rooms.get(SignIn).hashNew('café au lait tonight', { email }, 'password')
      await rooms.get(Accounts).create(tx, { personId: person.id, email, passwordHash, isConfirmed: true })
    })
    expect((await signIn(email.toUpperCase(), 'cafe\u0301 au lait tonight')).errors).toBeUndefined()
  })

  it('[ID-5] sets a cookie that scripts and other sites cannot use', async () => {
    const { setCookie } = await signIn((await aMember()).email)
    expect(setCookie).toMatch(/^rapporteur=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/)
  })

  it('[ID-5] never takes over a session that was there before', async () => {
    const ada = await aMember()
    const before = await cookieOf(ada)
    const planted = await signIn(ada.email, PASSWORD, { cookie: before })
    expect(planted.cookie).not.toBe(before)
    expect((await viewer({ cookie: before })).data.viewer.isSignedIn).toBe(false)
    const invented = await signIn(ada.email, PASSWORD, { cookie: 'rapporteur=chosen-by-somebody-else' })
    expect(invented.cookie).not.toContain('chosen')
  })

  it('[ID-5] ends thirty days after it was last used, not after it began', async () => {
    const cookie = await cookieOf(await aMember())
    rooms.clock.forward({ days: 29 })
    expect((await viewer({ cookie })).data.viewer.isSignedIn).toBe(true)
    rooms.clock.forward({ days: 29 })
    expect((await viewer({ cookie })).data.viewer.isSignedIn).toBe(true)
    rooms.clock.forward({ days: 31 })
    expect((await viewer({ cookie })).data.viewer.isSignedIn).toBe(false)
  })

  it('[ID-4] stores no secret, only its hash', async () => {
    const cookie = await cookieOf(await aMember())
    const secret = cookie.split('=')[1]!
    const [row] = await rooms.dataSource.query('select secret_hash from account_session where secret_hash = $1', [
      createHash('sha256').update(secret).digest(),
    ])
    expect(row).toBeDefined()
  })
})

describe('[ID-2] nobody learns which addresses have accounts', () => {
  it('a wrong password, an unknown, an unconfirmed and a closed account get the same answer', async () => {
    const [known, unconfirmed, closed] = [await aMember(), await aMember({ isConfirmed: false }), await aMember()]
    await rooms.dataSource.query('update account set closed_at = now() where email = $1', [closed.email])
    const answers = [
      await signIn(known.email, 'not the password at all'),
      await signIn('nobody@example.org'),
      await signIn(unconfirmed.email),
      await signIn(closed.email),
      await signIn('this is no address'),
    ]
    expect(codes(answers[0]!)).toEqual(['BAD_CREDENTIALS'])
    for (const answer of answers) expect(answer).toEqual(answers[0])
  })

  it('does the slow work once for each of them', async () => {
    const passwords = rooms.get(Passwords)
    const { compare } = passwords
    let compared = 0
    passwords.compare = (...args) => {
      compared += 1
      return compare(...args)
    }
    for (const email of [(await aMember()).email, 'nobody@example.org', 'this is no address']) {
      compared = 0
      await signIn(email, 'not the password at all')
      expect(compared).toBe(1)
    }
    passwords.compare = compare
  })

  it('asking for a link answers alike, and says by mail what is so', async () => {
    const ada = await aMember()
    expect(await requestLink('stranger@example.org')).toEqual(await requestLink(ada.email))
    expect((await mailTo(ada.email))[0]!.subject).toBe('Your sign-in link')
    expect((await mailTo('stranger@example.org'))[0]!.subject).toBe('There is no account with this address')
  })

  it('registering answers alike, and says by mail what is so', async () => {
    const ada = await aMember()
    expect(await register('newcomer@example.org')).toEqual(await register(ada.email))
    expect((await mailTo(ada.email))[0]!.subject).toBe('You already have an account')
    expect((await mailTo('newcomer@example.org'))[0]!.subject).toBe('Confirm your address')
  })
})

describe('[ID-6] a mailed link', () => {
  it('signs in once', async () => {
    const ada = await aMember()
    await requestLink(ada.email)
    const secret = await secretMailedTo(ada.email)
    const answer = await signInWithLink(secret)
    expect(answer.data.signInWithLink.email).toBe(ada.email)
    expect((await viewer({ cookie: answer.cookie })).data.viewer.isSignedIn).toBe(true)
    expect(codes(await signInWithLink(secret))).toEqual(['LINK_EXPIRED'])
  })

  it('signs in one of two who open it at the same moment', async () => {
    const ada = await aMember()
    await requestLink(ada.email)
    const secret = await secretMailedTo(ada.email)
    const answers = await Promise.all([1, 2, 3, 4].map(() => signInWithLink(secret)))
    expect(answers.filter((answer) => !answer.errors)).toHaveLength(1)
  })

  it('ends after fifteen minutes, and when a newer one is mailed', async () => {
    const ada = await aMember()
    await requestLink(ada.email)
    const first = await secretMailedTo(ada.email)
    await requestLink(ada.email)
    const second = await secretMailedTo(ada.email)
    expect(codes(await signInWithLink(first))).toEqual(['LINK_EXPIRED'])
    rooms.clock.forward({ minutes: 15 })
    expect(codes(await signInWithLink(second))).toEqual(['LINK_EXPIRED'])
    expect(codes(await signInWithLink('invented'))).toEqual(['LINK_EXPIRED'])
  })
})

describe('[ID-7] registering', () => {
  it('makes an account that works once the mailed link was opened', async () => {
    const email = 'grace@example.org'
    await register(email)
    expect(codes(await signIn(email))).toEqual(['BAD_CREDENTIALS'])
    const answer = await signInWithLink(await secretMailedTo(email))
    const me = await rooms.ask('{ viewer { person { name affiliations { label } } } }', {}, { cookie: answer.cookie })
    expect(me.data.viewer.person).toEqual({ name: 'Grace Hopper', affiliations: [{ label: 'Example University' }] })
    expect((await signIn(email)).data.signIn.isSignedIn).toBe(true)
  })

  it('gives nobody a way in with a password that they set on the address of somebody else', async () => {
    const email = 'victim@example.org'
    await register(email, 'the password of an attacker')
    await register(email, 'the password of the victim')
    expect((await signInWithLink(await secretMailedTo(email))).errors).toBeUndefined()
    expect(codes(await signIn(email, 'the password of an attacker'))).toEqual(['BAD_CREDENTIALS'])

    const other = 'victim2@example.org'
    await register(other, 'the password of an attacker')
    await requestLink(other)
    expect((await signInWithLink(await secretMailedTo(other))).errors).toBeUndefined()
    expect(codes(await signIn(other, 'the password of an attacker'))).toEqual(['BAD_CREDENTIALS'])
  })

  it('twice at the same moment makes one account', async () => {
    const email = 'twice@example.org'
    const answers = await Promise.all([register(email), register(email), register(email)])
    expect(answers.every((answer) => answer.data?.register.isTaken)).toBe(true)
    expect(await rooms.dataSource.query('select 1 from account where email = $1', [email])).toHaveLength(1)
  })

  it('[ID-3] refuses a weak password with the reason, and one of a megabyte without hashing it', async () => {
    const weak = await register('weak@example.org', 'password1234')
    expect(weak.errors![0]!.extensions).toMatchObject({
      code: 'PASSWORD_TOO_WEAK',
      args: { reason: 'common' },
      field: 'input.password',
    })
    expect(codes(await register('long@example.org', 'x'.repeat(1001)))).toEqual(['PASSWORD_TOO_WEAK'])
    expect(codes(await register('huge@example.org', 'x'.repeat(1_000_000)))).toEqual(['TOO_LARGE'])
    expect(codes(await signIn((await aMember()).email, 'x'.repeat(100_000)))).toEqual(['BAD_CREDENTIALS'])
  })
})

describe('a password that is changed', () => {
  const change = (cookie: string, input: object) =>
    rooms.ask(
      'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { email } }',
      { input },
      { cookie },
    )

  it('[ID-5] ends all other sessions and goes on with a new one', async () => {
    const ada = await aMember()
    const [here, elsewhere] = [await cookieOf(ada), await cookieOf(ada)]
    const answer = await change(here, { current: PASSWORD, new: 'a quite different sentence' })
    expect(answer.errors).toBeUndefined()
    for (const cookie of [here, elsewhere]) expect((await viewer({ cookie })).data.viewer.isSignedIn).toBe(false)
    expect((await viewer({ cookie: answer.cookie })).data.viewer.email).toBe(ada.email)
    expect(codes(await signIn(ada.email))).toEqual(['BAD_CREDENTIALS'])
    expect((await mailTo(ada.email))[0]!.subject).toBe('Your password was changed')
  })

  it('needs the present one, and a session', async () => {
    const cookie = await cookieOf(await aMember())
    const input = { current: 'something else', new: 'a quite different sentence' }
    expect(codes(await change(cookie, input))).toEqual(['BAD_CREDENTIALS'])
    expect(codes(await change('', input))).toEqual(['SIGN_IN_REQUIRED'])
  })
})

describe('[ID-4] a personal access token', () => {
  const create = (headers: Record<string, string | null>, input: object = { name: 'my script' }) =>
    rooms.ask(
      'mutation ($input: CreateAccessTokenInput!) { createAccessToken(input: $input) { secret token { id name lastUsedAt revokedAt } } }',
      { input },
      headers,
    )
  const bearer = (secret: string) => ({ authorization: `Bearer ${secret}`, origin: null })

  it('speaks for its owner until it is revoked', async () => {
    const ada = await aMember()
    const cookie = await cookieOf(ada)
    const { secret, token } = (await create({ cookie })).data.createAccessToken
    expect(secret).toMatch(/^rpt_[\w-]{43}$/)
    expect((await viewer(bearer(secret))).data.viewer.email).toBe(ada.email)

    const listed = await rooms.ask('{ viewer { accessTokens { id name lastUsedAt } } }', {}, { cookie })
    expect(listed.data.viewer.accessTokens).toEqual([
      { id: token.id, name: 'my script', lastUsedAt: rooms.clock.now().toISOString() },
    ])
    const revoke = 'mutation ($id: UUID!) { revokeAccessToken(id: $id) { revokedAt } }'
    const stranger = await cookieOf(await aMember())
    expect(codes(await rooms.ask(revoke, { id: token.id }, { cookie: stranger }))).toEqual(['NOT_FOUND'])
    expect((await rooms.ask(revoke, { id: token.id }, { cookie })).errors).toBeUndefined()
    const refused = await viewer(bearer(secret))
    expect([refused.status, codes(refused)]).toEqual([401, ['SIGN_IN_REQUIRED']])
  })

  it('ends by itself when its owner said so', async () => {
    const cookie = await cookieOf(await aMember())
    const expiresAt = new Date(rooms.clock.now().getTime() + 3_600_000).toISOString()
    const { secret } = (await create({ cookie }, { name: 'for an hour', expiresAt })).data.createAccessToken
    expect((await viewer(bearer(secret))).status).toBe(200)
    rooms.clock.forward({ minutes: 60 })
    expect((await viewer(bearer(secret))).status).toBe(401)
    expect(codes(await create({ cookie }, { name: 'late', expiresAt }))).toEqual(['BAD_INPUT'])
    expect(codes(await create({ cookie }, { name: ' ' }))).toEqual(['BAD_INPUT'])
  })

  it('cannot make another one, so that revoking it is the end', async () => {
    const cookie = await cookieOf(await aMember())
    const { secret } = (await create({ cookie })).data.createAccessToken
    expect(codes(await create(bearer(secret)))).toEqual(['SIGN_IN_REQUIRED'])
  })
})

describe('[ID-8] a page of another site', () => {
  it('can do nothing with the cookie', async () => {
    const cookie = await cookieOf(await aMember())
    for (const origin of ['https://evil.example', 'null', null]) {
      const answer = await rooms.ask('mutation { signOut { isSignedIn } }', {}, { cookie, origin })
      expect([answer.status, codes(answer)]).toEqual([403, ['BAD_ORIGIN']])
    }
    expect((await viewer({ cookie })).data.viewer.isSignedIn).toBe(true)
  })
})

describe('[ID-9] guessing', () => {
  it('is refused after ten wrong passwords, with the seconds to wait; the owner elsewhere is not locked out', async () => {
    const ada = await aMember()
    for (let n = 0; n < 10; n += 1) await signIn(ada.email, `wrong password ${n}`)
    const refused = await signIn(ada.email)
    expect(refused.errors![0]!.extensions).toMatchObject({ code: 'TOO_MANY_REQUESTS', args: { seconds: 900 } })
    expect((await signIn((await aMember()).email)).errors).toBeUndefined()
    rooms.clock.forward({ minutes: 15 })
    expect((await signIn(ada.email)).errors).toBeUndefined()
  })

  it('is no matter for somebody who knows the password', async () => {
    const ada = await aMember()
    for (let n = 0; n < 12; n += 1) expect((await signIn(ada.email)).errors).toBeUndefined()
  })

  it('fills no mail box: four letters in a quarter of an hour, to known and unknown addresses alike', async () => {
    for (const email of [(await aMember()).email, 'flooded@example.org']) {
      for (let n = 0; n < 4; n += 1) expect((await requestLink(email)).errors).toBeUndefined()
      expect(codes(await requestLink(email))).toEqual(['TOO_MANY_REQUESTS'])
      expect(codes(await register(email))).toEqual(['TOO_MANY_REQUESTS'])
    }
  })
})

describe('in demo mode', () => {
  const asStarter = (headers = {}) =>
    rooms.ask('mutation { signInAsStarter(email: "chair@example.org") { email isDemo } }', {}, headers)

  it('[ID-10] a starter account opens with one click, and only from this machine', async () => {
    await aMember({ email: 'chair@example.org' })
    expect(codes(await asStarter())).toEqual(['NOT_FOUND'])
    rooms.get(StarterAccounts).offer([{ email: 'chair@example.org', name: 'Ada', role: 'CHAIR' }])
    expect((await asStarter()).data.signInAsStarter).toEqual({ email: 'chair@example.org', isDemo: true })
    expect(codes(await asStarter({ 'x-forwarded-for': '203.0.113.7' }))).toEqual(['NOT_FOUND'])
    const seen = await rooms.ask('{ viewer { isDemo starterAccounts { email role } } }')
    expect(seen.data.viewer).toEqual({ isDemo: true, starterAccounts: [{ email: 'chair@example.org', role: 'CHAIR' }] })
  })

  it('[MA-3] mail can be read at /dev/outbox, and only from this machine', async () => {
    const ada = await aMember()
    await requestLink(ada.email)
    const page = await fetch(`${rooms.url}/dev/outbox`)
    const html = await page.text()
    expect(page.headers.get('content-type')).toContain('text/html')
    expect(html).toContain(ada.email)
    expect(html).toMatch(/<a href="http:\/\/127\.0\.0\.1:\d+\/sign-in\/link\?secret=[\w-]{43}">/)
    const elsewhere = await fetch(`${rooms.url}/dev/outbox`, { headers: { 'x-forwarded-for': '203.0.113.7' } })
    expect([elsewhere.status, await elsewhere.text()]).toEqual([404, expect.not.stringContaining(ada.email)])
  })
})

it('[VI-2] brings the roles that its person holds today', async () => {
  const ada = await aMember()
  const identity = rooms.get(Identity)
  identity.loadStandingsWith(async () => new Map([[ada.id, [{ scopeId: GROUP, role: 'CHAIR' }]]]))
  const [name, value] = (await cookieOf(ada)).split('=') as [string, string]
  const found = await identity.authenticate({ method: 'GET', headers: {}, cookies: { [name]: value } })
  expect(found.standings).toEqual([{ scopeId: GROUP, role: 'CHAIR' }])
})

it('keeps a language for its person', async () => {
  const cookie = await cookieOf(await aMember())
  const choose = (language: string) =>
    rooms.ask('mutation ($l: String!) { chooseLanguage(language: $l) { language } }', { l: language }, { cookie })
  expect((await choose('ar-XB')).data.chooseLanguage.language).toBe('ar-XB')
  const later = await rooms.ask('{ viewer { language } }', {}, { cookie })
  expect(later.data.viewer.language).toBe('ar-XB')
  expect(codes(await choose('tlh'))).toEqual(['BAD_INPUT'])
})
