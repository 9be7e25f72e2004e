import { isatty } from 'node:tty'
import { pino, stdSerializers, type DestinationStream, type Logger } from 'pino'

/** The structured log. Entries are sentences with fields; never a password, a token, or personal data beyond an id. */
export type Log = Logger

const standardError = 2

/**
 * Opens the log on standard error: one JSON object a line for machines, one short line for a person at a terminal. Standard output is kept
 * for what was asked for.
 */
export function openLog(level: string, isTerminal = isatty(standardError)): Log {
  return pino(
    {
      level,
      base: { pid: process.pid },
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { error: stdSerializers.err },
    },
    isTerminal ? readable(process.stderr) : pino.destination({ dest: standardError, sync: true }),
  )
}

const forMachines = new Set(['level', 'time', 'pid', 'msg', 'error'])

/** `14:02:31 warn  The mail server does not answer. {"host":"…"}`, and below it the stack of an error. */
export function readable(out: { write(text: string): unknown }): DestinationStream {
  return {
    write(line) {
      const entry = JSON.parse(line) as Record<string, unknown> & { error?: { stack?: string; message?: string } }
      const rest = Object.entries(entry).filter(([name]) => !forMachines.has(name))
      const fields = rest.length > 0 ? ` ${JSON.stringify(Object.fromEntries(rest))}` : ''
      const stack = entry.error ? `\n${entry.error.stack ?? entry.error.message ?? ''}` : ''
      const time = String(entry.time).slice(11, 19)
      out.write(`${time} ${String(entry.level).padEnd(5)} ${String(entry.msg ?? '')}${fields}${stack}\n`)
    },
  }
}
