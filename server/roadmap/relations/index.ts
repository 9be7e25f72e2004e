export { RelationsModule } from './relations.module.js'
export { Relations, type RecordRelation } from './relations.service.js'
export { Relation } from './relation.entity.js'
export { relationsOfItem, type ItemRelation } from './relations.loader.js'
