/**
 * The API at `/graphql`: the SDL of `schema/graphql/`, resolvers of all rooms, errors and limits as they leave the server.
 * Mercurius runs the queries (compiled at their second use); `http-spec.ts` keeps to the HTTP specification, `limits.ts` says what may be
 * asked, `errors.ts` how a refusal travels, `sockets.ts` how news do.
 */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { HttpAdapterHost } from '@nestjs/core'
import type { DynamicModule, FactoryProvider, ModuleMetadata } from '@nestjs/common'
import { GraphQLModule } from '@nestjs/graphql'
import { MercuriusDriver, type MercuriusDriverConfig } from '@nestjs/mercurius'
import { getVariableValues, Kind, type DocumentNode, type GraphQLSchema, type OperationDefinitionNode } from 'graphql'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { requireAffordable } from './cost.js'
import { formatExecution, httpRoute, notExecuted } from './http-spec.js'
import { unlimited } from './in-process.js'
import { queryLimits, readQuery, type QueryLimits } from './limits.js'
import { scalars } from './scalars.js'
import { serveSubscriptions, type SubscriptionContext } from './sockets.js'

export interface GraphqlOptions {
  /** Makes the Ctx of a request. A fresh object each time: the framework writes `req`, `reply` and `app` on it. May refuse. */
  readonly context: (request: FastifyRequest) => Promise<object> | object
  /** The same for a socket: asked when it opens, then again for each event. Without it there are no subscriptions. */
  readonly subscriptionContext?: SubscriptionContext
  readonly settings?: {
    readonly limits?: Partial<QueryLimits>
    /** How often a silent socket is asked whether it still lives; 0 never. */
    readonly keepAliveMs?: number
  }
}

/** The folder of the package, from the sources and from `dist` alike: the nearest one above with a `package.json`. */
export const packageRoot = ((): string => {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json')) && folder !== dirname(folder)) folder = dirname(folder)
  return folder
})()

/**
 * The API as a module. What makes the context comes by injection:
 * `graphqlModule({ imports: [CtxModule], inject: [CtxFactory], useFactory: (ctx: CtxFactory) => ({ context: (request) => ctx.of(request) }) })`.
 * `typeDefs` replaces the SDL of the product; only the tests of this room do.
 */
export function graphqlModule(options: {
  readonly imports?: ModuleMetadata['imports']
  readonly inject?: FactoryProvider['inject']
  // The arguments are what `inject` names; Nest types them no better.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly useFactory: (...injected: any[]) => GraphqlOptions | Promise<GraphqlOptions>
  readonly typeDefs?: string
}): DynamicModule {
  return GraphQLModule.forRootAsync<MercuriusDriverConfig>({
    driver: MercuriusDriver,
    imports: options.imports,
    inject: [HttpAdapterHost, ...(options.inject ?? [])],
    useFactory: async (adapterHost: HttpAdapterHost, ...injected: unknown[]) => {
      const fastify: FastifyInstance = adapterHost.httpAdapter.getInstance()
      return driverConfig(fastify, await options.useFactory(...injected), options.typeDefs)
    },
  })
}

function driverConfig(
  fastify: FastifyInstance,
  { context, subscriptionContext, settings }: GraphqlOptions,
  typeDefs: string | undefined,
): Omit<MercuriusDriverConfig, 'driver'> {
  const limits = { ...queryLimits, ...settings?.limits }
  if (subscriptionContext) {
    serveSubscriptions(fastify, {
      schema: () => fastify.graphql.schema,
      context: subscriptionContext,
      limits,
      keepAliveMs: settings?.keepAliveMs ?? 30_000,
    })
  }
  return {
    ...(typeDefs === undefined ? { typePaths: [join(packageRoot, 'schema/graphql/**/*.graphql')] } : { typeDefs }),
    resolvers: scalars,
    context,
    jit: 1,
    // Texts are at most `limits.textChars` long, so the cache stays within a few megabytes whatever is asked.
    cache: 256,
    graphiql: false,
    ide: false,
    allowBatchedQueries: false,
    // Errors thrown on the way are answered by the route (http-spec.ts), errors of execution by the formatter.
    errorHandler: false,
    errorFormatter: formatExecution as unknown as MercuriusDriverConfig['errorFormatter'],
    additionalRouteOptions: httpRoute(limits) as unknown as MercuriusDriverConfig['additionalRouteOptions'],
    graphql: { parseOptions: { maxTokens: limits.tokens }, validateOptions: { maxErrors: 20 } },
    hooks: limiting(limits) as unknown as MercuriusDriverConfig['hooks'],
  }
}

/** Before parsing: the text; before executing: the price, which needs the variables. */
function limiting(limits: QueryLimits) {
  // A text that passed once passes again. Mercurius would also take a syntax tree as JSON in place of a text; reading it here first refuses
  // that.
  const passed = new Set<string>()
  const remember = (text: string) => {
    if (passed.size >= 256) passed.delete(passed.values().next().value!)
    passed.add(text)
  }
  return {
    async preParsing(_schema: GraphQLSchema, text: string, context: object) {
      if (unlimited in context || passed.has(text)) return
      readQuery(text, limits)
      remember(text)
    },
    async preExecution(
      schema: GraphQLSchema,
      document: DocumentNode,
      context: object,
      variables: Record<string, unknown> | undefined,
    ) {
      if (!(unlimited in context)) requireAffordable(schema, document, variables, limits)
      const operations = document.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION)
      if (operations.length === 1) requireVariables(schema, operations[0]!, variables ?? {})
      // Mercurius 16.10 keeps one compiled query a text, whichever operation was asked for first: with two operations in a text the second
      // would get the answer of the first. A document that is handed back is not compiled. Gone when the test of two operations in
      // test/platform/graphql.test.ts passes without this line.
      return operations.length > 1 ? { document } : undefined
    },
  }
}

/**
 * Looks at the variables before the compiled query does: it names the innermost field as if that were the variable (graphql-jit 0.8.9), and
 * only now and then, because an interpreted query names the whole path. Gone when `wish.on` is named in the tests without this.
 */
function requireVariables(
  schema: GraphQLSchema,
  { variableDefinitions }: OperationDefinitionNode,
  variables: Record<string, unknown>,
): void {
  if (!variableDefinitions?.length) return
  const { errors } = getVariableValues(schema, variableDefinitions, variables, { maxErrors: 20 })
  if (errors) throw Object.assign(new Error('The variables do not fit.'), { code: notExecuted, errors })
}
