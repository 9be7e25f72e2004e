import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql'

/**
 * A scalar that travels as a string and is refused with one sentence, whether it came as a variable or was written into the query.
 * `read` returns null for what cannot be used; `write` throws, because a bad value from our own side is a fault.
 */
function stringScalar<In>(
  name: string,
  expects: string,
  read: (text: string) => In | null,
  write: (value: unknown) => string,
): GraphQLScalarType<In, string> {
  const parse = (value: unknown, node?: ValueNode): In => {
    const parsed = typeof value === 'string' ? read(value) : null
    if (parsed === null) throw new GraphQLError(`${name} expects ${expects}`, node ? { nodes: [node] } : {})
    return parsed
  }
  return new GraphQLScalarType<In, string>({
    name,
    serialize: write,
    parseValue: (value) => parse(value),
    parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : undefined, node),
  })
}

const bad = (name: string, value: unknown): TypeError =>
  new TypeError(`${name} cannot be made of a value of type ${value instanceof Date ? 'invalid Date' : typeof value}`)

const instant = /^(\d{4}-\d\d-\d\d)[Tt]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)$/

/** Whether `text` is a day that exists, as `YYYY-MM-DD`. */
export function isCalendarDay(text: string): boolean {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)
  if (!parts) return false
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  return day >= 1 && day <= (days[month - 1] ?? 0)
}

/** In: an ISO instant with its offset, to a `Date`. Out: UTC, from a `Date` or an ISO string. */
export const DateTimeScalar = stringScalar<Date>(
  'DateTime',
  'an instant with its offset, such as 2026-03-14T23:59:59+01:00',
  (text) => {
    const day = instant.exec(text)?.[1]
    return day && isCalendarDay(day) ? new Date(text) : null
  },
  (value) => {
    const date = value instanceof Date ? value : typeof value === 'string' ? new Date(value) : new Date(Number.NaN)
    if (Number.isNaN(date.getTime())) throw bad('DateTime', value)
    return date.toISOString()
  },
)

/** A calendar day stays a string on both sides: it has no zone, so it must never become a `Date`. */
export const DateScalar = stringScalar<string>(
  'Date',
  'a day of the calendar, such as 2026-03-14',
  (text) => (isCalendarDay(text) ? text : null),
  (value) => {
    // Anything with a `toString` of its own (a Temporal.PlainDate) will do, as long as the text is a day.
    const text = value instanceof Date ? '' : String(value)
    if (!isCalendarDay(text)) throw bad('Date', value)
    return text
  },
)

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Lower case inside, as PostgreSQL prints it. */
export const UuidScalar = stringScalar<string>(
  'UUID',
  'a key such as 01936f0a-7c1e-7000-8000-0123456789ab',
  (text) => (uuid.test(text) ? text.toLowerCase() : null),
  (value) => {
    if (typeof value !== 'string' || !uuid.test(value)) throw bad('UUID', value)
    return value
  },
)

const webAddress = (text: string): string | null => {
  const url = text.length <= 2048 && URL.canParse(text) ? new URL(text) : null
  return url && (url.protocol === 'https:' || url.protocol === 'http:') && !url.username && !url.password ? text : null
}

/** Only `http` and `https`, so that nobody stores a `javascript:` link; without a user name or password in it. */
export const UrlScalar = stringScalar<string>(
  'URL',
  'an address that begins with https:// or http://, of at most 2048 characters',
  webAddress,
  (value) => {
    const text = webAddress(String(value))
    if (text === null) throw bad('URL', value)
    return text
  },
)

const outputOnly = (): never => {
  throw new GraphQLError('JSON is never taken as input')
}

/** Output only: input has fields and types, so that what is refused can be named. */
export const JsonScalar = new GraphQLScalarType<never, unknown>({
  name: 'JSON',
  serialize: (value) => value,
  parseValue: outputOnly,
  parseLiteral: outputOnly,
})

/** By their names in `schema/graphql/common.graphql`. */
export const scalars = {
  DateTime: DateTimeScalar,
  Date: DateScalar,
  UUID: UuidScalar,
  URL: UrlScalar,
  JSON: JsonScalar,
}
