/** What a text says by itself, drawn beside what is written in it. */
export { generated, timesComputed, type GeneratedOptions } from './generated-plugin.js'
