export { EditionsModule } from './editions.module.js'
export { Editions, type CreateEdition, type RecordedEdition, type Verification } from './editions.service.js'
export { Snapshots } from './snapshots.service.js'
export { Edition } from './edition.entity.js'
