import { exampleClauses, exampleTextId } from '../harness/example-text.js'
import type { Address } from './addresses.js'
import { aReport } from './report.js'
import type { Visitors } from './visitors.js'

/** Puts what a file of tests has made into addresses that name it by a sign. */
export type Placing = (address: Address) => Address

/** Makes what addresses name: `:token` of the chair, `:fact`, an item that nobody has confirmed, `:edge` of the first gap, `:document` that is being written, `:text`, `:clause` and `:deleted` of the example report. */
export async function makeMeant({ app }: Visitors): Promise<Placing> {
  const cookie = await app.signIn('chair@example.org')
  const made = await app.query<{ createAccessToken: { token: { id: string } } }>(
    'mutation { createAccessToken(input: { name: "A script" }) { token { id } } }',
    {},
    { cookie },
  )
  const unsure = await app.query<{ factsToCheck: { nodes: { kind: string; id: string }[] } }>(
    '{ factsToCheck(first: 1, filter: { kind: [ITEM] }) { nodes { kind id } } }',
  )
  const { data: first } = await app.query<{ gap: { coverageEdges: { id: string }[] } }>(
    '{ gap(id: "G-01") { coverageEdges { id } } }',
  )
  const { idOf, deletedId } = exampleClauses()
  const meant: Readonly<Record<string, string>> = {
    ':token': made.data!.createAccessToken.token.id,
    ':fact': unsure.data!.factsToCheck.nodes[0]!.id,
    ':text': await exampleTextId(app),
    ':document': await aReport(app),
    ':clause': idOf('Who asks'),
    ':deleted': deletedId,
    ':edge': first!.gap.coverageEdges[0]!.id,
  }
  return ({ path, ...more }) => ({ ...more, path: path.replace(/:[a-z]+/g, (name) => meant[name] ?? name) })
}
