/** How the room behaves: what a text begins with, words counted, the text alone. */
export { Beginnings } from './Beginnings.js'
export { useFocusMode } from './focus-mode.js'
export { WordCount } from './WordCount.js'
export { WordCounter } from './word-counter.js'
