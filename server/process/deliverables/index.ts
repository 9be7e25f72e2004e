/** Planned outputs of groups: their way to the parent, the gaps they are meant to close, what became of them. */
export { Deliverable } from './deliverable.entity.js'
export { deliverablesByGroup, deliverablesById, lineageByItem } from './deliverables.loader.js'
export { DeliverablesModule } from './deliverables.module.js'
export { Deliverables, type AddLineage, type RecordDeliverable } from './deliverables.service.js'
export { DeliverableLineage } from './lineage.entity.js'
