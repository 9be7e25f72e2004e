import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { pageArgs, pageSql, toConnection, type Page, type PageInput } from './connection.js'
import { decodeCursor, encodeCursor, type CursorValue, type Keyset, type SortTerm } from './keyset.js'

const byTitle: Keyset = {
  name: 'items.title',
  terms: [
    { expr: 'title', direction: 'ASC', nulls: 'LAST', type: 'text' },
    { expr: 'id', direction: 'ASC', type: 'uuid' },
  ],
}
const id = '01936f0a-7c1e-7000-8000-0123456789ab'
const code = (act: () => unknown): unknown => {
  try {
    return act()
  } catch (error) {
    return (error as { code: string }).code
  }
}
const raw = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

describe('a cursor', () => {
  it('gives back what was put in', () => {
    for (const values of [
      ['Efficacité énergétique', id],
      [null, id],
    ] as CursorValue[][]) {
      expect(decodeCursor(byTitle, encodeCursor(byTitle, values))).toEqual(values)
    }
  })

  it.each([
    ['nothing', ''],
    ['a text', 'hello world'],
    ['another list', encodeCursor({ ...byTitle, name: 'gaps.title' }, ['a', id])],
    ['another version', raw([0, 'items.title', 'a', id])],
    ['too few values', raw([1, 'items.title', 'a'])],
    ['a value of another kind', raw([1, 'items.title', 5, id])],
    ['an object', raw({ length: 4 })],
    ['no key', raw([1, 'items.title', 'a', null])],
    ['a key that is none', raw([1, 'items.title', 'a', "' OR TRUE"])],
    ['a text that the database cannot hold', raw([1, 'items.title', 'a\0b', id])],
    ['half a character', raw([1, 'items.title', '\ud800', id])],
    ['something very long', 'a'.repeat(100_000)],
  ])('is refused when it holds %s', (_what, cursor) => {
    expect(code(() => decodeCursor(byTitle, cursor))).toBe('BAD_CURSOR')
  })

  it.each([
    ['instant', '2026-02-30 10:00:00+00', false],
    ['instant', '2026-02-28 10:00:00.123456+00', true],
    ['day', '2026-13-01', false],
    ['number', 'NaN', false],
    ['number', 12.5, true],
    ['boolean', 'true', false],
  ] as const)('holds as %s: %s? %s', (type, value, fits) => {
    const keyset: Keyset = { name: 'x', terms: [{ expr: 'x', direction: 'ASC', type }] }
    expect(code(() => decodeCursor(keyset, encodeCursor(keyset, [value])))).toEqual(fits ? [value] : 'BAD_CURSOR')
  })

  it('never says anything but BAD_CURSOR, whatever it is made of', () =>
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.jsonValue().map(raw)), (cursor) => {
        expect(code(() => decodeCursor(byTitle, cursor))).toBe('BAD_CURSOR')
      }),
    ))
})

describe('the arguments of a page', () => {
  it.each<[PageInput, Page]>([
    [{}, { size: 50, cursor: null, backwards: false }],
    [
      { first: 10, after: 'c' },
      { size: 10, cursor: 'c', backwards: false },
    ],
    [
      { first: null, last: 10 },
      { size: 10, cursor: null, backwards: true },
    ],
    [{ before: 'c' }, { size: 50, cursor: 'c', backwards: true }],
    [{ first: 0 }, { size: 0, cursor: null, backwards: false }],
  ])('%j are %j', (input, page) => expect(pageArgs(input)).toEqual(page))

  it.each<PageInput>([
    { first: -1 },
    { first: 201 },
    { last: -1 },
    { first: 1, last: 1 },
    { first: 1, before: 'c' },
    { first: 1.5 },
  ])('are refused: %j', (input) => expect(code(() => pageArgs(input))).toBe('BAD_INPUT'))
})

