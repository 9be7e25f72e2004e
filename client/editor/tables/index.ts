/** Tables: how they are selected, changed and walked through. `tables()` stands before the keys of the text. */
export { cellRange, CellRange } from './cell-range.js'
export { evened, gridOf, isEven, withColumn, withRow, type Grid, type Slot } from './grid.js'
export { replaceChanged, tableActions, tableCommands, tableHere } from './table-commands.js'
export { leaveFrame, tableKeyList } from './table-keys.js'
export { widthsOf, withWidths } from './widths.js'
export { pasteCells, tables } from './table-plugin.js'
