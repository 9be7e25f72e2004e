/** Planned outputs of groups: their way to the parent, the gaps they are meant to close, what became of them. */
export { Deliverable } from './deliverable.entity.js'
export { deliverablesByGroup, deliverablesById, lineageByItem } from './deliverables.loader.js'
export { DeliverablesModule } from './deliverables.module.js'
export {
  Deliverables,
  type AddLineage,
  type CreateDeliverable,
  type UpdateDeliverable,
  type RecordDeliverable,
} from './deliverables.service.js'
export { FrozenTexts, type FrozenColumns } from './frozen-texts.service.js'
export { FrozenVersion } from './frozen-version.entity.js'
export { frozenVersionsBy } from './frozen-versions.loader.js'
export { DeliverableLineage } from './lineage.entity.js'
export { deliverableByKey } from './deliverables.reads.js'
export { mayHavePackage } from './hand-overs.resolver.js'
export { HandOvers } from './hand-overs.service.js'
export { DeliverablePlans } from './plans.service.js'
export { Transmission } from './transmission.entity.js'
export { TransmittedPackage } from './transmitted-package.entity.js'
export { transmissionsByDeliverable, versionsByDeliverable } from './versions.loader.js'
export { DeliverableVersionsModule } from './versions.module.js'
export { DeliverableVersions } from './versions.service.js'
