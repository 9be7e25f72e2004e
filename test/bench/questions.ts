/** The one question that all answer: a page of items, each with its body and its relations. */
import assert from 'node:assert/strict'
import { pageSize } from './world.js'

/** What is said about one item, relations in any order: what the answers are compared by. */
interface Fact {
  id: string
  designation: string
  title: string | null
  state: string
  body: { name: string; acronym: string | null }
  relations: { type: string; other: { designation: string; title: string | null } }[]
}

/** How a server is asked for a page, and what its answer says. */
export interface Question {
  readonly path: string
  readonly body?: string
  facts(answer: Answer): Fact[]
}
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers of three programs, compared as a whole below
type Answer = { data: any }

const graphql = (query: string, variables: Record<string, unknown>) => ({
  path: '/graphql',
  body: JSON.stringify({ query, variables }),
})

export const ours: Question = {
  ...graphql(
    `
      query ($first: Int!) {
        items(first: $first) {
          nodes {
            id
            designation
            title
            state
            body {
              name
              acronym
            }
            relations {
              type
              other {
                designation
                title
              }
            }
          }
        }
      }
    `,
    { first: pageSize },
  ),
  facts: ({ data }) => data.items.nodes,
}

export const bare: Question = { path: `/items?first=${pageSize}`, facts: ours.facts }

const outgoing = 'relationsByFromId { nodes { type itemByToId { designation title } } }'
const incoming = 'relationsByToId { nodes { type itemByFromId { designation title } } }'
const postgraphile = (relations: string): Question => ({
  ...graphql(
    `query ($first: Int!) { allItems(first: $first, orderBy: [DESIGNATION_SORT_ASC]) { nodes {
      rowId designation title state bodyByBodyId { name acronym } ${relations} } } }`,
    { first: pageSize },
  ),
  facts: ({ data }) =>
    data.allItems.nodes.map((item: Answer['data']) => ({
      id: item.rowId,
      designation: item.designation,
      title: item.title,
      state: item.state,
      body: item.bodyByBodyId,
      relations: [
        ...item.relationsByFromId.nodes.map((each: Answer['data']) => ({ type: each.type, other: each.itemByToId })),
        ...(item.relationsByToId?.nodes ?? []).map((each: Answer['data']) => ({
          type: each.type,
          other: each.itemByFromId,
        })),
      ],
    })),
})

/** As we ask our own: an item's relations, from whichever end they were recorded. */
export const bothDirections = postgraphile(`${outgoing} ${incoming}`)
/** The easier question, which happens to have the same answer on this page. */
export const oneDirection = postgraphile(outgoing)

/** The bytes of an answer, for the two that should send the same. */
export async function textOf(origin: string, question: Question): Promise<string> {
  return (await fetch(origin + question.path, requestOf(question))).text()
}

/** Asks once. Throws when the answer is not what everybody should say. */
export async function verify(origin: string, question: Question, expected: Fact[] | null): Promise<Fact[]> {
  const response = await fetch(origin + question.path, requestOf(question))
  const text = await response.text()
  assert.equal(response.status, 200, text)
  const facts = question.facts(JSON.parse(text) as Answer).map((fact) => ({
    ...fact,
    relations: fact.relations.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
  }))
  assert.equal(facts.length, pageSize)
  for (const { designation, relations } of facts) assert.equal(relations.length, 3, `relations of ${designation}`)
  if (expected) assert.deepEqual(facts, expected)
  return facts
}

export const requestOf = ({ body }: Pick<Question, 'body'>) =>
  body === undefined ? { method: 'GET' } : { method: 'POST', body, headers: { 'content-type': 'application/json' } }
