/** How things of the register stood at a moment, and which of them can differ between two moments. */
import type { EntityManager } from 'typeorm'
import { writeNumber } from '#schema/vocabulary/numbers.js'
import { Params, tableAt } from '#server/platform/database/index.js'
import { coverageOf, type CoverageEdge } from '#server/roadmap/gaps/index.js'
import type { GapFace, ItemFace, PrincipleFace, RelationFace, SubjectFace } from './edition-diff.js'

/** Null: as it stands now. */
export type Moment = string | null

type Read = (db: EntityManager, at: Moment, ids: readonly string[]) => Promise<SubjectFace[]>

/** A kind of thing that is compared: ids of those that may differ, and how some of them stood. */
export interface Compared {
  candidates(db: EntityManager, from: string, to: Moment): Promise<string[]>
  readonly read: Read
}

/** Rows of a table that were written or replaced between two moments: their `column`. Found by index, so few changes cost little. */
function touched(
  table: string,
  column: string,
  [from, to]: readonly [string, Moment],
  p: Params,
  where = 'true',
): string {
  const until = to === null ? '' : ` and t.recorded_at <= ${p.add(to)}::timestamptz`
  const since = p.add(from)
  return `select t.${column} as id from ${table} t where t.recorded_at > ${since}::timestamptz${until} and ${where}
    union select t.${column} from ${table}_history t where t.replaced_at > ${since}::timestamptz${until} and ${where}`
}

async function idsOf(db: EntityManager, p: Params, parts: readonly string[]): Promise<string[]> {
  const rows = (await db.query(
    `select distinct id from (${parts.join(' union ')}) found where id is not null order by id`,
    p.values,
  )) as { id: string }[]
  return rows.map(({ id }) => id)
}

const items: Compared = {
  candidates(db, from, to) {
    const p = new Params()
    const between = [from, to] as const
    return idsOf(db, p, [
      touched('item', 'id', between, p),
      touched('relation', 'to_id', between, p, `t.type = 'SUPERSEDES'`),
    ])
  },
  async read(db, at, ids) {
    const p = new Params()
    const rows = (await db.query(
      `select i.id, i.slug, i.designation, i.designation_sort as sort, i.title, i.state, i.native_stage as "nativeStage", i.topics,
         array_remove(array[b.slug, c.slug], null) as bodies,
         array(select f.designation from ${tableAt('relation', 'r', at, p)} join ${tableAt('item', 'f', at, p)} on f.id = r.from_id
           where r.to_id = i.id and r.type = 'SUPERSEDES' and r.ended_at is null order by f.designation_sort) as "supersededBy"
       from ${tableAt('item', 'i', at, p)}
       left join ${tableAt('body', 'b', at, p)} on b.id = i.body_id left join ${tableAt('body', 'c', at, p)} on c.id = i.committee_id
       where i.id = any(${p.add(ids)}::uuid[])`,
      p.values,
    )) as (Omit<ItemFace, 'subject' | 'key' | 'label' | 'href'> & { slug: string; designation: string })[]
    return rows.map(({ slug, designation, bodies, ...row }) => ({
      ...row,
      subject: 'ITEM',
      key: slug,
      label: designation,
      href: `/items/${encodeURIComponent(slug)}`,
      bodies: [...new Set(bodies)],
    }))
  },
}

interface GapSeen extends Pick<GapFace, 'id' | 'title' | 'description' | 'recommendation' | 'standing' | 'topics'> {
  readonly bodies: string[]
  readonly number: number
  readonly edges: readonly CoverageEdge[] | null
  readonly closure: { decision: string; decidedOn: string; text: string | null; items: string[] } | null
  readonly replacement: { kind: 'MERGE' | 'SPLIT'; into: number[] } | null
}

