export { FramesList } from './FramesList.js'
export { Outline, type OutlineActs } from './Outline.js'
export { nameOfRow } from './names.js'
export { rowsOf, type OutlineRow } from './rows.js'
