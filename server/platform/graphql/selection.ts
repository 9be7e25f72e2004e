/** What a query selects below the field that is being answered: hot lists read the columns that were asked for and no others. */
import { Kind, type FieldNode, type GraphQLResolveInfo, type SelectionSetNode } from 'graphql'

/** The properties of a row that a query needs; null for all of them. */
export type Needed<Property extends string> = readonly Property[] | null

/**
 * Makes the function that says which properties the selections at `paths` need, below the field that is being answered:
 * `needed(info, 'nodes', 'edges.node')`, or `needed(info, '')` for the field itself. `madeOf` says what each field of the type is made of. One that is not there belongs to a room above,
 * and then the whole row is needed. Nothing selected needs nothing.
 */
export function selectionOf<Property extends string>(
  madeOf: Readonly<Record<string, readonly Property[]>>,
): (info: GraphQLResolveInfo, ...paths: string[]) => Needed<Property> {
  // A query's text is parsed once, so its nodes stand for it.
  const known = new WeakMap<FieldNode, Map<string, Needed<Property>>>()
  const read = (field: FieldNode, { fragments }: GraphQLResolveInfo, paths: string[]): Needed<Property> => {
    const needed = new Set<Property>()
    for (const path of paths) {
      for (const row of path === '' ? [field] : within(field.selectionSet, path.split('.'), fragments)) {
        for (const { name } of fieldsOf(row.selectionSet, fragments)) {
          if (!Object.hasOwn(madeOf, name.value)) return null
          for (const property of madeOf[name.value]!) needed.add(property)
        }
      }
    }
    return [...needed]
  }
  return (info, ...paths) => {
    const [field, another] = info.fieldNodes
    // Several nodes for one field: fragments were merged, differently in each place.
    if (!field || another) return null
    let byPath = known.get(field)
    if (!byPath) known.set(field, (byPath = new Map()))
    const key = paths.join()
    let needed = byPath.get(key)
    if (needed === undefined) byPath.set(key, (needed = read(field, info, paths)))
    return needed
  }
}

function within(
  set: SelectionSetNode | undefined,
  [name, ...rest]: string[],
  fragments: GraphQLResolveInfo['fragments'],
): FieldNode[] {
  const here = fieldsOf(set, fragments).filter((field) => field.name.value === name)
  return rest.length === 0 ? here : here.flatMap((field) => within(field.selectionSet, rest, fragments))
}

function fieldsOf(set: SelectionSetNode | undefined, fragments: GraphQLResolveInfo['fragments']): FieldNode[] {
  return (set?.selections ?? []).flatMap((each) => {
    if (each.kind === Kind.FIELD) return [each]
    const fragment = each.kind === Kind.INLINE_FRAGMENT ? each : fragments[each.name.value]
    return fieldsOf(fragment?.selectionSet, fragments)
  })
}
