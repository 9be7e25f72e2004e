/**
 * What the list shows of a contribution beyond its own row, as SQL over `c`. The room of contributions keeps it; what it does not keep yet is empty.
 * The only place that changes when it keeps more.
 */
export const contributed = {
  /** Names of its sources in their order. */
  sources: `coalesce((select array_agg(s.label order by s.position) from contribution_source s where s.contribution_id = c.id), '{}')`,
  /** Codes of its purposes. */
  purposes: 'c.purposes',
  keywords: 'c.keywords',
  /** The working group that it is for: null when it is for none. */
  subgroupNumber: '(select w.number::text from subgroup w where w.id = c.subgroup_id)',
  subgroupTitle: '(select w.title from subgroup w where w.id = c.subgroup_id)',
  /** What was handed in last, as `LastHandedIn`: null while nothing was. */
  handedIn: `(select jsonb_build_object('number', h.number, 'fileId', h.file_id, 'isAfterDeadline', h.is_after_deadline)
    from contribution_revision h where h.contribution_id = c.id order by h.number desc limit 1)`,
  /** Since when it can be read. */
  availableSince: `case when c.state <> 'LAPSED' then c.submitted_at end`,
} as const

/** What was handed in last. */
export interface LastHandedIn {
  /** 0 for what was first handed in. */
  readonly number: number
  /** Null when it was written here. */
  readonly fileId: string | null
  readonly isAfterDeadline: boolean
}
