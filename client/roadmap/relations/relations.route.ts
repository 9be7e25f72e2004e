/** The pages on which relations of an item are recorded, changed and ended. */
import type { LoaderFunctionArgs, RouteObject } from 'react-router'
import {
  ChangeRelationDocument,
  EndRelationDocument,
  ItemChoicesDocument,
  RecordRelationDocument,
  RelationToChangeDocument,
  type ItemChoiceFragment,
  type RelationToChangeQuery,
} from '#schema/generated/operations.js'
import type { SentForm } from '../../app/forms.js'
import { newKey } from '../../app/new-key.js'
import type { RouteTools } from '../../app/routes.js'
import { found, orRefuse, refuseWith, type RefusalSeen } from '../../api/index.js'
import { itemToChange, type ItemToChange } from '../items/change-item.route.js'
import { changeAction, itemHref, sentSource } from '../parts/index.js'
import { ChangeRelation } from './ChangeRelation.js'
import { NewRelation } from './NewRelation.js'
import { readStatement } from './statements.js'

export interface NewRelationData {
  readonly item: ItemToChange
  /** What was looked for, as the address says; empty before. */
  readonly sought: string
  /** What may be meant by it, best first. */
  readonly choices: readonly ItemChoiceFragment[]
  readonly idempotencyKey: string
}

/** What a form says of a relation besides its items and its type. */
const saidOf = (sent: SentForm) => ({
  since: sent.optional('since'),
  clause: sent.optional('clause'),
  evidence: sent.optional('evidence'),
  note: sent.optional('note'),
  source: sentSource(sent),
})

/** Whatever is wrong with either item is told where the other one is chosen: this one is given. */
const atTheOther = (refusal: RefusalSeen): RefusalSeen =>
  /(^|\.)(from|to)$/.test(refusal.field ?? '') ? { ...refusal, field: 'other' } : refusal

/** `/items/<slug>/relations/new?sought=L.1801`: the address holds what was looked for; below stands the form for what was found. */
export const newRelationRoute = (tools: RouteTools): RouteObject => ({
  path: 'items/:slug/relations/new',
  Component: NewRelation,
  loader: async ({ params, request }: LoaderFunctionArgs): Promise<NewRelationData> => {
    const item = await itemToChange(tools, params['slug'])
    const sought = (new URL(request.url).searchParams.get('sought') ?? '').trim().slice(0, 200)
    const choices = sought === '' ? [] : await choicesFor(tools, sought)
    return { item, sought, choices, idempotencyKey: newKey() }
  },
  action: changeAction(tools, {
    act(sent, params) {
      const statement = readStatement(sent.text('says'))
      const other = sent.text('other')
      if (!statement || !other) {
        return [
          ...(other ? [] : [{ field: 'other', sentence: tools.words('relation.otherMissing') }]),
          ...(statement ? [] : [{ field: 'says', sentence: tools.words('relation.saysMissing') }]),
        ]
      }
      const here = params['slug'] ?? ''
      const [from, to] = statement.isOutgoing ? [here, other] : [other, here]
      return tools.api(RecordRelationDocument, {
        input: { idempotencyKey: sent.text('idempotencyKey'), from, type: statement.type, to, ...saidOf(sent) },
      })
    },
    leadsTo: (_done, params) => `${itemHref(params['slug'] ?? '')}#relations`,
    place: atTheOther,
  }),
})

/** Those that have the name, then those that a search finds, each once. */
async function choicesFor({ api }: RouteTools, sought: string): Promise<ItemChoiceFragment[]> {
  const { itemsNamed, items } = await orRefuse(api(ItemChoicesDocument, { sought }))
  const bySlug = new Map([...itemsNamed, ...items.nodes].map((item) => [item.slug, item]))
  return [...bySlug.values()].slice(0, 12)
}

export interface ChangeRelationData {
  readonly item: ItemToChange
  readonly relation: NonNullable<RelationToChangeQuery['relation']>
}

/** `/items/<slug>/relations/<id>/edit` */
export const changeRelationRoute = (tools: RouteTools): RouteObject => ({
  path: 'items/:slug/relations/:relation/edit',
  Component: ChangeRelation,
  // Also after a refusal: a form that was STALE shows the new state.
  shouldRevalidate: () => true,
  loader: async ({ params }: LoaderFunctionArgs): Promise<ChangeRelationData> => {
    const [item, { relation }] = await Promise.all([
      itemToChange(tools, params['slug']),
      orRefuse(tools.api(RelationToChangeDocument, { id: idIn(params) })),
    ])
    if (!found(relation).viewerMay.includes('EDIT')) throw refuseWith('FORBIDDEN')
    const isOfItem = [relation?.from.slug, relation?.to.slug].includes(item.slug)
    return { item, relation: found(isOfItem ? relation : null) }
  },
  action: changeAction<unknown>(tools, {
    act(sent, params) {
      const target = { id: idIn(params), expectedRevision: Number(sent.text('expectedRevision')) }
      if (sent.text('form') === 'change')
        return tools.api(ChangeRelationDocument, { input: { ...target, ...saidOf(sent) } })
      const reason = sent.text('reason')
      if (!reason) return [{ field: 'reason', sentence: tools.words('relation.reasonMissing') }]
      return tools.api(EndRelationDocument, { input: { ...target, until: sent.optional('until'), reason } })
    },
    leadsTo: (_done, params) => `${itemHref(params['slug'] ?? '')}#relations`,
  }),
})

/** The relation that the address names; what is no id is not found. */
const idIn = (params: LoaderFunctionArgs['params']): string =>
  found(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.exec(params['relation'] ?? '')?.[0])
