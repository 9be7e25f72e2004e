import { spawnSync } from 'node:child_process'
import { chownSync, existsSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { StartFailure } from '#server/platform/errors/index.js'
import type { Binaries } from './binaries.js'
import type { Places } from './cluster.js'

/**
 * As whom the server runs. PostgreSQL refuses root, so root lends it another account: the owner of an existing cluster, else `postgres`,
 * else `nobody`. Where that account cannot reach the folder or the programs (below /root, say), a user namespace in which root has another
 * number: the files stay root's.
 */
export interface Account {
  /** Passed on to `spawn`. */
  readonly ids: { readonly uid?: number; readonly gid?: number }
  /** Words before the command. */
  readonly prefix: readonly string[]
  /** Who must own the cluster; null when that is us anyway. */
  readonly owner: { readonly uid: number; readonly gid: number } | null
}

export function chooseAccount(places: Places, binaries: Binaries): Account {
  if (process.getuid?.() !== 0) {
    if (!existsSync(places.cluster)) requireName()
    return { ids: {}, prefix: [], owner: null }
  }
  const ids = ownerOf(places.cluster) ?? inPasswd('postgres') ?? inPasswd('nobody') ?? { uid: 65534, gid: 65534 }
  if (mayPass(dirname(places.cluster), ids) && mayPass(dirname(binaries.postgres), ids))
    return { ids, prefix: [], owner: ids }

  const prefix = ['unshare', '--user', '--map-user=65534', '--map-group=65534']
  const attempt = spawnSync(prefix[0]!, [...prefix.slice(1), 'true'])
  if (attempt.status !== 0)
    throw new StartFailure(
      `PostgreSQL does not run as root, and no other account can reach ${dirname(places.cluster)} and ${dirname(binaries.postgres)}. ` +
        'Start Rapporteur as an ordinary user, choose another folder with DATA_DIR, or set DATABASE_URL.',
    )
  return { ids: {}, prefix, owner: { uid: 0, gid: 0 } }
}

/** Hands a tree over, its top last, so that an interrupted hand-over is done again. */
export function handOver(path: string, account: Account): void {
  const { owner } = account
  if (!owner || lstatSync(path).uid === owner.uid) return
  const walk = (at: string): void => {
    if (lstatSync(at).isDirectory()) for (const name of readdirSync(at)) walk(join(at, name))
    chownSync(at, owner.uid, owner.gid)
  }
  walk(path)
}

/** initdb wants a name for the user it runs as; a container with a bare number has none. */
function requireName(): void {
  try {
    userInfo()
  } catch (cause) {
    throw new StartFailure(
      `The user ${process.getuid?.()} has no entry in the list of users, and the embedded PostgreSQL cannot be set up without one. ` +
        'Set DATABASE_URL to a PostgreSQL of your own, or start Rapporteur as a user with a name.',
      { cause },
    )
  }
}

type Ids = { uid: number; gid: number }

function ownerOf(path: string): Ids | null {
  if (!existsSync(path)) return null
  const { uid, gid } = statSync(path)
  return uid === 0 ? null : { uid, gid }
}

function inPasswd(name: string): Ids | null {
  if (!existsSync('/etc/passwd')) return null
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : null
}

/** Whether an account may enter a folder and all above it, by their permission bits. */
function mayPass(folder: string, { uid, gid }: Ids): boolean {
  for (let at = folder; ; at = dirname(at)) {
    const { mode, uid: owner, gid: group } = statSync(at)
    const bit = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001
    if ((mode & bit) === 0) return false
    if (at === dirname(at)) return true
  }
}
