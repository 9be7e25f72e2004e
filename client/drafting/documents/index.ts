/** Where texts are written. */
export { readingHref, roomHref } from './addresses.js'
export { roomRoute } from './room.route.js'
