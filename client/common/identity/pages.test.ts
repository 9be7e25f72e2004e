import { describe, expect, it } from '@jest/globals'
import { aPage, refusedWith, textOf } from '../../app/testing/pages.js'

const viewer = {
  isSignedIn: false,
  isDemo: true,
  person: null,
  starterAccounts: [{ email: 'chair@example.org', name: 'Ada Example', role: 'CHAIR' }],
}

describe('signing in', () => {
  it('offers the starter accounts of a demonstration with what each is for', async () => {
    const { html } = await aPage('/sign-in?to=/groups/example', { SignInPage: { viewer } })
    expect(textOf(html)).toContain('Chair: calls and moves meetings')
    expect(html).toMatch(/name="to" value="\/groups\/example"/)
  })

  it('goes back to where one came from, and never to another site', async () => {
    const signIn = (to: string) =>
      aPage(
        '/sign-in',
        { SignIn: { signIn: { isSignedIn: true } } },
        { sent: { form: 'password', email: 'a@b.example', password: 'x', to } },
      )
    expect((await signIn('/groups/example')).location).toBe('/groups/example')
    expect((await signIn('https://evil.example/')).location).toBe('/')
    expect((await signIn('//evil.example/')).location).toBe('/')
  })

  it('says beside the form that it failed, keeps the address, and never sends a password back', async () => {
    const { status, html } = await aPage(
      '/sign-in',
      { SignInPage: { viewer }, SignIn: refusedWith('BAD_CREDENTIALS') },
      { sent: { form: 'password', email: 'a@b.example', password: 'correct horse', to: '/' } },
    )
    expect(status).toBe(422)
    expect(html).toContain('id="sign-in-password-refusal"')
    expect(html).toContain('value="a@b.example"')
    expect(html).not.toContain('correct horse')
  })

  it('says the same of a mailed link whether or not the address is known', async () => {
    const { html } = await aPage(
      '/sign-in',
      { SignInPage: { viewer }, RequestSignInLink: { requestSignInLink: { isTaken: true } } },
      { sent: { form: 'link', email: 'a@b.example' } },
    )
    expect(textOf(html)).toContain('If a@b.example can be used here')
  })

  it('does not use a mailed link up by opening it', async () => {
    const opened = await aPage('/sign-in/link?secret=abc', {})
    expect(opened.asked.map(({ name }) => name)).toEqual(['Shell'])
    const pressed = await aPage(
      '/sign-in/link?secret=abc',
      { SignInWithLink: { signInWithLink: { isSignedIn: true } } },
      { sent: { secret: 'abc' } },
    )
    expect(pressed.location).toBe('/me')
  })
})

describe('registering', () => {
  it('puts what is missing beside its field, and echoes no password', async () => {
    const { status, html } = await aPage(
      '/register',
      {},
      { sent: { name: '', email: 'a@b.example', password: 'hush' } },
    )
    expect(status).toBe(422)
    expect(html).toContain('id="register-name-refusal"')
    expect(html).not.toContain('hush')
  })
})

describe('my account', () => {
  const me = {
    isSignedIn: true,
    isAdministrator: false,
    email: 'ada@example.org',
    language: 'en',
    person: { id: 'p', name: 'Ada Example', affiliations: [] },
    roles: [],
    follows: [],
    savedViews: [],
    actions: [],
    cosigningInvitations: [],
    unseenNotices: 0,
    news: { count: 0 },
    accessTokens: [
      {
        id: 't1',
        name: 'Export',
        createdAt: '2026-01-01T00:00:00.000Z',
        lastUsedAt: null,
        expiresAt: null,
        revokedAt: null,
      },
    ],
  }

  it('sends a stranger to sign in, and back', async () => {
    const { location } = await aPage('/me', { MePage: { viewer: { ...me, isSignedIn: false } } })
    expect(location).toBe('/sign-in?to=%2Fme')
  })

  it('shows the secret of a new token once, in the answer to the form that made it', async () => {
    const made = { token: { ...me.accessTokens[0]!, name: 'Weekly' }, secret: 'rp_secret' }
    const answer = { MePage: { viewer: me }, CreateAccessToken: { createAccessToken: made } }
    const after = await aPage('/me', answer, { sent: { form: 'token', name: 'Weekly', days: '90' } })
    expect(after.html).toContain('rp_secret')
    expect((await aPage('/me', answer)).html).not.toContain('rp_secret')
  })

  it('asks once more before it revokes a token', async () => {
    const { html } = await aPage('/me/tokens/t1', { MePage: { viewer: me } })
    expect(textOf(html)).toContain('Programs that use it are locked out at once.')
    expect((await aPage('/me/tokens/other', { MePage: { viewer: me } })).status).toBe(404)
    const gone = await aPage('/me/tokens/t1', { RevokeAccessToken: { revokeAccessToken: { id: 't1' } } }, { sent: {} })
    expect(gone.location).toBe('/me#tokens')
  })

  it('puts a wrong password beside the password now, and a weak one beside the new one', async () => {
    const change = (code: string, args = {}) =>
      aPage(
        '/me',
        { MePage: { viewer: me }, ChangePassword: refusedWith(code, { args }) },
        { sent: { form: 'password', current: 'old secret', new: 'new secret' } },
      )
    const wrong = await change('BAD_CREDENTIALS')
    expect(wrong.html).toContain('id="change-password-current-refusal"')
    expect(wrong.html).not.toMatch(/old secret|new secret/)
    expect((await change('PASSWORD_TOO_WEAK', { reason: 'tooShort' })).html).toContain(
      'id="change-password-new-refusal"',
    )
  })
})
