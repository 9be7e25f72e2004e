/**
 * Subscriptions on `/graphql`, by the graphql-ws protocol, with the server of the people who wrote the protocol. Mercurius has one of its own,
 * which neither validates nor limits a subscription and sends the text of any error; so it is not switched on.
 *
 * Queries and mutations do not go over the socket: there is one way to ask and to write, POST, where origin, rate and size are looked at.
 */
import {
  createSourceEventStream,
  execute,
  GraphQLError,
  getOperationAST,
  OperationTypeNode,
  validate,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql'
import websocket from '@fastify/websocket'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { CloseCode, handleProtocols, makeServer } from 'graphql-ws'
import type { WebSocket } from 'ws'
import { Refusal, refuse, reportFault } from '#server/platform/errors/index.js'
import { requireAffordable } from './cost.js'
import { formatErrors } from './errors.js'
import { readQuery, type QueryLimits } from './limits.js'

export type ConnectionParams = Readonly<Record<string, unknown>>

/** Makes the Ctx of a subscriber. Refuses, and the socket is closed. */
export type SubscriptionContext = (
  request: FastifyRequest,
  connectionParams: ConnectionParams,
) => Promise<object> | object

const sockets = new WeakMap<FastifyInstance, (socket: WebSocket, request: FastifyRequest) => void>()

/**
 * Gives the server its one WebSocket port, used by `/graphql` and `/collab` alike. Call it before Nest's `init`, because only routes declared
 * afterwards can have a socket. `maxPayloadBytes` bounds a single message of any of them.
 */
export async function registerWebSockets(
  fastify: FastifyInstance,
  { maxPayloadBytes = 1024 * 1024 }: { maxPayloadBytes?: number } = {},
): Promise<void> {
  // Mercurius owns `GET /graphql` and takes no socket handler for it, so it is put on the route while that is declared. This hook must come
  // before that of the plugin, which reads it.
  fastify.addHook('onRoute', (route) => {
    if (route.method !== 'GET' || route.url !== '/graphql') return
    route.wsHandler = (socket, request) => {
      const open = sockets.get(fastify)
      if (open) open(socket, request)
      else socket.close(1013)
    }
  })
  await fastify.register(websocket, {
    options: { maxPayload: maxPayloadBytes, handleProtocols },
    // A frame that breaks the protocol: the library has begun to close with the code for it, and would be cut off by the plugin's own handler.
    errorHandler: (error, socket) => {
      if (socket.readyState !== socket.OPEN) return
      socket.close(CloseCode.InternalServerError, `reference ${reportFault('opening a socket', error)}`)
    },
  })
}

/** Answers the sockets that are opened on `/graphql` of this server. */
export function serveSubscriptions(
  fastify: FastifyInstance,
  options: {
    readonly schema: () => GraphQLSchema
    readonly context: SubscriptionContext
    readonly limits: QueryLimits
    /** How often a silent connection is asked whether it still lives; 0 never. */
    readonly keepAliveMs: number
  },
): void {
  const { limits, keepAliveMs } = options

  const server = makeServer<ConnectionParams, { socket: WebSocket; request: FastifyRequest }>({
    connectionInitWaitTimeout: 10_000,

    async onConnect({ extra, connectionParams }) {
      try {
        await options.context(extra.request, connectionParams ?? {})
      } catch (error) {
        // An edge: the socket is told why in the only way it has, and closed.
        if (error instanceof Refusal) return false
        extra.socket.close(CloseCode.InternalServerError, `reference ${reportFault('opening a subscription', error)}`)
      }
      return true
    },

    onSubscribe({ subscriptions, extra, connectionParams }, _id, { query, variables, operationName }) {
      try {
        if (Object.keys(subscriptions).length > limits.subscriptionsPerSocket) {
          throw refuse('TOO_MANY_SUBSCRIPTIONS', { limit: limits.subscriptionsPerSocket })
        }
        const schema = options.schema()
        const document = readQuery(query, limits)
        const operation = getOperationAST(document, operationName)
        if (!operation) throw refuse('BAD_QUERY', { detail: 'it has no operation of that name' })
        if (operation.operation !== OperationTypeNode.SUBSCRIPTION) {
          throw refuse('BAD_METHOD', { detail: `a ${operation.operation} is sent by POST` })
        }
        const errors = validate(schema, document, undefined, { maxErrors: 20 })
        if (errors.length > 0) return errors
        requireAffordable(schema, document, variables, limits)
        return {
          schema,
          document,
          operationName,
          variableValues: variables,
          contextValue: () => options.context(extra.request, connectionParams ?? {}),
        }
      } catch (error) {
        return [new GraphQLError('', { originalError: error as Error })]
      }
    },

    subscribe: subscribeAfresh,
    onNext: (_ctx, _id, _payload, _args, result) =>
      result.errors ? { ...result, errors: formatErrors(result.errors) } : result,
    onError: (_ctx, _id, _payload, errors) => formatErrors(errors),
  })

  sockets.set(fastify, (socket, request) => {
    const closed = server.opened(
      {
        protocol: socket.protocol,
        // Resolves when the bytes have left, so that a slow reader slows its own stream down and nobody else's.
        send: (data) =>
          new Promise((resolve, reject) => {
            if (socket.readyState !== socket.OPEN) resolve()
            else socket.send(data, (error) => (error ? reject(error) : resolve()))
          }),
        close: (code, reason) => socket.close(code, reason),
        onMessage: (handle) =>
          socket.on('message', (data) => {
            handle(String(data)).catch((error: unknown) => {
              // An edge: one broken connection is closed, the others go on.
              const reference = reportFault('answering a message on a subscription socket', error)
              socket.close(CloseCode.InternalServerError, `reference ${reference}`)
            })
          }),
      },
      { socket, request },
    )
    const stopAsking = askAlive(socket, keepAliveMs)
    socket.once('close', (code, reason) => {
      stopAsking()
      void closed(code, String(reason))
    })
  })
}

/** A peer that vanished without a word is noticed within two intervals. */
function askAlive(socket: WebSocket, intervalMs: number): () => void {
  if (intervalMs <= 0) return () => {}
  let answered = true
  socket.on('pong', () => (answered = true))
  const timer = setInterval(() => {
    if (!answered) return socket.terminate()
    answered = false
    socket.ping()
  }, intervalMs)
  return () => clearInterval(timer)
}

/**
 * Like graphql's `subscribe`, but each event is answered with a context of its own: who the viewer is and what they may see is asked anew, so
 * that an ended session or a changed role counts from the next event on, and no loader hands out what it read an hour ago.
 */
async function subscribeAfresh(args: ExecutionArgs): Promise<ExecutionResult | AsyncIterableIterator<ExecutionResult>> {
  const context = args.contextValue as () => object | Promise<object>
  try {
    const source = await createSourceEventStream({ ...args, contextValue: await context() })
    return Symbol.asyncIterator in source ? answersOf(source, args, context) : source
  } catch (error) {
    return { errors: [new GraphQLError('', { originalError: error as Error })] }
  }
}

function answersOf(
  source: AsyncIterable<unknown>,
  args: ExecutionArgs,
  context: () => object | Promise<object>,
): AsyncIterableIterator<ExecutionResult> {
  const events = source[Symbol.asyncIterator]()
  let ended = false
  return {
    async next() {
      if (ended) return { value: undefined, done: true }
      try {
        const event = await events.next()
        if (event.done) return { value: undefined, done: true }
        const value = await execute({ ...args, rootValue: event.value, contextValue: await context() })
        return { value, done: false }
      } catch (error) {
        // The reader is told why and the stream ends; a fault is reported where the errors are formatted.
        ended = true
        await events.return?.()
        return { value: { errors: [new GraphQLError('', { originalError: error as Error })] }, done: false }
      }
    },
    async return() {
      ended = true
      await events.return?.()
      return { value: undefined, done: true }
    },
    [Symbol.asyncIterator]() {
      return this
    },
  }
}
