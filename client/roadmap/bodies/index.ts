export { bodyListRoute, bodyRoute } from './bodies.route.js'
export { hueOf } from './hue.js'
