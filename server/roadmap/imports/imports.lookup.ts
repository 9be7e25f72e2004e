import type { EntityManager } from 'typeorm'
import { kinOf, normalise } from '#schema/vocabulary/designation.js'
import { queryRows } from '#server/platform/database/index.js'
import type { Fact } from './fact.js'
import type { Register } from './judge.js'
import { KnownBodies, type KnownBody } from './known-bodies.js'
import type { KnownItem, NamedSo } from './known-item.js'

/** All bodies: there are hundreds, and each row asks for some. */
export async function knownBodies(db: EntityManager): Promise<KnownBodies> {
  return new KnownBodies(
    (await db.query('select id, slug, name, acronym, parent_id as "parentId" from body order by slug')) as KnownBody[],
  )
}

/** Names looked at for one form; a form that more have in common says nothing. */
const MOST_NAMES = 50

/** What the register knows that may be what these rows mean: two statements, however many rows there are. */
export async function lookUp(
  db: EntityManager,
  bodies: KnownBodies,
  rows: readonly { readonly fact: Fact; readonly choiceItemId: string | null }[],
): Promise<Register> {
  const keys = new Set<string>()
  for (const { fact } of rows) {
    for (const name of [fact.designation, ...fact.formerly]) keys.add(normalise(name))
    keys.add(kinOf(fact.designation).key)
  }
  keys.delete('')
  // One look into the index for each form: for all of them at once (`&&`) the database would rather read the whole table.
  const named = await queryRows<NamedSo & { keys: string[] }>(
    db,
    `select n.item_id as "itemId", n.designation, n.to_on is not null as "isFormer", n.keys
     from (select distinct on (n.id) n.* from unnest($1::text[]) k (key)
           cross join lateral (select * from item_name n where n.keys @> array[k.key]
                               order by n.keys[1] <> k.key limit ${MOST_NAMES}) n) n
     order by n.to_on is not null, n.item_id`,
    [[...keys]],
  )
  const called = new Map<string, NamedSo[]>()
  const foundBy = new Map<string, NamedSo[]>()
  for (const { keys: forms, ...name } of named) {
    addTo(called, forms[0]!, name)
    for (const form of forms) if (keys.has(form)) addTo(foundBy, form, name)
  }
  const ids = new Set([...named.map(({ itemId }) => itemId), ...rows.flatMap(({ choiceItemId }) => choiceItemId ?? [])])
  const slugs = rows.flatMap(({ fact }) => fact.slug ?? [])
  const items = await knownItems(db, [...ids], slugs)
  const byId = new Map(items.map((item) => [item.id, item]))
  const bySlug = new Map(items.map((item) => [item.slug, item]))
  return {
    bodies,
    called: (key) => called.get(key) ?? [],
    foundBy: (key) => foundBy.get(key) ?? [],
    item: (id) => byId.get(id),
    bySlug: (slug) => bySlug.get(slug),
  }
}

/** Items as they are now, with their titles in other languages and the finding that their state rests on. */
function knownItems(db: EntityManager, ids: readonly string[], slugs: readonly string[]): Promise<KnownItem[]> {
  return queryRows<KnownItem>(
    db,
    `select i.id, i.slug, i.designation, i.title, i.title_confidence as "titleConfidence", i.body_id as "bodyId",
            i.committee_id as "committeeId", i.type, i.state, i.state_basis as "stateBasis", i.native_stage as "nativeStage", i.dates,
            i.topics, i.lifecycle_stages as "lifecycleStages", i.impacts, i.scope_note as "scopeNote", i.equivalents, i.url,
            i.more_urls as "moreUrls", i.confidence, i.as_of as "evidenceOn",
            coalesce(t.titles, '{}') as titles,
            case when s.id is null then null else jsonb_build_object('basis', s.state_basis, 'confidence', s.confidence,
              'on', coalesce(s.reached_on, s.as_of::text, (s.noted_at at time zone 'UTC')::date::text)) end as finding
     from item i
     left join lateral (select jsonb_object_agg(t.lang, jsonb_build_object('title', t.title, 'confidence', t.confidence)) as titles
                        from item_title t where t.item_id = i.id and t.to_on is null) t on true
     left join lateral (select * from item_stage s where s.item_id = i.id order by s.noted_at desc, s.id desc limit 1) s on true
     where i.id = any($1::uuid[]) or i.slug = any($2::text[])`,
    [ids, slugs],
  )
}

function addTo(map: Map<string, NamedSo[]>, key: string, name: NamedSo): void {
  const there = map.get(key)
  if (there) there.push(name)
  else map.set(key, [name])
}
