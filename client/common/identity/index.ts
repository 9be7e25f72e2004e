/** Signing in, registering, one's own account. */
export { meRoute, revokeTokenRoute } from './me.route.js'
export { returnAddress } from './return-address.js'
export { registerRoute, signInLinkRoute, signInRoute } from './sign-in.route.js'
