export { numberedLines, numbers, numbersOf, type NumberingOptions } from './numbers-plugin.js'
export { labelOfNumber, mannerOfAnnex } from './label.js'
