import { expect, it } from '@jest/globals'
import fc from 'fast-check'
import { canonicalJson, headLine, registerTables, rowLine } from './canonical-form.js'

it('[ED-7] writes members in the order of their names, without blanks, whatever order they came in', () => {
  expect(canonicalJson({ b: [1, { z: null, a: 'ü"\n' }], a: true, A: 0.5 })).toBe(
    '{"A":0.5,"a":true,"b":[1,{"a":"ü\\"\\n","z":null}]}',
  )
})

it('[ED-7] is the same for the same value, and reads back as that value', () =>
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
      const shuffled = (one: unknown): unknown =>
        one === null || typeof one !== 'object'
          ? one
          : Array.isArray(one)
            ? one.map(shuffled)
            : Object.fromEntries(
                Object.entries(one)
                  .reverse()
                  .map(([name, member]) => [name, shuffled(member)]),
              )
      const text = canonicalJson(value)
      expect(canonicalJson(shuffled(value))).toBe(text)
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  ))

it('[ED-7] has one line for the head and one for each row', () => {
  expect(headLine({ form: 1, asOf: '2026-03-02T09:00:00.000Z', tables: { gap: ['id', 'title'] } })).toBe(
    '{"asOf":"2026-03-02T09:00:00.000Z","form":1,"tables":{"gap":["id","title"]}}\n',
  )
  expect(rowLine('gap', { title: 'Two\nlines', id: 'x' })).toBe('["gap",{"id":"x","title":"Two\\nlines"}]\n')
})

it('[ED-7] names its tables in order, each once', () => {
  expect([...new Set(registerTables)].sort()).toEqual([...registerTables])
})
