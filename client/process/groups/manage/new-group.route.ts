import type { LoaderFunctionArgs, RouteObject } from 'react-router'
import { CreateGroupDocument, NewGroupPageDocument, type BodyChoiceFragment } from '#schema/generated/operations.js'
import { firstGroupStates, groupKinds, lifetimeAnchors } from '#schema/vocabulary/groups.js'
import { visibilityLevels } from '#schema/vocabulary/visibility.js'
import type { SentForm } from '../../../app/forms.js'
import { newKey } from '../../../app/new-key.js'
import type { RouteTools } from '../../../app/routes.js'
import { orRefuse, refuseWith } from '../../../api/index.js'
import { bodyChoices } from '../../../roadmap/items/change-item.route.js'
import { changeAction, missing } from '../../../roadmap/parts/index.js'
import { groupHref } from './GroupHead.js'
import { NewGroup } from './NewGroup.js'

export interface NewGroupData {
  bodies: readonly BodyChoiceFragment[]
  /** The parent that the address proposes; empty when it proposes none. */
  parent: string
  idempotencyKey: string
}

/** Null when only the name of the other body is empty, which is what one leaves out for a body of the register. */
const newParent = (sent: SentForm) =>
  sent.text('newParentName') ? { name: sent.text('newParentName'), acronym: sent.optional('newParentAcronym') } : null

/** `/groups/new?parent=itu-t-sg5`: one form, so that a group can be set up in a fresh database. */
export const newGroupRoute = (tools: RouteTools): RouteObject => ({
  path: 'groups/new',
  Component: NewGroup,
  loader: async ({ request }: LoaderFunctionArgs): Promise<NewGroupData> => {
    const { viewer } = await orRefuse(tools.api(NewGroupPageDocument, {}))
    if (!viewer.viewerMay.includes('REGISTER_EDIT')) throw refuseWith('FORBIDDEN')
    const parent = new URL(request.url).searchParams.get('parent') ?? ''
    return { bodies: await bodyChoices(tools), parent, idempotencyKey: newKey() }
  },
  action: changeAction(tools, {
    act(sent) {
      const { words } = tools
      const wrong = [
        ...missing(sent, words('groupSetting.nameMissing'), 'name'),
        ...(sent.text('parent') || sent.text('newParentName')
          ? []
          : [{ field: 'parent', sentence: words('newGroup.parentMissing') }]),
        ...(/^\d{0,3}$/.test(sent.text('lifetimeMonths'))
          ? []
          : [{ field: 'lifetimeMonths', sentence: words('groupSetting.field.notANumber') }]),
      ]
      if (wrong.length > 0) return wrong
      const made = newParent(sent)
      return tools.api(CreateGroupDocument, {
        input: {
          name: sent.text('name'),
          acronym: sent.optional('acronym'),
          slug: sent.optional('slug'),
          kind: groupKinds.find((one) => one === sent.text('kind')) ?? 'FOCUS_GROUP',
          state: firstGroupStates.find((one) => one === sent.text('state')) ?? 'PROPOSED',
          parent: made ? null : sent.text('parent'),
          newParent: made,
          body: sent.optional('body'),
          ruleset: sent.text('ruleset'),
          deadlineZone: sent.text('deadlineZone'),
          workingLanguage: sent.text('workingLanguage') || 'en',
          termsApprovedOn: sent.optional('termsApprovedOn'),
          announcedOn: sent.optional('announcedOn'),
          lifetimeMonths: sent.text('lifetimeMonths') ? Number(sent.text('lifetimeMonths')) : null,
          lifetimeAnchor: lifetimeAnchors.find((one) => one === sent.text('lifetimeAnchor')) ?? 'FIRST_MEETING',
          aim: sent.optional('aim'),
          url: sent.optional('url'),
          visibility: visibilityLevels.find((one) => one === sent.text('visibility')) ?? 'PUBLIC',
          source: sent.optional('source'),
          idempotencyKey: sent.text('idempotencyKey'),
        },
      })
    },
    leadsTo: ({ createGroup }) => groupHref(createGroup),
  }),
})
