import {
  DATE_KINDS,
  IMPACTS,
  ITEM_STATUSES,
  ITEM_TYPES,
  LIFECYCLE_STAGES,
  TOPICS,
  type ItemType,
} from '#schema/vocabulary/register.js'
import type { SentForm } from '../../app/forms.js'
import { sentSource } from '../parts/index.js'

/** The values of a closed list that were ticked, in its order. */
const ticked = <Value extends string>(sent: SentForm, name: string, list: readonly Value[]): Value[] => {
  const given = new Set(sent.all(name))
  return list.filter((value) => given.has(value))
}

/** All that a form says of an item besides its names and stages. */
export const sentFacts = (sent: SentForm) => ({
  body: sent.text('body'),
  committee: sent.optional('committee'),
  type: (ITEM_TYPES.find((type) => type === sent.text('type')) ?? 'STANDARD') satisfies ItemType,
  // A date has the name of its kind, for that is where a refusal of it points.
  dates: DATE_KINDS.flatMap((kind) => {
    const on = sent.text(kind)
    return on === '' ? [] : [{ kind, on }]
  }),
  topics: ticked(sent, 'topics', TOPICS),
  lifecycleStages: ticked(sent, 'lifecycleStages', LIFECYCLE_STAGES),
  impacts: ticked(sent, 'impacts', IMPACTS),
  scopeNote: sent.optional('scopeNote'),
  equivalents: sent.lines('equivalents'),
  url: sent.optional('url'),
  moreUrls: sent.lines('moreUrls'),
  source: sentSource(sent),
})

/** The coarse status that a form gives where the stage is not known. */
export const sentStatus = (sent: SentForm) => ITEM_STATUSES.find((status) => status === sent.text('status')) ?? null

/** What is to happen on a planned date. */
export const sentKind = (sent: SentForm) => DATE_KINDS.find((kind) => kind === sent.text('kind')) ?? 'PUBLISHED'
