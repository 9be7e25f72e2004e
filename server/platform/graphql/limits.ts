/**
 * What a query may ask for, decided before it is even validated: validating is what a hostile query is made to be slow at. What it would cost
 * is in `cost.ts`.
 */
import {
  GraphQLError,
  Kind,
  Lexer,
  parse,
  Source,
  TokenKind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql'
import { refuse } from '#server/platform/errors/index.js'
import { shortly } from './problems.js'

/** Bounds of one request. Points are rows: a list of 50 with three relations each costs about 200. */
export interface QueryLimits {
  /** Body of `POST /graphql`, in bytes: query, variables and all. */
  readonly bodyBytes: number
  /** Characters of the query text alone, which is kept in the cache of parsed queries. */
  readonly textChars: number
  readonly tokens: number
  /** Fields within fields. */
  readonly depth: number
  /** The same below `__schema` and `__type`: the tools ask for `ofType` nine times over. */
  readonly introspectionDepth: number
  /** Fields with fragments written out. */
  readonly fields: number
  readonly aliases: number
  readonly rootFields: number
  readonly cost: number
  /** Rows assumed for a connection that is asked for without `first` or `last`. */
  readonly defaultPage: number
  /** Rows assumed for a plain list. */
  readonly listRows: number
  readonly subscriptionsPerSocket: number
}

export const queryLimits: QueryLimits = {
  bodyBytes: 256 * 1024,
  textChars: 32 * 1024,
  tokens: 5_000,
  depth: 12,
  introspectionDepth: 20,
  fields: 2_000,
  aliases: 100,
  rootFields: 20,
  cost: 20_000,
  defaultPage: 50,
  listRows: 10,
  subscriptionsPerSocket: 20,
}

/**
 * Reads a query. Refuses: QUERY_TOO_LONG, TOO_DEEP, TOO_MANY_FIELDS, and BAD_QUERY for what is no GraphQL.
 */
export function readQuery(text: string, limits: QueryLimits = queryLimits): DocumentNode {
  if (text.length > limits.textChars) throw refuse('QUERY_TOO_LONG', { limit: limits.textChars, unit: 'characters' })
  try {
    scan(text, limits)
    const document = parse(text)
    measure(document, limits)
    return document
  } catch (error) {
    if (error instanceof GraphQLError) throw refuse('BAD_QUERY', { detail: shortly(error.message) })
    throw error
  }
}

/** The parser calls itself for each brace, so a deep query must be turned away before it overflows the stack. */
function scan(text: string, limits: QueryLimits): void {
  const lexer = new Lexer(new Source(text))
  const bottom = 4 * Math.max(limits.depth, limits.introspectionDepth)
  let depth = 0
  let deepest = 0
  for (let tokens = 1; lexer.advance().kind !== TokenKind.EOF; tokens++) {
    if (tokens > limits.tokens) {
      if (deepest > bottom) break
      throw refuse('QUERY_TOO_LONG', { limit: limits.tokens, unit: 'tokens' })
    }
    const { kind } = lexer.token
    if (kind === TokenKind.BRACE_L || kind === TokenKind.BRACKET_L) deepest = Math.max(deepest, ++depth)
    else if (kind === TokenKind.BRACE_R || kind === TokenKind.BRACKET_R) depth--
  }
  if (deepest > bottom) throw refuse('TOO_DEEP', { depth: deepest, limit: limits.depth })
}

interface Measures {
  depth: number
  introspectionDepth: number
  fields: number
  aliases: number
  /** Fields at the level itself. */
  top: number
}

function measure(document: DocumentNode, limits: QueryLimits): void {
  const fragments = fragmentsOf(document)
  const known = new Map<string, Measures>()
  const nothing: Measures = { depth: 0, introspectionDepth: 0, fields: 0, aliases: 0, top: 0 }

  const ofSelections = (set: SelectionSetNode | undefined): Measures => {
    const sum = { ...nothing }
    for (const selection of set?.selections ?? []) {
      const part = selection.kind === Kind.FIELD ? ofField(selection) : ofFragment(selection)
      sum.depth = Math.max(sum.depth, part.depth)
      sum.introspectionDepth = Math.max(sum.introspectionDepth, part.introspectionDepth)
      sum.fields += part.fields
      sum.aliases += part.aliases
      sum.top += part.top
    }
    return sum
  }
  const ofField = (field: FieldNode): Measures => {
    const below = ofSelections(field.selectionSet)
    const introspects = field.name.value === '__schema' || field.name.value === '__type'
    return {
      depth: introspects ? 1 : below.depth + 1,
      introspectionDepth: introspects ? below.depth + 1 : below.introspectionDepth,
      fields: below.fields + 1,
      aliases: below.aliases + (field.alias ? 1 : 0),
      top: 1,
    }
  }
  const ofFragment = (selection: Exclude<SelectionSetNode['selections'][number], FieldNode>): Measures => {
    if (selection.kind === Kind.INLINE_FRAGMENT) return ofSelections(selection.selectionSet)
    const name = selection.name.value
    const before = known.get(name)
    if (before) return before
    // Stands for the fragment while it is being measured: one that holds itself ends here and is refused by validation.
    known.set(name, nothing)
    const measures = ofSelections(fragments.get(name)?.selectionSet)
    known.set(name, measures)
    return measures
  }

  for (const operation of operationsOf(document)) {
    const { depth, introspectionDepth, fields, aliases, top } = ofSelections(operation.selectionSet)
    if (depth > limits.depth) throw refuse('TOO_DEEP', { depth, limit: limits.depth })
    if (introspectionDepth > limits.introspectionDepth) {
      throw refuse('TOO_DEEP', { depth: introspectionDepth, limit: limits.introspectionDepth })
    }
    const tooMany = (kind: string, count: number, limit: number) => {
      if (count > limit) throw refuse('TOO_MANY_FIELDS', { kind, count, limit })
    }
    tooMany('roots', top, limits.rootFields)
    tooMany('aliases', aliases, limits.aliases)
    tooMany('fields', fields, limits.fields)
  }
}

/** The fragments of a document by name. */
export function fragmentsOf(document: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  return new Map(
    document.definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])),
  )
}

/** The operations of a document, in its order. */
export const operationsOf = (document: DocumentNode): OperationDefinitionNode[] =>
  document.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION)
