/** Settings, read once from the environment and checked. */
export {
  Settings,
  WrongSetting,
  demoMode,
  readSettings,
  type LogLevel,
  type OidcSettings,
  type S3Settings,
} from './settings.js'
export { isDemoRequest } from './demo-request.js'
export { isLoopback } from './loopback.js'
