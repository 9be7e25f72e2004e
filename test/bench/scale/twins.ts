/**
 * The lists as somebody would write them who needs these rows and nothing else: Fastify, pg, one statement each and rows to JSON. No schema, no access,
 * no cursor, no `asOf`. The statements use the same indexes as ours.
 */
import Fastify from 'fastify'
import pg from 'pg'

const statements: Readonly<Record<string, string>> = {
  items: `select i.id, i.designation, i.title, i.state, json_build_object('name', b.name, 'acronym', b.acronym) as body,
      (select coalesce(json_agg(json_build_object('type', r.type, 'other',
         json_build_object('designation', o.designation, 'title', o.title)) order by o.designation_sort), '[]')
       from (select r.type, r.to_id as other_id from relation r where r.from_id = i.id
             union all select r.type, r.from_id from relation r where r.to_id = i.id) r join item o on o.id = r.other_id) as relations
    from (select * from item i order by i.designation_sort, i.id limit 50) i join body b on b.id = i.body_id
    order by i.designation_sort, i.id`,
  facets: `select i.id, i.designation, i.title, i.state, json_build_object('name', b.name, 'acronym', b.acronym) as body
    from item i join body b on b.id = i.body_id
    where i.type = $1 and i.state = $2 and i.topics && array[$3] order by i.designation_sort, i.id limit 50`,
  titles: `select i.id, i.designation, i.title from item i order by left(i.title, 200) collate natural_name, i.id limit 50`,
  evidence: `select i.id, i.designation, i.title from item i order by i.as_of desc nulls last, i.designation_sort, i.id limit 50`,
  gaps: `select g.number, g.title, g.standing from gap g where g.replacement_id is null order by g.number limit 50`,
  bodies: `select b.id, b.name, b.acronym from body b order by left(b.name, 200) collate natural_name, b.id limit 50`,
  relations: `select r.type, json_build_object('designation', f.designation) as from, json_build_object('designation', t.designation) as to
    from relation r join item f on f.id = r.from_id join item t on t.id = r.to_id order by r.id limit 50`,
}

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: Number(process.env.DATABASE_POOL_SIZE) })
const server = Fastify({ logger: false })
for (const [name, text] of Object.entries(statements)) {
  server.get<{ Querystring: { values?: string } }>(`/${name}`, async ({ query }) => {
    const values = query.values ? query.values.split(',') : []
    return { nodes: (await pool.query({ name, text, values })).rows as unknown[] }
  })
}
const address = await server.listen({ port: 0, host: '127.0.0.1' })
process.stdout.write(`The twin is ready at ${address}\n`)
process.once('SIGTERM', () => process.exit(0))
