import type { LoggerService } from '@nestjs/common'
import type { Log } from './log.js'

/** What Nest itself has to say goes into our log. Its start-up chatter (every route, every module) is for debugging. */
export function nestLog(log: Log): LoggerService {
  const at =
    (level: 'fatal' | 'error' | 'warn' | 'debug' | 'trace') =>
    (message: unknown, ...more: unknown[]) => {
      const context = more.at(-1)
      const fields = {
        ...(typeof context === 'string' && more.length > 0 ? { context } : {}),
        ...(message instanceof Error ? { error: message } : {}),
        ...(more.length > 1 && typeof more[0] === 'string' ? { stack: more[0] } : {}),
      }
      log[level](fields, message instanceof Error ? message.message : String(message))
    }
  return {
    log: at('debug'),
    error: at('error'),
    warn: at('warn'),
    debug: at('debug'),
    verbose: at('trace'),
    fatal: at('fatal'),
  }
}
