/** The live room of a meeting. */
export { roomRoute } from './room.route.js'
