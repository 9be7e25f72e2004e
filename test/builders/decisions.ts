import type { DataSource } from 'typeorm'
import type { DecisionKind } from '#schema/vocabulary/decisions.js'
import { newId } from '#server/platform/database/index.js'

/**
 * A decision of a group as it stands in the record, put there without the verb that records one: for tests of what rests on it. Columns that a
 * decision has besides those named here keep what the record gives.
 */
export async function aDecision(
  dataSource: DataSource,
  group: { readonly id: string },
  given: {
    readonly meetingId?: string
    readonly decidedOn: string
    readonly text?: string
    readonly kind?: DecisionKind
    readonly reversesId?: string
  },
): Promise<{ readonly id: string; readonly number: number }> {
  const id = newId()
  const [row] = (await dataSource.query(
    `insert into decision select (jsonb_populate_record(null::decision, jsonb_build_object(
       'id', $1::uuid, 'group_id', $2::uuid, 'meeting_id', $3::uuid, 'decided_on', $4::date, 'text', $5::text, 'visibility', 'PUBLIC',
       'kind', $6::text, 'reverses_id', $7::uuid, 'presence', 'ANY', 'revision', 1, 'recorded_at', now(),
       'number', 1 + (select coalesce(max(number), 0) from decision where group_id = $2::uuid)))).*
     returning number`,
    [
      id,
      group.id,
      given.meetingId ?? null,
      given.decidedOn,
      given.text ?? 'Approves the text.',
      given.kind ?? 'APPROVED',
      given.reversesId ?? null,
    ],
  )) as [{ number: number }]
  return { id, number: row.number }
}
