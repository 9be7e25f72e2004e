/** Everything that the client asks, against the limit on the price of a query: what is asked in process is not measured against it, in the browser it is. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { buildASTSchema, concatAST, parse, Source } from 'graphql'
import * as operations from '#schema/generated/operations.js'
import { PIECE_OF_WHOLE } from '#schema/vocabulary/document-list.js'
import { costOf, packageRoot, queryLimits } from '#server/platform/graphql/index.js'

const folder = join(packageRoot, 'schema/graphql')
const schema = buildASTSchema(
  concatAST(
    globSync('**/*.graphql', { cwd: folder }).map((file) =>
      parse(new Source(readFileSync(join(folder, file), 'utf8'), file)),
    ),
  ),
  { assumeValidSDL: true },
)
const asked = Object.entries(operations).flatMap(([name, text]) =>
  name.endsWith('Document') && typeof text === 'string' ? [[name, text] as const] : [],
)
/** Rows of the longest page that most lists have. */
const USUAL = 100
const own: Readonly<Record<string, number>> = { DocumentListDocument: PIECE_OF_WHOLE }

describe('what the client asks', () => {
  it('is found', () => expect(asked.length).toBeGreaterThan(200))

  it.each(asked)('%s is not too costly', (name, text) => {
    const first = own[name] ?? USUAL
    expect(costOf(schema, parse(text), { first })).toBeLessThanOrEqual(queryLimits.cost)
  })
})
