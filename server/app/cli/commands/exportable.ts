/** A row of an export: fields under the names of the API, in the order in which they are written. */
export type ExportRow = Readonly<Record<string, unknown>>

const provenance = (alias: string) => `${alias}.source, ${alias}.confidence, ${alias}.as_of as "asOf"`

/** What can be exported, each as one statement. They read across rooms, as reports do; names are those of the API. */
export const exportable: Readonly<Record<string, string>> = {
  items: `
    select i.slug, i.designation, i.title, i.title_confidence as "titleConfidence", b.slug as body, c.slug as committee, i.type, i.state,
           i.state_basis as "stateBasis", i.native_stage as "nativeStage", i.dates, i.topics, i.lifecycle_stages as "lifecycleStages",
           i.impacts, i.scope_note as "scopeNote", i.equivalents, i.url, ${provenance('i')}
    from item i join body b on b.id = i.body_id left join body c on c.id = i.committee_id
    order by i.designation_sort, i.id`,
  gaps: `
    select 'G-' || lpad(g.number::text, greatest(2, length(g.number::text)), '0') as number, g.title, g.description, g.recommendation,
           g.kind, g.standing, g.progress, g.readiness, g.needs_research as "needsResearch", g.criticality, g.achievability, g.scope,
           g.effect, g.priority as "priorityChosen", g.priority_reason as "priorityReason", g.topics,
           g.lifecycle_stages as "lifecycleStages",
           array(select i.designation from gap_coverage e join item i on i.id = e.item_id where e.gap_id = g.id and e.withdrawn_at is null
                 order by i.designation_sort) as items,
           array(select b.slug from gap_body e join body b on b.id = e.body_id where e.gap_id = g.id order by b.slug) as bodies,
           array(select 'P-' || lpad(p.number::text, greatest(2, length(p.number::text)), '0')
                 from gap_principle e join principle p on p.id = e.principle_id where e.gap_id = g.id order by p.number) as principles,
           array(select 'G-' || lpad(n.number::text, greatest(2, length(n.number::text)), '0')
                 from gap_replacement_link l join gap n on n.id = l.to_id
                 where l.replacement_id = g.replacement_id and l.from_id = g.id order by n.number) as "replacedBy",
           g.stated_in as "statedIn", g.source_kind as "sourceKind", ${provenance('g')}
    from gap g order by g.number`,
  bodies: `
    select b.slug, b.name, b.acronym, b.kind, p.slug as parent, c.slug as "coParent", b.url, b.is_example as "isExample",
           ${provenance('b')}
    from body b left join body p on p.id = b.parent_id left join body c on c.id = b.co_parent_id order by b.slug`,
  principles: `
    select 'P-' || lpad(p.number::text, greatest(2, length(p.number::text)), '0') as number, p.title, p.statement, p.rationale, p.origin,
           p.version, p.worded_on as "wordedOn", p.withdrawn_on as "withdrawnOn",
           ${provenance('p')}
    from principle p order by p.number`,
  relations: `
    select f.designation as "from", r.type, t.designation as "to", r.from_on as since, r.to_on as until, r.clause, r.evidence, r.note,
           r.ended_at as "endedAt", r.ended_reason as "endedReason", ${provenance('r')}
    from relation r join item f on f.id = r.from_id join item t on t.id = r.to_id
    order by f.designation_sort, r.type, t.designation_sort, r.id`,
  activity: `
    select e.id, e.occurred_at as "occurredAt", e.actor_id as "actor", e.verb, e.object_type as "objectType", e.object_id as "objectId",
           g.slug as "group", coalesce(g.is_example, false) as "isExample", e.visibility, e.args, s.position as "sealPosition"
    from event e left join standards_group g on g.id = e.group_id left join event_seal s on s.event_id = e.id order by e.seq`,
}
