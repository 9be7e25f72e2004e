/** A queue on PostgreSQL: work that outlives a request, a crash and a restart. */
export { Jobs, type JobHandler, type JobOptions } from './jobs.service.js'
export { JobsModule } from './jobs.module.js'
