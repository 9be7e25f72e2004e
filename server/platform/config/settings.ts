import { resolve } from 'node:path'
import { z } from 'zod'
import { isLoopback } from './loopback.js'

/** A setting that cannot be used. The message is one sentence for whoever starts the program: it names the setting and never a secret. */
export class WrongSetting extends Error {
  override readonly name = 'WrongSetting'
}

/** Any S3-compatible storage. Nothing is kept there yet; the log says so at start. */
export interface S3Settings {
  /** Address of the storage; null means Amazon's own for the region. */
  readonly endpoint: string | null
  readonly region: string
  readonly bucket: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

/** Sign-in by OpenID Connect. */
export interface OidcSettings {
  readonly issuer: string
  readonly clientId: string
  /** Null for a public client, which proves itself by PKCE alone. */
  readonly clientSecret: string | null
}

/**
 * What the operator chose, read once from the environment (`readSettings`) and checked. Never changes afterwards. A class, so that it can
 * be injected by its type.
 */
export class Settings {
  /** Port to listen on; 0 takes any free one. */
  readonly port: number
  /** Address to bind. */
  readonly host: string
  /** Absolute path of the folder for the embedded database. */
  readonly dataDir: string
  /** Null: the embedded PostgreSQL in the data folder. */
  readonly databaseUrl: string | null
  /** Most connections that one process opens to the database. */
  readonly databasePoolSize: number
  /** Most requests to the API that one network address may make in a minute. [ID-9] */
  readonly requestsPerMinute: number
  /** Largest file that is taken in, in MB. [FI-4] */
  readonly largestFileMb: number
  /** Most that a shared text may take in the database, in MB. [CS-15] */
  readonly largestTextMb: number
  /** Null: processes talk to each other through PostgreSQL only. */
  readonly redisUrl: string | null
  /** Files are in the database, whatever stands here. */
  readonly s3: S3Settings | null
  /** Null: mail goes to the outbox of demo mode. */
  readonly smtpUrl: string | null
  /** Sender of every mail. */
  readonly mailFrom: string
  /** Null: sign-in by password and mailed link only. */
  readonly oidc: OidcSettings | null
  /** Origin under which people reach this site, without a slash at the end. Null when nobody said. */
  readonly publicUrl: string | null
  /** Whether the starter world is loaded into an empty database. */
  readonly loadsStarter: boolean
  /** NODE_ENV=production. */
  readonly isProduction: boolean
  /** Bearer token of /metrics. Null: metrics are shown in demo mode only. */
  readonly metricsToken: string | null
  readonly logLevel: LogLevel
  /** Read it through `isDemoRequest` wherever a request is answered. */
  readonly demoMode: boolean
  /** Whether letters stay where they are written: no server carries them, and there is no outbox to read them in. [MA-4] */
  readonly mailWaits: boolean

