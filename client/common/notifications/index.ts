/** What one follows and keeps, and its news. */
export { FollowButton } from './FollowButton.js'
export { KeepView } from './KeepView.js'
export { noticesRoute } from './notices.route.js'
export { followsRoute, keepViewRoute, renameViewRoute, unsubscribeRoute } from './notifications.route.js'
