import type { Ctx, Viewer } from '#server/platform/context/index.js'

/** One condition of a line: something that is true of the viewer and the object at the moment of the call. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a table's object type is checked where the table is written
export type Test<T = any> = (viewer: Viewer, object: T, ctx: Ctx) => boolean

/** `noun.verb` → lines. A line is allowed when all its tests hold; a permission, when one of its lines is. */
export type PermissionTable<T> = Readonly<Record<`${string}.${string}`, readonly (readonly Test<T>[])[]>>

const handedIn = new Map<string, readonly (readonly Test[])[]>()

/** Hands a table in. Each permission has one home: a second table that names it is a mistake of the programmer. */
export function permissions<T, P extends PermissionTable<T> = PermissionTable<T>>(table: P): P {
  for (const [name, lines] of Object.entries(table)) {
    if (handedIn.has(name)) throw new Error(`The permission ${name} is defined twice`)
    handedIn.set(name, lines)
  }
  return table
}

/** The lines of a permission. An unknown name is a mistake of the programmer, not of the person. */
export function linesOf(permission: string): readonly (readonly Test[])[] {
  const lines = handedIn.get(permission)
  if (!lines) throw new Error(`No room has handed in the permission ${permission}`)
  return lines
}

/** All permissions on a noun (`meeting` → `meeting.read`, `meeting.move`, ...). */
export function permissionsOn(noun: string): string[] {
  return [...handedIn.keys()].filter((name) => name.startsWith(`${noun}.`))
}
