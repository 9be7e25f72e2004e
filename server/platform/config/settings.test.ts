import { describe, expect, it } from '@jest/globals'
import { isDemoRequest, readSettings, WrongSetting } from './index.js'

const sentenceFor = (env: Record<string, string>): string => {
  try {
    readSettings(env)
  } catch (error) {
    if (error instanceof WrongSetting) return error.message
    throw error
  }
  throw new Error('The settings were accepted.')
}

describe('settings', () => {
  it('need nothing: port 3000 on loopback, embedded database in .rapporteur, starter world', () => {
    expect(readSettings({}, '/srv/app')).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      dataDir: '/srv/app/.rapporteur',
      databaseUrl: null,
      s3: null,
      largestFileMb: 10,
      oidc: null,
      loadsStarter: true,
      demoMode: true,
      logLevel: 'info',
      mailFrom: 'Rapporteur <rapporteur@localhost>',
    })
  })

  it('take an empty variable as one that is not set', () => {
    expect(readSettings({ PORT: '', DATABASE_URL: '', S3_BUCKET: '' })).toEqual(readSettings({}))
  })

  it.each([
    [{ PORT: 'http' }, 'The setting PORT must be a whole number from 0 to 65535; it is "http".'],
    [{ PORT: '70000' }, 'The setting PORT must be a whole number from 0 to 65535; it is "70000".'],
    [{ PORT: '3e3' }, 'The setting PORT must be a whole number from 0 to 65535; it is "3e3".'],
    [{ STARTER: 'no' }, 'The setting STARTER must be on or off; it is "no".'],
    [{ HOST: 'http://x' }, 'The setting HOST must be an address or a host name such as 127.0.0.1; it is "http://x".'],
    [{ S3_BUCKET: 'files' }, 'The setting S3_ACCESS_KEY_ID is missing; S3_BUCKET needs it.'],
    [{ S3_ENDPOINT: 'https://s3.example' }, 'The setting S3_BUCKET is missing; S3_ENDPOINT needs it.'],
    [{ OIDC_ISSUER: 'https://id.example' }, 'The setting OIDC_CLIENT_ID is missing; OIDC_ISSUER needs it.'],
    [
      { MAIL_FROM: 'nobody' },
      'The setting MAIL_FROM must be an e-mail address, or a name and an address in <>; it is "nobody".',
    ],
    [
      { PUBLIC_URL: 'https://example.org/rapporteur' },
      'The setting PUBLIC_URL must be an origin such as https://rapporteur.example.org, without a path; it is "https://example.org/rapporteur".',
    ],
  ])('that are wrong are named in one sentence: %j', (env, sentence) => {
    expect(sentenceFor(env)).toBe(sentence)
  })

  it.each(['DATABASE_URL', 'REDIS_URL', 'SMTP_URL'])('do not repeat what may hold a password: %s', (name) => {
    const sentence = sentenceFor({ [name]: 'mysql://root:hunter2@db' })
    expect(sentence).toContain(`The setting ${name} must look like`)
    expect(sentence).not.toContain('hunter2')
  })

  it('keep the public address as an origin and take the sender from it', () => {
    expect(readSettings({ PUBLIC_URL: 'https://Rapporteur.example.org/' })).toMatchObject({
      publicUrl: 'https://rapporteur.example.org',
      mailFrom: 'Rapporteur <rapporteur@rapporteur.example.org>',
    })
  })

  it('cannot be changed afterwards', () => {
    expect(() => Object.assign(readSettings({}), { demoMode: true })).toThrow(TypeError)
  })
})

describe('demo mode', () => {
  it.each(['127.0.0.1', '127.8.9.10', 'localhost', '::1'])('is on for the embedded database on %s', (HOST) => {
    expect(readSettings({ HOST }).demoMode).toBe(true)
  })

  it.each([
    { DATABASE_URL: 'postgres://u@db/x' },
    { HOST: '0.0.0.0' },
    { HOST: '::' },
    { HOST: '127.0.0.1.example.org' },
    { HOST: 'rapporteur.local' },
    { PUBLIC_URL: 'http://localhost:3000' },
    { NODE_ENV: 'production' },
  ])('is off with %j', (env) => {
    expect(readSettings({ ...env }).demoMode).toBe(false)
  })

  const asked = (host: string | undefined, headers: Record<string, string> = {}, env: Record<string, string> = {}) =>
    isDemoRequest(readSettings(env), { host, headers: { accept: '*/*', ...headers } })

  it.each(['127.0.0.1:3000', 'localhost', 'LOCALHOST:3000', '[::1]:3000'])('is there for a request to %s', (host) => {
    expect(asked(host)).toBe(true)
  })

  it.each([
    undefined,
    '',
    'example.org',
    '127.0.0.1.example.org',
    'localhost@example.org',
    '127.0.0.1, x',
    '::1',
    'localhost:x',
  ])('is not there for a request to %j', (host) => {
    expect(asked(host)).toBe(false)
  })

  it.each(['X-Forwarded-For', 'x-forwarded-host', 'forwarded', 'via', 'x-real-ip', 'cf-connecting-ip'])(
    'is not there for a request that came through a proxy (%s)',
    (header) => {
      expect(asked('127.0.0.1:3000', { [header]: '127.0.0.1' })).toBe(false)
    },
  )

  it('is not there for any request when it is off', () => {
    expect(asked('127.0.0.1:3000', {}, { NODE_ENV: 'production' })).toBe(false)
  })
})