  constructor(values: Omit<Settings, 'demoMode' | 'mailWaits'>) {
    Object.assign(this, values)
    this.demoMode = demoMode(values)
    this.mailWaits = values.smtpUrl === null && !this.demoMode
    Object.freeze(this)
  }
}

/**
 * Whether starter accounts and the outbox may be offered at all: embedded database, loopback bind, no PUBLIC_URL, not
 * NODE_ENV=production. Anything that smells of a real installation turns it off.
 */
export function demoMode(settings: Pick<Settings, 'databaseUrl' | 'host' | 'publicUrl' | 'isProduction'>): boolean {
  return (
    settings.databaseUrl === null && isLoopback(settings.host) && settings.publicUrl === null && !settings.isProduction
  )
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

const url = (protocols: readonly string[]) => (value: string) =>
  URL.canParse(value) && protocols.includes(new URL(value).protocol)

const isOrigin = (value: string) => {
  if (!url(['http:', 'https:'])(value)) return false
  const { pathname, search, hash, username } = new URL(value)
  return pathname === '/' && search + hash + username === ''
}

/** A wrong value may be shown back, unless it can hold a secret. */
const shown = (rule: string) => ({ error: (issue: { input?: unknown }) => `${rule}; it is "${String(issue.input)}"` })

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .refine(
      (value) => /^\d{1,6}$/.test(value) && Number(value) >= least && Number(value) <= most,
      shown(`must be a whole number from ${least} to ${most}`),
    )
    .transform(Number)

const text = z.string().optional()

const environment = z.object({
  PORT: wholeNumber(0, 65535).default(3000),
  HOST: z
    .string()
    .regex(/^[0-9a-z.:_-]+$/i, shown('must be an address or a host name such as 127.0.0.1'))
    .default('127.0.0.1'),
  DATA_DIR: z.string().default('.rapporteur'),
  DATABASE_URL: z
    .string()
    .refine(url(['postgres:', 'postgresql:']), 'must look like postgres://user:password@host:5432/database')
    .optional(),
  DATABASE_POOL_SIZE: wholeNumber(2, 500).default(10),
  REQUESTS_PER_MINUTE: wholeNumber(1, 999_999).default(1200),
  LARGEST_FILE_MB: wholeNumber(1, 100).default(10),
  LARGEST_TEXT_MB: wholeNumber(1, 1024).default(64),
  REDIS_URL: z
    .string()
    .refine(url(['redis:', 'rediss:']), 'must look like redis://host:6379')
    .optional(),
  S3_ENDPOINT: z
    .string()
    .refine(url(['http:', 'https:']), shown('must be a web address'))
    .optional(),
  S3_REGION: z.string().default('us-east-1'),
  S3_BUCKET: text,
  S3_ACCESS_KEY_ID: text,
  S3_SECRET_ACCESS_KEY: text,
  SMTP_URL: z
    .string()
    .refine(url(['smtp:', 'smtps:']), 'must look like smtp://user:password@host:587')
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?$/, shown('must be an e-mail address, or a name and an address in <>'))
    .optional(),
  OIDC_ISSUER: z
    .string()
    .refine(url(['http:', 'https:']), shown('must be a web address'))
    .optional(),
  OIDC_CLIENT_ID: text,
  OIDC_CLIENT_SECRET: text,
  PUBLIC_URL: z
    .string()
    .refine(isOrigin, shown('must be an origin such as https://rapporteur.example.org, without a path'))
    .transform((value) => new URL(value).origin)
    .optional(),
  STARTER: z.enum(['on', 'off'], shown('must be on or off')).default('on'),
  NODE_ENV: text,
  METRICS_TOKEN: text,
  LOG_LEVEL: z.enum(logLevels, shown(`must be one of ${logLevels.join(', ')}`)).default('info'),
})

type Environment = z.infer<typeof environment>

/** Settings that mean something only together: all of them, or none. */
const together: readonly (readonly (keyof Environment)[])[] = [
  ['S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'],
  ['OIDC_ISSUER', 'OIDC_CLIENT_ID'],
]

/** Reads the settings from environment variables; an empty one counts as not set. Throws WrongSetting with a sentence naming the first
 *  that cannot be used. Relative folders are taken from `cwd`. */
export function readSettings(env: Readonly<Record<string, string | undefined>>, cwd = process.cwd()): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = environment.safeParse(given)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!
    throw new WrongSetting(`The setting ${String(issue.path[0])} ${issue.message}.`)
  }
  const e = parsed.data

  for (const names of together) {
    const missing = names.find((name) => e[name] === undefined)
    const present = names.find((name) => e[name] !== undefined)
    if (missing && present) throw new WrongSetting(`The setting ${missing} is missing; ${present} needs it.`)
  }
  if (e.OIDC_CLIENT_SECRET && !e.OIDC_ISSUER)
    throw new WrongSetting('The setting OIDC_ISSUER is missing; OIDC_CLIENT_SECRET needs it.')
  if (given.S3_ENDPOINT && !e.S3_BUCKET)
    throw new WrongSetting('The setting S3_BUCKET is missing; S3_ENDPOINT needs it.')

  return new Settings({
    port: e.PORT,
    host: e.HOST,
    dataDir: resolve(cwd, e.DATA_DIR),
    databaseUrl: e.DATABASE_URL ?? null,
    databasePoolSize: e.DATABASE_POOL_SIZE,
    requestsPerMinute: e.REQUESTS_PER_MINUTE,
    largestFileMb: e.LARGEST_FILE_MB,
    largestTextMb: e.LARGEST_TEXT_MB,
    redisUrl: e.REDIS_URL ?? null,
    s3: e.S3_BUCKET
      ? {
          endpoint: e.S3_ENDPOINT ?? null,
          region: e.S3_REGION,
          bucket: e.S3_BUCKET,
          accessKeyId: e.S3_ACCESS_KEY_ID!,
          secretAccessKey: e.S3_SECRET_ACCESS_KEY!,
        }
      : null,
    smtpUrl: e.SMTP_URL ?? null,
    mailFrom: e.MAIL_FROM ?? `Rapporteur <rapporteur@${e.PUBLIC_URL ? new URL(e.PUBLIC_URL).hostname : 'localhost'}>`,
    oidc: e.OIDC_ISSUER
      ? { issuer: e.OIDC_ISSUER, clientId: e.OIDC_CLIENT_ID!, clientSecret: e.OIDC_CLIENT_SECRET ?? null }
      : null,
    publicUrl: e.PUBLIC_URL ?? null,
    loadsStarter: e.STARTER === 'on',
    isProduction: e.NODE_ENV === 'production',
    metricsToken: e.METRICS_TOKEN ?? null,
    logLevel: e.LOG_LEVEL,
  })
}
