/**
 * What the list shows of a contribution beyond its own row, as SQL over `c`. The room of contributions keeps it; what it does not keep yet is empty.
 * The only place that changes when it keeps more.
 */
export const contributed = {
  /** Names of its sources in their order. */
  sources: `'{}'::text[]`,
  /** Codes of its purposes. */
  purposes: `'{}'::text[]`,
  keywords: `'{}'::text[]`,
  /** Numbers of the clauses that it speaks to. */
  clauses: `'{}'::text[]`,
  /** The working group that it is for: null when it is for none. */
  subgroupNumber: 'null::text',
  subgroupTitle: 'null::text',
  /** Since when it can be read. */
  availableSince: `case when c.state <> 'LAPSED' then c.submitted_at end`,
} as const
