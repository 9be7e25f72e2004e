/** The live room of a meeting: where it is, who speaks, what is approved together. */
export { ProceedingsModule } from './proceedings.module.js'
export { Proceedings, type MoveRoom } from './proceedings.service.js'
