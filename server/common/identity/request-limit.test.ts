import { expect, it } from '@jest/globals'
import { fastify } from 'fastify'
import { Refusal } from '#server/platform/errors/index.js'
import { limitRequests } from './request-limit.js'

it('[ID-9] refuses requests to /graphql beyond the limit, says when to try again, and leaves pages alone', async () => {
  const server = fastify()
  server.setErrorHandler((error, _request, reply) =>
    error instanceof Refusal ? reply.code(429).send({ code: error.code, args: error.args }) : reply.code(500).send({}),
  )
  await limitRequests(server, { perMinute: 2 })
  for (const url of ['/graphql', '/roadmap']) server.get(url, async () => 'fine')
  const ask = async (url: string, remoteAddress = '192.0.2.1') => server.inject({ url, remoteAddress })

  for (let n = 0; n < 2; n += 1) expect((await ask('/graphql')).statusCode).toBe(200)
  const refused = await ask('/graphql')
  expect([refused.statusCode, refused.json()]).toEqual([429, { code: 'TOO_MANY_REQUESTS', args: { seconds: 60 } }])
  expect((await ask('/graphql', '192.0.2.2')).statusCode).toBe(200)
  for (let n = 0; n < 5; n += 1) expect((await ask('/roadmap')).statusCode).toBe(200)
  await server.close()
})
