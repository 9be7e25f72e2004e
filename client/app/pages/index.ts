import type { RouteObject } from 'react-router'
import { activityRoute } from '../../common/activity/index.js'
import { bodyListRoute, bodyRoute } from '../../roadmap/bodies/index.js'
import { gapListRoute, gapRoute } from '../../roadmap/gaps/index.js'
import { itemListRoute, itemRoute } from '../../roadmap/items/index.js'
import { principleListRoute } from '../../roadmap/principles/index.js'
import { meRoute, registerRoute, revokeTokenRoute, signInLinkRoute, signInRoute } from '../../common/identity/index.js'
import { groupListRoute, groupRoute } from '../../process/groups/index.js'
import {
  announceMeetingRoute,
  cancelMeetingRoute,
  editMeetingRoute,
  meetingRoute,
  moveMeetingRoute,
  newMeetingRoute,
  publishDateRoute,
} from '../../process/meetings/index.js'
import type { RouteTools } from '../routes.js'
import { homeRoute } from './home/index.js'

/** Pages that mix storeys, and the routes of the rooms. One line an address. */
export function makePageRoutes(tools: RouteTools): RouteObject[] {
  return [
    homeRoute(tools),
    itemListRoute(tools),
    itemRoute(tools),
    gapListRoute(tools),
    gapRoute(tools),
    principleListRoute(tools),
    bodyListRoute(tools),
    bodyRoute(tools),
    signInRoute(tools),
    signInLinkRoute(tools),
    registerRoute(tools),
    meRoute(tools),
    revokeTokenRoute(tools),
    groupListRoute(tools),
    groupRoute(tools),
    newMeetingRoute(tools),
    meetingRoute(tools),
    moveMeetingRoute(tools),
    editMeetingRoute(tools),
    announceMeetingRoute(tools),
    cancelMeetingRoute(tools),
    publishDateRoute(tools),
    activityRoute(tools),
  ]
}
