import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type RouteObject } from 'react-router'
import {
  GroupChangePreviewDocument,
  GroupSettingsPageDocument,
  UpdateGroupDocument,
  type BodyChoiceFragment,
  type GroupChangePreviewQuery,
  type GroupSettingsPageQuery,
} from '#schema/generated/operations.js'
import type { Words } from '#schema/words/index.js'
import { fieldRefusals, refuseForm, SentForm, sentForm, type Typed } from '../../../app/forms.js'
import type { RouteTools } from '../../../app/routes.js'
import { found, orAnswer, orRefuse, refuseWith } from '../../../api/index.js'
import { bodyChoices } from '../../../roadmap/items/change-item.route.js'
import type { FieldRefusal } from '../../../ui/index.js'
import { groupHref } from './GroupHead.js'
import { changedFields, notNumbers, sentChanges } from './sent-changes.js'
import { Settings } from './Settings.js'

export type GroupToSet = NonNullable<GroupSettingsPageQuery['group']>

export interface SettingsData {
  group: GroupToSet
  /** For whoever may say to whom the group reports. */
  bodies: readonly BodyChoiceFragment[]
  /** The form as the address has it; empty before anything was asked. */
  typed: Typed
  /** What would change; null before anything was asked, or when it was refused. */
  change: GroupChangePreviewQuery['groupChange'] | null
  /** Fields that would change, to be sent again when one confirms. */
  fields: readonly string[]
  refusals: readonly FieldRefusal[]
}

async function groupToSet({ api }: RouteTools, slug: string | undefined): Promise<GroupToSet> {
  const group = found((await orRefuse(api(GroupSettingsPageDocument, { slug: found(slug) }))).group)
  if (!group.viewerMay.includes('SETTINGS')) throw refuseWith('FORBIDDEN')
  return group
}

const wrongFields = (sent: SentForm, words: Words): FieldRefusal[] => [
  ...notNumbers(sent).map((field) => ({ field, sentence: words('groupSetting.field.notANumber') })),
  ...(sent.has('name') && !sent.text('name') ? [{ field: 'name', sentence: words('groupSetting.nameMissing') }] : []),
]

/** In two steps: the address holds the new values and shows what moves with them; only then the form that changes the group. */
export const groupSettingsRoute = (tools: RouteTools): RouteObject => ({
  path: 'groups/:slug/settings',
  Component: Settings,
  handle: { isExample: ({ group }: SettingsData) => group.isExample },
  // Also after a refusal: a form that was STALE shows the new state.
  shouldRevalidate: () => true,
  loader: async ({ params, request }: LoaderFunctionArgs): Promise<SettingsData> => {
    const { api, words } = tools
    const group = await groupToSet(tools, params['slug'])
    const bodies = group.viewerMay.includes('EDIT') ? await bodyChoices(tools) : []
    const asked = new SentForm(new URL(request.url).searchParams)
    const data = { group, bodies, typed: asked.typedWithout(), change: null, fields: [], refusals: [] }
    if (Object.keys(data.typed).length === 0) return data
    const wrong = wrongFields(asked, words)
    if (wrong.length > 0) return { ...data, refusals: wrong }
    const { done, refusals } = await orAnswer(
      api(GroupChangePreviewDocument, { input: { group: group.slug, changes: sentChanges(asked, group) } }),
    )
    return refusals
      ? { ...data, refusals: fieldRefusals(refusals, words) }
      : { ...data, change: done.groupChange, fields: changedFields(asked, group) }
  },
  action: async ({ params, request }: ActionFunctionArgs) => {
    const { api, words } = tools
    const sent = await sentForm(request)
    const group = await groupToSet(tools, params['slug'])
    const wrong = wrongFields(sent, words)
    if (wrong.length > 0) return refuseForm('settings', sent, wrong)
    const expectedRevision = Number(sent.text('expectedRevision'))
    const { refusals } = await orAnswer(
      api(UpdateGroupDocument, { input: { id: group.id, expectedRevision, changes: sentChanges(sent, group) } }),
    )
    if (!refusals) return redirect(`${groupHref(group)}/settings`)
    const codes = refusals.map(({ code }) => code)
    return refuseForm('settings', sent, fieldRefusals(refusals, words), { codes })
  },
})
