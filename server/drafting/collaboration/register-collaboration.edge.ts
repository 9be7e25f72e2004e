import type { INestApplicationContext } from '@nestjs/common'
import type { FastifyInstance } from 'fastify'
import { CollaborationSockets } from './sockets.service.js'

/** Answers sockets at `/collab/<id>`. Call it after `registerWebSockets` and before the server is ready. */
export function registerCollaboration(fastify: FastifyInstance, { app }: { app: () => INestApplicationContext }): void {
  fastify.get('/collab/:id', { websocket: true }, (socket, request) =>
    app().get(CollaborationSockets).open(socket, request),
  )
}
