import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import { packageRoot } from '#server/platform/graphql/index.js'
import { activity } from '#schema/words/en/activity.js'

const sources = globSync('server/**/*.ts', { cwd: packageRoot, exclude: (path) => path.endsWith('.test.ts') }).map(
  (path) => readFileSync(join(packageRoot, path), 'utf8'),
)

const verb = `'([a-z]+\\.[a-zA-Z]+)'`
/** A verb is written where it is recorded: `verb: 'gap.recorded'`, `this.tell(ctx, 'person.renamed', id)`, or as a constant. */
const places = [
  new RegExp(`\\bverb: ${verb}`, 'g'),
  new RegExp(`\\.(?:record\\w*|tell)\\((?:[^()'\`]|\\([^()]*\\))*${verb}`, 'g'),
  new RegExp(`^const [A-Z]+ = ${verb}`, 'gm'),
]
const recorded = new Set(
  sources.flatMap((source) => places.flatMap((place) => [...source.matchAll(place)].map(([, found]) => found!))),
)
const types = new Set(
  sources.flatMap((source) => [...source.matchAll(/object(?: =|:) \{ type: '([a-z]+)'/g)].map(([, type]) => type!)),
)
const keys = Object.keys(activity).filter((key) => key.includes('.'))
const told = keys.filter((key) => !/^(?:object|field|many)\./.test(key))

it('[AC-7] has a sentence for every verb that a room records, and no sentence without its verb', () => {
  expect(recorded.size).toBeGreaterThan(35)
  expect([...recorded].filter((one) => !told.includes(one))).toEqual([])
  expect(told.filter((key) => !recorded.has(key))).toEqual([])
})

it('[AC-7] tells several only of verbs that are recorded', () => {
  const many = keys.filter((key) => key.startsWith('many.')).map((key) => key.slice('many.'.length))
  expect(many.filter((key) => !recorded.has(key))).toEqual([])
})

it('[AC-7] has a name for every type of object that is recorded, and for no other', () => {
  const named = keys.filter((key) => key.startsWith('object.')).map((key) => key.slice('object.'.length))
  expect([...types].sort()).toEqual(named.sort())
})