describe('the SQL of a page', () => {
  it('compares whole rows where an index can serve it', () => {
    const keyset: Keyset = {
      name: 'x',
      terms: [
        { expr: 'a.n', direction: 'DESC', type: 'number' },
        { expr: 'a.id', direction: 'DESC', type: 'uuid' },
      ],
    }
    expect(pageSql(keyset, pageArgs({ first: 2, after: encodeCursor(keyset, [5, id]) }), 3)).toEqual({
      where: '((a.n, a.id) < ($3, $4))',
      params: [5, id],
      orderBy: 'a.n DESC, a.id DESC',
      limit: 3,
    })
  })

  it('spells the comparison out where directions differ or NULLs are', () => {
    expect(pageSql(byTitle, pageArgs({ after: encodeCursor(byTitle, ['a', id]) }), 1)).toMatchObject({
      where: '(((title > $1 OR title IS NULL)) OR (title = $1 AND id > $2))',
      params: ['a', id],
    })
    expect(pageSql(byTitle, pageArgs({ after: encodeCursor(byTitle, [null, id]) }), 1)).toMatchObject({
      where: '((title IS NULL AND id > $1))',
      params: [id],
    })
  })

  // Walks a list forwards and backwards, page by page, and sees each row once, in order: for any order, any NULLs, any page size.
  it('leads through the whole list both ways', () =>
    fc.assert(
      fc.property(
        fc.array(fc.record({ a: fc.option(fc.integer({ min: 0, max: 2 })), b: fc.integer({ min: 0, max: 2 }) }), {
          maxLength: 14,
        }),
        fc.integer({ min: 1, max: 5 }),
        fc.record({
          a: fc.constantFrom('ASC' as const, 'DESC' as const),
          nulls: fc.constantFrom('FIRST' as const, 'LAST' as const),
          b: fc.constantFrom('ASC' as const, 'DESC' as const),
          id: fc.constantFrom('ASC' as const, 'DESC' as const),
        }),
        (list, size, way) => {
          const terms: SortTerm[] = [
            { expr: 'a', direction: way.a, nulls: way.nulls, type: 'number' },
            { expr: 'b', direction: way.b, type: 'number' },
            { expr: 'id', direction: way.id, type: 'number' },
          ]
          for (const keyset of [
            { name: 'x', terms },
            { name: 'y', terms: terms.slice(1) },
          ]) {
            const table = list.map((row, i) => ({ ...row, id: i }))
            const sorted = sort(table, keyset.terms)
            expect(walk(table, keyset, size, false)).toEqual(sorted)
            expect(walk(table, keyset, size, true)).toEqual(sorted)
          }
        },
      ),
    ))
})

type Row = Record<string, number | null>

function walk(table: Row[], keyset: Keyset, size: number, backwards: boolean): Row[] {
  const seen: Row[] = []
  let cursor: string | null = null
  for (;;) {
    const page = pageArgs(backwards ? { last: size, before: cursor } : { first: size, after: cursor })
    const { nodes, pageInfo } = toConnection(select(table, keyset, page), page, keyset, (row: Row) =>
      keyset.terms.map((term) => row[term.expr]!),
    )
    if (backwards) seen.unshift(...nodes)
    else seen.push(...nodes)
    expect(backwards ? pageInfo.hasNextPage : pageInfo.hasPreviousPage).toBe(cursor !== null)
    if (!(backwards ? pageInfo.hasPreviousPage : pageInfo.hasNextPage)) return seen
    cursor = backwards ? pageInfo.startCursor : pageInfo.endCursor
  }
}

/** The query, run without a database. The condition has only AND, OR and comparisons, where NULL counts as false. */
function select(table: Row[], keyset: Keyset, page: Page): Row[] {
  const { where, params, orderBy, limit } = pageSql(keyset, page, 1)
  const script = where
    .replace(
      /\(([\w, ]+)\) ([<>]) \(([$\d, ]+)\)/g,
      (_all, left, sign, right) => `rows([${left}], '${sign}', [${right}])`,
    )
    .replace(/(\w+) IS NOT NULL/g, '($<row>.$1 !== null)')
    .replace(/(\w+) IS NULL/g, '($<row>.$1 === null)')
    .replace(/\b(a|b|id) ([<>=]) (\$\d+)/g, "compare($<row>.$1, '$2', $3)")
    .replace(
      /\[(b, id|id)\]/g,
      (_all, names: string) =>
        `[${names
          .split(', ')
          .map((name) => `row.${name}`)
          .join(', ')}]`,
    )
    .replaceAll('$<row>', 'row')
    .replace(/\$(\d+)/g, (_all, n) => `params[${Number(n) - 1}]`)
    .replaceAll(' AND ', ' && ')
    .replaceAll(' OR ', ' || ')
    .replaceAll('TRUE', 'true')
    .replaceAll('FALSE', 'false')
  const compare = (left: number | null, sign: string, right: number) =>
    left !== null && (sign === '=' ? left === right : sign === '<' ? left < right : left > right)
  const rows = (left: number[], sign: string, right: number[]) => {
    const at = left.findIndex((value, i) => value !== right[i])
    return at >= 0 && compare(left[at]!, sign, right[at]!)
  }
  const holds = new Function('row', 'params', 'compare', 'rows', `return ${script}`)
  const order = orderBy.split(', ').map((part): SortTerm => {
    const [, expr, direction, nulls] = /^(\w+) (ASC|DESC)(?: NULLS (FIRST|LAST))?$/.exec(part)!
    return { expr: expr!, direction: direction as 'ASC', nulls: nulls as 'FIRST' | undefined, type: 'number' }
  })
  return sort(
    table.filter((row) => holds(row, params, compare, rows)),
    order,
  ).slice(0, limit)
}

function sort(table: Row[], terms: readonly SortTerm[]): Row[] {
  return table.toSorted((one, two) => {
    for (const { expr, direction, nulls } of terms) {
      const [left, right] = [one[expr]!, two[expr]!]
      if (left === right) continue
      if (left === null) return nulls === 'FIRST' ? -1 : 1
      if (right === null) return nulls === 'FIRST' ? 1 : -1
      return direction === 'ASC' ? left - right : right - left
    }
    return 0
  })
}
