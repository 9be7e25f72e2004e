import { spawn, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))

export interface Program {
  readonly child: ChildProcess
  readonly pid: number
  /** Everything it has said so far. */
  readonly out: { readonly stdout: string; readonly stderr: string }
  /** Waits for a line of its output; fails when the program ends without having said it. */
  says(pattern: RegExp): Promise<RegExpExecArray>
  /** Waits until it is ready and answers with its address. */
  ready(): Promise<string>
  /** Waits for its end. */
  ended(): Promise<{ code: number | null; signal: NodeJS.Signals | null }>
}

export interface ProgramOptions {
  readonly env?: Readonly<Record<string, string>>
  /** Run it as another user; for root only. */
  readonly uid?: number
  /** Script and arguments; the server from its sources when not given. */
  readonly args?: readonly string[]
  /** Opens a channel for messages, as `fork` does. */
  readonly channel?: boolean
}

const started = new Set<ChildProcess>()

/** The real program in a process of its own, with nothing of our environment but what is given. */
export function startProgram({ env = {}, uid, args, channel = false }: ProgramOptions = {}): Program {
  const child = spawn(process.execPath, args ?? ['--import', './scripts/ts-hook.mjs', 'server/main.ts'], {
    cwd: root,
    env: { PATH: process.env.PATH, PORT: '0', LOG_LEVEL: 'debug', ...env },
    stdio: ['ignore', 'pipe', 'pipe', ...(channel ? (['ipc'] as const) : [])],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  })
  started.add(child)
  const out = { stdout: '', stderr: '' }
  const listeners = new Set<() => void>()
  const heard = () => listeners.forEach((listener) => listener())
  child.stdout!.setEncoding('utf8').on('data', (text: string) => ((out.stdout += text), heard()))
  child.stderr!.setEncoding('utf8').on('data', (text: string) => ((out.stderr += text), heard()))
  const end = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) =>
    child.on('close', (code, signal) => {
      started.delete(child)
      resolve({ code, signal })
    }),
  )

  const says = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const look = () => {
        const found = pattern.exec(out.stdout) ?? pattern.exec(out.stderr)
        if (!found) return
        listeners.delete(look)
        resolve(found)
      }
      listeners.add(look)
      look()
      void end.then(({ code }) => reject(new Error(`It ended (${code}) without saying ${pattern}:\n${out.stderr}`)))
    })

  return {
    child,
    pid: child.pid!,
    out,
    says,
    ready: async () => (await says(/^Rapporteur is ready at (\S+)$/m))[1]!,
    ended: () => end,
  }
}

/** For `afterEach`: nothing that a failed test started stays behind. */
export async function stopPrograms(): Promise<void> {
  await Promise.all(
    [...started].map((child) => {
      const gone = new Promise((resolve) => child.once('close', resolve))
      child.kill('SIGTERM')
      return gone
    }),
  )
}
