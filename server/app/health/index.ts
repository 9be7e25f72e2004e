/** Whether the process runs and can serve. */
export { HealthModule } from './health.module.js'
