/** The pages that change an item. Each is a form that posts to its own address and comes back to the item when it is done. */
import type { LoaderFunctionArgs, RouteObject } from 'react-router'
import {
  BodyChoicesDocument,
  ItemRenamePreviewDocument,
  ItemToChangeDocument,
  RecordItemPlanDocument,
  RecordItemStageDocument,
  RecordItemTitleDocument,
  RenameItemDocument,
  UpdateItemDocument,
  type BodyChoiceFragment,
  type BodyChoicesQuery,
  type ItemRenamePreviewQuery,
  type ItemToChangeQuery,
} from '#schema/generated/operations.js'
import { fieldRefusals, type SentForm } from '../../app/forms.js'
import type { RouteTools } from '../../app/routes.js'
import { found, orAnswer, orRefuse, refuseWith } from '../../api/index.js'
import type { FieldRefusal } from '../../ui/index.js'
import { changeAction, itemHref, sentSource } from '../parts/index.js'
import { EditItem } from './EditItem.js'
import { sentFacts, sentKind, sentStatus } from './item-form.js'
import { PlanItem } from './PlanItem.js'
import { RenameItem } from './RenameItem.js'
import { StageItem } from './StageItem.js'
import { TitleItem } from './TitleItem.js'

export type ItemToChange = NonNullable<ItemToChangeQuery['item']>

export interface ChangeItemData {
  readonly item: ItemToChange
}

/** All bodies, by name: there are some hundreds of them at most. */
export async function bodyChoices({ api }: RouteTools): Promise<BodyChoiceFragment[]> {
  const bodies: BodyChoiceFragment[] = []
  for (let after: string | null = null; ;) {
    const answer: BodyChoicesQuery = await orRefuse(api(BodyChoicesDocument, { after }))
    bodies.push(...answer.bodies.nodes)
    if (!answer.bodies.pageInfo.hasNextPage) return bodies
    after = answer.bodies.pageInfo.endCursor
  }
}

/** The item as it stands, for whoever may change it. */
export async function itemToChange({ api }: RouteTools, slug: string | undefined): Promise<ItemToChange> {
  const item = found((await orRefuse(api(ItemToChangeDocument, { item: found(slug) }))).item)
  if (!item.viewerMay.includes('EDIT')) throw refuseWith('FORBIDDEN')
  return item
}

/** A page under the item's address, whose form is carried out by `act`. */
export const changeItemRoute = <Data extends ChangeItemData>(
  tools: RouteTools,
  name: string,
  Component: RouteObject['Component'],
  load: (item: ItemToChange, asked: URLSearchParams) => Promise<Data> | Data,
  act: (sent: SentForm) => Promise<unknown>,
): RouteObject => ({
  path: `items/:slug/${name}`,
  Component,
  // Also after a refusal: a form that was STALE shows the new state.
  shouldRevalidate: () => true,
  loader: async ({ params, request }: LoaderFunctionArgs): Promise<Data> =>
    load(await itemToChange(tools, params.slug), new URL(request.url).searchParams),
  action: changeAction(tools, {
    act,
    leadsTo: (_done, params) => itemHref(found(params['slug'])),
  }),
})

/** The item that a form is about, and the revision that its sender saw. */
export const target = (sent: SentForm) => ({
  item: sent.text('item'),
  expectedRevision: Number(sent.text('expectedRevision')),
})

export interface EditItemData extends ChangeItemData {
  readonly bodies: readonly BodyChoiceFragment[]
}

export const editItemRoute = (tools: RouteTools): RouteObject =>
  changeItemRoute(
    tools,
    'edit',
    EditItem,
    async (item): Promise<EditItemData> => ({ item, bodies: await bodyChoices(tools) }),
    (sent) => {
      const { source, ...facts } = sentFacts(sent)
      return tools.api(UpdateItemDocument, { input: { ...target(sent), ...facts, ...(source && { source }) } })
    },
  )

export interface RenameItemData extends ChangeItemData {
  /** What was asked for in the address; empty before. */
  readonly asked: { readonly designation: string; readonly title: string }
  /** What it would do; null before a name was given, or when it was refused. */
  readonly preview: ItemRenamePreviewQuery['itemRename'] | null
  readonly refusals: readonly FieldRefusal[]
}

/** In two steps: the address holds the new name and shows what it does; only then the form that renames. */
export const renameItemRoute = (tools: RouteTools): RouteObject =>
  changeItemRoute(
    tools,
    'rename',
    RenameItem,
    async (item, params): Promise<RenameItemData> => {
      const { api, words } = tools
      const asked = {
        designation: params.get('designation')?.trim() ?? '',
        title: params.get('title')?.trim() ?? '',
      }
      if (!params.has('designation')) return { item, asked, preview: null, refusals: [] }
      const { done, refusals } = await orAnswer(
        api(ItemRenamePreviewDocument, { input: { item: item.slug, designation: asked.designation } }),
      )
      return refusals
        ? { item, asked, preview: null, refusals: fieldRefusals(refusals, words) }
        : { item, asked, preview: done.itemRename, refusals: [] }
    },
    (sent) =>
      tools.api(RenameItemDocument, {
        input: {
          ...target(sent),
          designation: sent.text('designation'),
          title: sent.optional('title'),
          on: sent.optional('on'),
          source: sentSource(sent),
        },
      }),
  )

export const titleItemRoute = (tools: RouteTools): RouteObject =>
  changeItemRoute(
    tools,
    'title',
    TitleItem,
    (item): ChangeItemData => ({ item }),
    (sent) =>
      tools.api(RecordItemTitleDocument, {
        input: {
          ...target(sent),
          lang: sent.text('lang'),
          title: sent.text('title'),
          on: sent.optional('on'),
          source: sentSource(sent),
        },
      }),
  )

export const stageItemRoute = (tools: RouteTools): RouteObject =>
  changeItemRoute(
    tools,
    'stage',
    StageItem,
    (item): ChangeItemData => ({ item }),
    (sent) =>
      tools.api(RecordItemStageDocument, {
        input: {
          ...target(sent),
          nativeStage: sent.optional('nativeStage'),
          status: sentStatus(sent),
          on: sent.optional('on'),
          isCorrection: sent.isTicked('isCorrection'),
          reason: sent.optional('reason'),
          source: sentSource(sent),
        },
      }),
  )

export const planItemRoute = (tools: RouteTools): RouteObject =>
  changeItemRoute(
    tools,
    'plan',
    PlanItem,
    (item): ChangeItemData => ({ item }),
    (sent) =>
      tools.api(RecordItemPlanDocument, {
        input: {
          ...target(sent),
          kind: sentKind(sent),
          plannedOn: sent.optional('plannedOn'),
          source: sentSource(sent),
        },
      }),
  )
