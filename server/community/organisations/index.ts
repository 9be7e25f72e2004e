/** Companies, ministries, universities. */
export { Organisation, type OrganisationKind } from './organisation.entity.js'
export { organisationsById } from './organisations.loader.js'
export { Organisations, type NewOrganisation } from './organisations.service.js'
export { OrganisationsModule } from './organisations.module.js'
