/** The price of a query, known before it is executed from the query, its variables and the schema. */
import {
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql'
import { refuse } from '#server/platform/errors/index.js'
import { fragmentsOf, operationsOf, queryLimits, type QueryLimits } from './limits.js'

/** Refuses TOO_COSTLY. The document must be valid for the schema. With several operations the dearest counts. */
export function requireAffordable(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>> | null | undefined,
  limits: QueryLimits = queryLimits,
): void {
  const cost = costOf(schema, document, variables ?? {}, limits)
  if (cost > limits.cost) throw refuse('TOO_COSTLY', { cost, limit: limits.cost })
}

/**
 * The price of a query in points: one for each object that the answer may hold, where `first` or `last` tells how many rows a list has. Plain
 * values cost nothing.
 */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
  limits: QueryLimits = queryLimits,
): number {
  const fragments = fragmentsOf(document)
  let operation!: OperationDefinitionNode
  const known = new Map<string, number>()

  const ofSelections = (set: SelectionSetNode | undefined, type: GraphQLCompositeType, rows?: number): number => {
    let sum = 0
    for (const selection of set?.selections ?? []) {
      if (selection.kind === Kind.FIELD) sum += ofField(selection, type, rows)
      else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const on = selection.typeCondition ? schema.getType(selection.typeCondition.name.value) : type
        if (isCompositeType(on)) sum += ofSelections(selection.selectionSet, on, rows)
      } else sum += ofFragment(selection.name.value, rows)
    }
    return Math.min(sum, Number.MAX_SAFE_INTEGER)
  }
  const ofFragment = (name: string, rows: number | undefined): number => {
    const key = `${name} ${rows}`
    const before = known.get(key)
    if (before !== undefined) return before
    const fragment = fragments.get(name)
    const on = fragment && schema.getType(fragment.typeCondition.name.value)
    const cost = isCompositeType(on) ? ofSelections(fragment!.selectionSet, on, rows) : 0
    known.set(key, cost)
    return cost
  }
  const ofField = (field: FieldNode, parent: GraphQLCompositeType, rows: number | undefined): number => {
    const name = field.name.value
    if (name === '__schema' || name === '__type') return ofIntrospection(field)
    const definition = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined
    const type = definition && getNamedType(definition.type)
    if (!definition || !isCompositeType(type)) return 0

    const asked = pageOf(field, definition)
    if (type.name.endsWith('Connection')) {
      return 1 + ofSelections(field.selectionSet, type, asked ?? limits.defaultPage)
    }
    const holdsRows = rows !== undefined && (name === 'edges' || name === 'nodes')
    const times = holdsRows ? rows : isList(definition.type) ? (asked ?? limits.listRows) : 1
    return Math.min(times * (1 + ofSelections(field.selectionSet, type)), Number.MAX_SAFE_INTEGER)
  }
  /** A description of the schema grows tenfold with each list in a list. */
  const ofIntrospection = (field: FieldNode): number => {
    const lists = listsWithin(field.selectionSet)
    return (field.name.value === '__schema' ? 200 : 2) * 10 ** lists
  }
  const growing = new Set(['fields', 'inputFields', 'interfaces', 'possibleTypes'])
  const listsWithin = (set: SelectionSetNode | undefined): number => {
    let most = 0
    for (const selection of set?.selections ?? []) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        most = Math.max(most, listsWithin(fragments.get(selection.name.value)?.selectionSet))
      } else {
        const here = selection.kind === Kind.FIELD && growing.has(selection.name.value) ? 1 : 0
        most = Math.max(most, here + listsWithin(selection.selectionSet))
      }
    }
    return most
  }
  const numberOf = (value: ValueNode | undefined): number | undefined => {
    if (value?.kind === Kind.INT) return Number(value.value)
    if (value?.kind !== Kind.VARIABLE) return undefined
    const name = value.name.value
    if (Object.hasOwn(variables, name)) {
      const given = variables[name]
      return typeof given === 'number' ? given : undefined
    }
    return numberOf(operation.variableDefinitions?.find((each) => each.variable.name.value === name)?.defaultValue)
  }
  const pageOf = (field: FieldNode, definition: GraphQLField<unknown, unknown>): number | undefined => {
    let asked: number | undefined
    for (const each of definition.args) {
      if (each.name !== 'first' && each.name !== 'last') continue
      const written = field.arguments?.find((argument) => argument.name.value === each.name)
      const rows = written ? numberOf(written.value) : (each.defaultValue as number | undefined)
      if (typeof rows === 'number' && Number.isFinite(rows)) asked = Math.max(asked ?? 0, rows)
    }
    return asked
  }

  let dearest = 0
  for (operation of operationsOf(document)) {
    const root = schema.getRootType(operation.operation)
    known.clear()
    if (root) dearest = Math.max(dearest, ofSelections(operation.selectionSet, root))
  }
  return dearest
}

function isList(type: GraphQLOutputType): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type)
}
