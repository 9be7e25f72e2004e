export { ProvenanceModule } from './provenance.module.js'
export { provenanceField } from './provenance.resolver.js'
export { provenanceOf, sourceColumns, type GivenSource, type Provenance } from './provenance.js'
export { Sourced } from './sourced.entity.js'
