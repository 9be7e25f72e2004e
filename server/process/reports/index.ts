/** Reports of meetings, and on progress to the parent group. */
export type { StatementFact } from './facts.js'
export { FrozenReports, type FreezeReport } from './freezing.service.js'
export { reportByMeeting, reportsByGroup, reportsById, versionsByReport } from './reports.loader.js'
export { Report } from './report.entity.js'
export { ReportVersion } from './report-version.entity.js'
export { ReportsModule } from './reports.module.js'
export { Reports } from './reports.service.js'
export { StatementsTold, type StatementsAsked } from './statements-told.service.js'