const gaps: Compared = {
  candidates(db, from, to) {
    const p = new Params()
    const between = [from, to] as const
    return idsOf(db, p, [
      touched('gap', 'id', between, p),
      touched('gap_coverage', 'gap_id', between, p),
      touched('gap_closure', 'gap_id', between, p),
      // Coverage rests on how the items stand.
      `select e.gap_id as id from gap_coverage e join (${touched('item', 'id', between, p)}) moved on moved.id = e.item_id`,
    ])
  },
  async read(db, at, ids) {
    const p = new Params()
    const rows = (await db.query(
      `select g.id, g.number, g.title, g.description, g.recommendation, g.standing, g.topics,
         array(select distinct b.slug from ${tableAt('gap_body', 'gb', at, p)} join ${tableAt('body', 'b', at, p)} on b.id = gb.body_id
           where gb.gap_id = g.id order by b.slug) as bodies,
         (select json_agg(json_build_object('itemId', e.item_id, 'degree', e.degree, 'itemState', i.state, 'confidence', e.confidence))
           from ${tableAt('gap_coverage', 'e', at, p)} join ${tableAt('item', 'i', at, p)} on i.id = e.item_id
           where e.gap_id = g.id and e.withdrawn_at is null) as edges,
         (select json_build_object('decision', c.decision, 'decidedOn', c.decided_on, 'text', c.closed_by_text,
             'items', array(select i.designation from ${tableAt('gap_closure_item', 'ci', at, p)} join ${tableAt('item', 'i', at, p)} on i.id = ci.item_id
               where ci.closure_id = c.id order by i.designation_sort))
           from ${tableAt('gap_closure', 'c', at, p)} where c.gap_id = g.id and c.reopened_on is null limit 1) as closure,
         (select json_build_object('kind', s.kind, 'into', array(
             select n.number from ${tableAt('gap_replacement_link', 'l', at, p)} join ${tableAt('gap', 'n', at, p)} on n.id = l.to_id
             where l.replacement_id = s.id and l.from_id = g.id order by n.number))
           from ${tableAt('gap_replacement', 's', at, p)} where s.id = g.replacement_id) as replacement
       from ${tableAt('gap', 'g', at, p)} where g.id = any(${p.add(ids)}::uuid[])`,
      p.values,
    )) as GapSeen[]
    return rows.map(({ number, edges, closure, replacement, ...row }) => {
      const label = writeNumber('G', number)
      return {
        ...row,
        subject: 'GAP',
        key: label.toLowerCase(),
        label,
        href: `/gaps/${label}`,
        sort: String(number).padStart(9, '0'),
        coverage: coverageOf(edges ?? []).today,
        closure: closure && {
          decision: closure.decision,
          decidedOn: closure.decidedOn,
          by: closure.text === null ? closure.items : [...closure.items, closure.text],
        },
        replacement: replacement && {
          kind: replacement.kind,
          into: replacement.into.map((one) => writeNumber('G', one)),
        },
      }
    })
  },
}

const principles: Compared = {
  candidates(db, from, to) {
    const p = new Params()
    return idsOf(db, p, [touched('principle', 'id', [from, to], p)])
  },
  async read(db, at, ids) {
    const p = new Params()
    const rows = (await db.query(
      `select p.id, p.number, p.title, p.statement from ${tableAt('principle', 'p', at, p)}
       where p.id = any(${p.add(ids)}::uuid[]) and p.withdrawn_on is null`,
      p.values,
    )) as (Pick<PrincipleFace, 'id' | 'title' | 'statement'> & { number: number })[]
    return rows.map(({ number, ...row }) => {
      const label = writeNumber('P', number)
      return {
        ...row,
        subject: 'PRINCIPLE',
        key: label.toLowerCase(),
        label,
        href: `/principles/${label}`,
        sort: String(number).padStart(9, '0'),
        topics: [],
        bodies: [],
      }
    })
  },
}

const relations: Compared = {
  candidates(db, from, to) {
    const p = new Params()
    return idsOf(db, p, [touched('relation', 'id', [from, to], p)])
  },
  async read(db, at, ids) {
    const p = new Params()
    const rows = (await db.query(
      `select r.id, r.type, f.designation as "from", t.designation as "to", f.slug, f.designation_sort as sort,
         array(select distinct unnest(f.topics || t.topics)) as topics,
         array(select distinct b.slug from ${tableAt('body', 'b', at, p)} where b.id in (f.body_id, f.committee_id, t.body_id, t.committee_id)) as bodies
       from ${tableAt('relation', 'r', at, p)} join ${tableAt('item', 'f', at, p)} on f.id = r.from_id
       join ${tableAt('item', 't', at, p)} on t.id = r.to_id
       where r.id = any(${p.add(ids)}::uuid[]) and r.ended_at is null`,
      p.values,
    )) as (Omit<RelationFace, 'subject' | 'key' | 'label' | 'href'> & { slug: string })[]
    return rows.map(({ slug, ...row }) => ({
      ...row,
      subject: 'RELATION',
      key: row.id,
      label: row.from,
      href: `/items/${encodeURIComponent(slug)}`,
    }))
  },
}

/** All that a comparison looks at. */
export const compared: readonly Compared[] = [items, gaps, principles, relations]
