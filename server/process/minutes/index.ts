/** Minutes of meetings, whose records are rows of the group's record. */
export { FreezingMinutes } from './freezing-minutes.service.js'
export { Following } from './following.service.js'
export { Minutes, MinutesClause } from './minutes.entity.js'
export { minutesByMeeting, recordsByDocument, versionsByMinutes } from './minutes.loader.js'
export { MinutesModule } from './minutes.module.js'
export { MinutesRecord } from './minutes-record.entity.js'
export { MinutesVersion } from './minutes-version.entity.js'
export { MinutesOfMeetings } from './minutes.service.js'
