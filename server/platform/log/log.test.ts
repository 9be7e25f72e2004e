import { expect, it } from '@jest/globals'
import { readable } from './index.js'

it('a person at a terminal reads a short line, with its fields and the stack below', () => {
  let seen = ''
  const out = readable({ write: (text) => (seen += text) })
  out.write('{"level":"warn","time":"2026-03-14T14:02:31.000Z","pid":7,"msg":"No answer.","host":"mail"}\n')
  out.write(
    '{"level":"error","time":"2026-03-14T14:02:32.000Z","pid":7,"msg":"Broken.","error":{"stack":"Error: x\\n at y"}}\n',
  )
  expect(seen).toBe('14:02:31 warn  No answer. {"host":"mail"}\n14:02:32 error Broken.\nError: x\n at y\n')
})
