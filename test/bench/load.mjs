// Makes requests and counts answers, in a process of its own: `process.send` gets a job, and answers with what came of it. Plain JavaScript, because
// autocannon brings no types.
import autocannon from 'autocannon'

process.on('message', async ({ url, method, body, headers, connections, seconds, isUnique }) => {
  const result = await autocannon({
    url,
    method,
    body,
    headers,
    connections,
    duration: seconds,
    // `[<id>]` in the address becomes another text in each request.
    idReplacement: isUnique,
  })
  process.send({
    perSecond: result['2xx'] / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    wrong: result.non2xx + result.errors + result.timeouts,
  })
})
process.once('disconnect', () => process.exit(0))
