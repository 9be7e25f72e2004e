/**
 * Pages by keyset: a cursor holds the sort values of a row, and the next page is what sorts after them. Rows that come or go in between neither
 * repeat nor hide others, and page 1,000 costs as much as page 1.
 */
import { refuse } from '#server/platform/errors/index.js'
import { isCalendarDay } from './scalars.js'

export type CursorValue = string | number | boolean | null
export type CursorType = 'text' | 'number' | 'boolean' | 'uuid' | 'day' | 'instant'

/**
 * One term of an ORDER BY. `expr` is SQL of ours, never of a user; write it with its table (`i.title`), because ORDER BY takes a bare name for
 * an output column first.
 */
export interface SortTerm {
  readonly expr: string
  readonly direction: 'ASC' | 'DESC'
  /** Where NULLs stand. Left out when `expr` is never NULL, which lets an index serve the page. */
  readonly nulls?: 'FIRST' | 'LAST'
  /** What a cursor may hold for it. An `instant` is selected as text (`expr::text`), because a `Date` drops microseconds. */
  readonly type: CursorType
}

/** A list's order. The last term must be unique, usually the id, so that no two rows share a cursor. */
export interface Keyset {
  /** Names the list and the order (`items.title`), so that a cursor of another list is known for what it is. */
  readonly name: string
  readonly terms: readonly SortTerm[]
}

const version = 1
const maxLength = 4096

/** The cursor of a row: `values` in the order of the terms. Opaque to clients. */
export function encodeCursor({ name, terms }: Keyset, values: readonly CursorValue[]): string {
  if (values.length !== terms.length) throw new Error(`${name} sorts by ${terms.length} terms, not ${values.length}`)
  const cursor = Buffer.from(JSON.stringify([version, name, ...values])).toString('base64url')
  if (cursor.length > maxLength) throw new Error(`a cursor of ${name} is ${cursor.length} characters long`)
  return cursor
}

/** The sort values in a cursor. Refuses BAD_CURSOR for what is garbled, of another list, another order or another version. */
export function decodeCursor({ name, terms }: Keyset, cursor: string): CursorValue[] {
  const parts = cursor.length <= maxLength && /^[\w-]*$/.test(cursor) ? parsed(cursor) : undefined
  if (!Array.isArray(parts) || parts[0] !== version || parts[1] !== name || parts.length !== terms.length + 2) {
    throw refuse('BAD_CURSOR')
  }
  const values: unknown[] = parts.slice(2)
  terms.forEach((term, i) => {
    if (values[i] === null ? !term.nulls : !fits[term.type](values[i])) throw refuse('BAD_CURSOR')
  })
  return values as CursorValue[]
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    // The caller refuses what is not a list, which this is not.
    return undefined
  }
}

// What PostgreSQL would choke on must not get as far: it would look like a fault of ours.
const fits: Record<CursorType, (value: unknown) => boolean> = {
  text: (value) => typeof value === 'string' && !value.includes('\0') && value.isWellFormed(),
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  boolean: (value) => typeof value === 'boolean',
  uuid: (value) => typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value),
  day: (value) => typeof value === 'string' && isCalendarDay(value),
  instant: (value) => {
    const parts =
      typeof value === 'string'
        ? /^(\d{4}-\d\d-\d\d)[ T]([01]\d|2[0-3])(:[0-5]\d){2}(\.\d{1,6})?(Z|[+-]([01]\d|2[0-3])(:?[0-5]\d)?)$/.exec(
            value,
          )
        : null
    return parts !== null && isCalendarDay(parts[1]!)
  },
}

/** The same order read from its end. */
export function reversed(terms: readonly SortTerm[]): SortTerm[] {
  return terms.map((term) => ({
    ...term,
    direction: term.direction === 'ASC' ? 'DESC' : 'ASC',
    ...(term.nulls && { nulls: term.nulls === 'FIRST' ? 'LAST' : 'FIRST' }),
  }))
}

/** What stands after ORDER BY. */
export function orderBy(terms: readonly SortTerm[]): string {
  return terms.map(({ expr, direction, nulls }) => `${expr} ${direction}${nulls ? ` NULLS ${nulls}` : ''}`).join(', ')
}

/**
 * The condition that a row sorts after `values`, as SQL with parameters from `$<paramIndex>` on. TRUE when there is no cursor.
 */
export function keysetWhere(
  terms: readonly SortTerm[],
  values: readonly CursorValue[] | null,
  paramIndex: number,
): { sql: string; params: CursorValue[] } {
  if (!values) return { sql: 'TRUE', params: [] }
  const params: CursorValue[] = []
  const param = (value: CursorValue) => `$${paramIndex + params.push(value) - 1}`

  const [first] = terms
  if (terms.every((term) => !term.nulls && term.direction === first!.direction)) {
    // One comparison of rows is what an index can answer.
    const left = terms.map((term) => term.expr).join(', ')
    const right = values.map(param).join(', ')
    return { sql: `((${left}) ${first!.direction === 'ASC' ? '>' : '<'} (${right}))`, params }
  }

  const placeholders = values.map((value) => (value === null ? null : param(value)))
  const equal = (i: number) => {
    const { expr } = terms[i]!
    return placeholders[i] === null ? `${expr} IS NULL` : `${expr} = ${placeholders[i]}`
  }
  const after = (i: number): string | null => {
    const { expr, direction, nulls } = terms[i]!
    if (placeholders[i] === null) return nulls === 'FIRST' ? `${expr} IS NOT NULL` : null
    const beyond = `${expr} ${direction === 'ASC' ? '>' : '<'} ${placeholders[i]}`
    return nulls === 'LAST' ? `(${beyond} OR ${expr} IS NULL)` : beyond
  }
  const ways = terms.flatMap((_, i) => {
    const last = after(i)
    return last === null ? [] : [`(${[...terms.slice(0, i).map((_term, j) => equal(j)), last].join(' AND ')})`]
  })
  return { sql: ways.length > 0 ? `(${ways.join(' OR ')})` : 'FALSE', params }
}
