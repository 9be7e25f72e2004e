/** Right to left and left to right in one text. */
export { directions } from './direction-plugin.js'
