export { Checks, type CheckFact } from './checks.service.js'
export { ChecksModule } from './checks.module.js'
