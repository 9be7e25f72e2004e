// Which Node runs the product: the packaged Node 24 of this platform, else the one that runs this script when it is new enough.
// Plain JavaScript without dependencies: it must work under Node 20.19, before anything else does.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const needed = [24, 15]

const isNewEnough = (version) => {
  const [major, minor] = version.replace(/^v/, '').split('.').map(Number)
  return major > needed[0] || (major === needed[0] && minor >= needed[1])
}

/** The program to run; or a sentence that says what is missing, as `{ problem }`. */
export function findNode(root, { platform, arch, execPath, version } = process) {
  if (isNewEnough(version)) return { node: execPath }
  const name = `node-${platform === 'win32' ? 'win' : platform}-${arch}`
  const packaged = join(root, 'node_modules', name, 'bin', platform === 'win32' ? 'node.exe' : 'node')
  const wanted = `Node ${needed.join('.')} or newer`
  if (!existsSync(packaged))
    return {
      problem: `Rapporteur needs ${wanted}; this is ${version}, and npm has no Node to bring along for ${platform} ${arch}. Install ${wanted} and try again.`,
    }
  // On a system with another C library (Alpine) the file is there and cannot run.
  if (spawnSync(packaged, ['--version']).status !== 0)
    return {
      problem: `The Node that npm brought along does not run on this system (${packaged}). Install ${wanted} and try again.`,
    }
  return { node: packaged }
}
