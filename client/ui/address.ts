/**
 * Addresses of views. A list's address holds all of its view (filters, sort, columns, density, page), so that a link can be sent, kept and
 * opened without scripts. All functions take and give path + query; nothing here reads the browser's location.
 */

/** Names of keyset cursors: dropped by every change of the view, since a cursor belongs to one order and one set of filters. */
const cursors = ['after', 'before']

export type ParamChanges = Readonly<Record<string, string | readonly string[] | null | undefined>>

const split = (address: string) => {
  const [withoutHash = ''] = address.split('#')
  const at = withoutHash.indexOf('?')
  return at < 0
    ? { path: withoutHash, params: new URLSearchParams() }
    : { path: withoutHash.slice(0, at), params: new URLSearchParams(withoutHash.slice(at + 1)) }
}

/** `address` with some parameters set (null removes one). Returns to the first page unless a cursor is what changes. */
export function withParams(address: string, changes: ParamChanges): string {
  const { path, params } = split(address)
  for (const cursor of cursors) params.delete(cursor)
  for (const [name, value] of Object.entries(changes)) {
    params.delete(name)
    for (const one of value == null ? [] : typeof value === 'string' ? [value] : value) params.append(name, one)
  }
  const query = params.toString()
  return query ? `${path}?${query}` : path
}

/** Path of `address`, and its parameters but `names` and cursors: what the hidden fields of a GET form must carry along. */
export function carriedParams(address: string, names: readonly string[]): { path: string; fields: [string, string][] } {
  const { path, params } = split(address)
  return { path, fields: [...params].filter(([name]) => !names.includes(name) && !cursors.includes(name)) }
}

export interface Sort {
  column: string
  direction: 'ascending' | 'descending'
}

/** `sort=-stage` is descending by stage. Null when the parameter is absent, empty or names none of `columns`. */
export function sortOf(address: string, columns: readonly string[]): Sort | null {
  const wish = split(address).params.get('sort') ?? ''
  const column = wish.replace(/^-/, '')
  if (!columns.includes(column)) return null
  return { column, direction: wish.startsWith('-') ? 'descending' : 'ascending' }
}

/** Where a click on a column head leads: ascending first, then descending, then ascending again. */
export function sortAddress(address: string, column: string, now: Sort | null): string {
  const isTurning = now?.column === column && now.direction === 'ascending'
  return withParams(address, { sort: isTurning ? `-${column}` : column })
}

/** The columns asked for (`columns=a&columns=b` or `columns=a,b`), in the table's own order; unknown names are passed over. Null: not asked. */
export function columnsOf(address: string, known: readonly string[]): string[] | null {
  const asked = split(address)
    .params.getAll('columns')
    .flatMap((part) => part.split(','))
  const chosen = known.filter((id) => asked.includes(id))
  return chosen.length > 0 ? chosen : null
}

export type Density = 'comfortable' | 'compact'

export const densityOf = (address: string): Density =>
  split(address).params.get('density') === 'compact' ? 'compact' : 'comfortable'
