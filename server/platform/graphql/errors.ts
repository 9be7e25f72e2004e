import { GraphQLError, Kind, type ASTNode } from 'graphql'
import { Refusal, refuse, reportFault } from '#server/platform/errors/index.js'
import { problemOfFault, problemOfRefusal, refusalOf, shortly, type Problem } from './problems.js'

/** An error as a GraphQL answer holds it. */
export interface AnswerError {
  readonly message: string
  readonly locations?: readonly { line: number; column: number }[]
  readonly path?: readonly (string | number)[]
  readonly extensions: Omit<Problem, 'message'>
}

/**
 * Errors of parsing, validation or execution as they leave the server. Refusals keep code and arguments; what the query did wrong is BAD_QUERY
 * or BAD_INPUT; all else is reported once and told by its reference alone.
 */
export function formatErrors(errors: readonly unknown[]): AnswerError[] {
  const references = new Map<unknown, string>()
  return errors.flatMap(parts).map((error) => {
    const { locations, path } = error instanceof GraphQLError ? error : {}
    const problem = problemOf(error, path, references)
    const { message, ...extensions } = problem
    return { message, ...(locations?.length && { locations }), ...(path && { path }), extensions }
  })
}

/** Mercurius throws one error that carries those of validation in `errors`, sometimes wrapped once more. */
function parts(error: unknown): unknown[] {
  const within = (holder: unknown) => (holder as { errors?: unknown } | null | undefined)?.errors
  const inner = within(error) ?? within((error as { originalError?: unknown } | null)?.originalError)
  return Array.isArray(inner) && inner.length > 0 ? inner : [error]
}

/** What was thrown: graphql-js, its compiler and Mercurius each may wrap it once. */
function rootOf(error: unknown): unknown {
  let root = error
  while (root instanceof GraphQLError && root.originalError) root = root.originalError
  return root
}

function problemOf(error: unknown, path: AnswerError['path'], references: Map<unknown, string>): Problem {
  const root = rootOf(error)
  const refusal = refusalOf(root) ?? (error instanceof GraphQLError ? refusalOfQuery(error, root) : undefined)
  if (refusal) return problemOfRefusal(refusal)

  // One broken loader breaks each of its rows: one report, one reference.
  let reference = references.get(root)
  if (!reference) {
    reference = reportFault(path ? `answering ${path.join('.')}` : 'answering a GraphQL request', root)
    references.set(root, reference)
  }
  return problemOfFault(reference)
}

const variableProblem = /^Variable "\$(\w+)" (?:got invalid value|of (?:required|non-null) type)/
const values: ReadonlySet<ASTNode['kind']> = new Set([
  Kind.INT,
  Kind.FLOAT,
  Kind.STRING,
  Kind.BOOLEAN,
  Kind.NULL,
  Kind.ENUM,
  Kind.LIST,
  Kind.OBJECT,
  Kind.OBJECT_FIELD,
])

/**
 * What the library itself found wrong with the request; undefined for what went wrong while answering it. The library has no codes, so its
 * sentences are read: `test/platform/graphql.test.ts` notices when an upgrade words them otherwise.
 */
function refusalOfQuery(error: GraphQLError, root: unknown): Refusal | undefined {
  const { message } = error
  if (error.path) {
    // A variable that may be null stands where null may not: only found on the way.
    const argument = error.originalError ? null : /^Argument "(\w+)" /.exec(message)
    return argument ? refuse('BAD_INPUT', { detail: shortly(message) }, { field: argument[1]! }) : undefined
  }
  // A bug in a scalar or a rule of ours, thrown while the request was read.
  if (!(root instanceof GraphQLError)) return undefined

  const variable = variableProblem.exec(message)?.[1]
  if (variable) {
    const { field, detail } = placeOf(message, variable)
    return refuse('BAD_INPUT', { detail }, { field })
  }
  const node = error.nodes?.[0]
  if (node && values.has(node.kind)) return refuse('BAD_INPUT', { detail: shortly(message) })
  return refuse('BAD_QUERY', { detail: shortly(message) })
}

/**
 * Where a variable is wrong and why, without the value: `Variable "$input" got invalid value <value> at "input.startsOn"; <why>`. The value is
 * what the client sent and may be long or secret.
 */
function placeOf(message: string, variable: string): { field: string; detail: string } {
  if (!message.includes('got invalid value')) return { field: variable, detail: shortly(`${variable} is missing`) }
  const [, path, why] = /^.*? at "([^"]+)"; (.*)$/s.exec(message) ?? [
    null,
    variable,
    message.slice(message.lastIndexOf('; ') + 2),
  ]
  return { field: path!, detail: shortly(`${path}: ${why}`) }
}
