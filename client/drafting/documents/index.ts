/** Where texts are written. */
export { roomRoute } from './room.route.js'
