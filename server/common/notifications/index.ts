/** What people follow, and what they hear of it. */
export { NotificationsModule } from './notifications.module.js'
export { Digests } from './digests.service.js'
export { Digest, type DigestFrequency } from './digest.entity.js'
export { DigestLink } from './digest-link.entity.js'
export { Follow, type FollowKind } from './follow.entity.js'
export { Follows } from './follows.service.js'
export { SavedView } from './saved-view.entity.js'
export { SavedViews } from './saved-views.service.js'
