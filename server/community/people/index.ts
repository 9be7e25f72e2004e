/** A person and their affiliations over time. */
export { Affiliation } from './affiliation.entity.js'
export { affiliationsOf, peopleById, type PersonRow } from './people.loader.js'
export { People, type Forget, type NewAffiliation, type NewPerson } from './people.service.js'
export { PeopleModule } from './people.module.js'
