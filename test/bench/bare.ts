/**
 * What somebody would write who needs this one answer and nothing else: Fastify, pg, two named statements, rows to JSON. No schema, no access, no
 * limits, no `asOf`. Its answer is byte for byte that of our API.
 */
import Fastify from 'fastify'
import pg from 'pg'
import { RELATION_TYPES, relationTraits, type RelationType } from '#schema/vocabulary/register.js'

interface ItemRow {
  id: string
  designation: string
  title: string | null
  state: string
  bodyName: string
  bodyAcronym: string | null
}

interface RelationRow {
  itemId: string
  isOutgoing: boolean
  type: RelationType
  designation: string
  title: string | null
  sort: string
}

const items = `
  select i.id, i.designation, i.title, i.state, b.name as "bodyName", b.acronym as "bodyAcronym"
  from item i join body b on b.id = i.body_id order by i.designation_sort, i.id limit $1`

const symmetric = RELATION_TYPES.filter((type) => relationTraits[type].isSymmetric)
  .map((type) => `'${type}'`)
  .join(', ')
const side = (here: string, there: string, isOutgoing: string) => `
  select r.${here} as "itemId", ${isOutgoing} as "isOutgoing", r.type, o.designation, o.title, o.designation_sort as sort
  from relation r join item o on o.id = r.${there} where r.${here} = any($1::uuid[])`
const relations = `${side('from_id', 'to_id', 'true')}
  union all ${side('to_id', 'from_id', `r.type in (${symmetric})`)}`

const rank = new Map(RELATION_TYPES.map((type, i) => [type, i]))
const inOrder = (a: RelationRow, b: RelationRow): number =>
  rank.get(a.type)! - rank.get(b.type)! || Number(b.isOutgoing) - Number(a.isOutgoing) || (a.sort < b.sort ? -1 : 1)

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: Number(process.env.DATABASE_POOL_SIZE) })
const server = Fastify({ logger: false })

server.get<{ Querystring: { first: string } }>('/items', async ({ query }) => {
  const page = await pool.query<ItemRow>({ name: 'items', text: items, values: [query.first] })
  const ids = page.rows.map((row) => row.id)
  const found = await pool.query<RelationRow>({ name: 'relations', text: relations, values: [ids] })
  const byItem = Map.groupBy(found.rows, (row) => row.itemId)
  const nodes = page.rows.map((row) => ({
    id: row.id,
    designation: row.designation,
    title: row.title,
    state: row.state,
    body: { name: row.bodyName, acronym: row.bodyAcronym },
    relations: (byItem.get(row.id) ?? []).sort(inOrder).map((relation) => ({
      type: relation.type,
      other: { designation: relation.designation, title: relation.title },
    })),
  }))
  return { data: { items: { nodes } } }
})

const address = await server.listen({ port: 0, host: '127.0.0.1' })
process.stdout.write(`The bare endpoint is ready at ${address}\n`)
process.once('SIGTERM', () => process.exit(0))
