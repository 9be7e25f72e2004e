/** Where texts are written. */
export { newTextRoute } from './new-text.route.js'
export { roomRoute } from './room.route.js'
