export { PrinciplesModule } from './principles.module.js'
export { Principles, type RecordPrinciple } from './principles.service.js'
export { Principle } from './principle.entity.js'
export { principlesById, type PrincipleRow } from './principles.list.js'
