// `npm test`: one Jest run in native ESM, whose last line is `N passed, N failed`. Arguments go to Jest: `npm test -- -t DL-3`.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { run } from './child.mjs'
import { isBuilt } from './sources.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const wishes = process.argv.slice(2)

// Pages are tested as they are built. Whoever names files that need no page is spared the wait.
const paths = wishes.filter((wish) => !wish.startsWith('-') && /\/|\.tsx?$/.test(wish))
if (
  (paths.length === 0 || paths.some((path) => /test\/(journeys|app|drafting)|^test\/?$/.test(path))) &&
  !isBuilt(root)
) {
  console.error('Building first: the tests of pages run on what is built.')
  const code = await run(process.execPath, [join(root, 'scripts/build.mjs')], { cwd: root })
  if (code !== 0) {
    console.log('0 passed, 1 failed')
    process.exit(code)
  }
}

const folder = mkdtempSync(join(tmpdir(), 'rapporteur-jest-'))
let stoppedBy = null

/** One run of Jest; what it reports of each file, or null where it left no report. */
async function runJest(args) {
  const report = join(folder, 'results.json')
  rmSync(report, { force: true })
  const jest = spawn(
    process.execPath,
    [
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      join(root, 'node_modules/jest/bin/jest.js'),
      '--json',
      `--outputFile=${report}`,
      ...args,
    ],
    // With --json Jest prints the report on stdout as well; people read stderr, and the count below.
    { cwd: root, stdio: ['inherit', 'ignore', 'inherit'] },
  )
  const forward = (signal) => {
    stoppedBy = signal
    jest.kill(signal)
  }
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, forward)
  const code = await new Promise((resolve) => jest.on('close', (status, signal) => resolve(signal ? 1 : status)))
  for (const signal of ['SIGINT', 'SIGTERM']) process.off(signal, forward)
  try {
    return { code, files: JSON.parse(readFileSync(report, 'utf8')).testResults }
  } catch (error) {
    console.error('Jest left no report:', error.message)
    return { code: code || 1, files: null }
  }
}

const passedIn = (file) => file.assertionResults.filter(({ status }) => status === 'passed').length
// A file that could not even be loaded has no failed tests of its own, and must still count as one.
const failedIn = (file) =>
  file.assertionResults.filter(({ status }) => status === 'failed').length || (file.status === 'failed' ? 1 : 0)
const sum = (numbers) => numbers.reduce((total, one) => total + one, 0)

let { code, files } = await runJest(wishes)

// What runs a real browser, server or database can lose a race against a busy machine. In a whole run, a few such files
// get a second try, which is told: decision 0014.
const red = (files ?? []).filter((file) => failedIn(file) > 0)
const mayTryAgain = ({ name }) => /^test\W(?!convergence\W)/.test(relative(root, name))
if (wishes.length === 0 && !stoppedBy && red.length > 0 && red.length <= 3 && red.every(mayTryAgain)) {
  const names = red.map(({ name }) => relative(root, name))
  console.error(`Failed, and tried a second time: ${names.join(', ')}`)
  const again = await runJest(['--runTestsByPath', ...names])
  if (again.files) {
    const byName = new Map(again.files.map((file) => [file.name, file]))
    files = files.map((file) => byName.get(file.name) ?? file)
    code = again.code
    const late = red.filter(({ name }) => byName.has(name) && failedIn(byName.get(name)) === 0)
    if (late.length > 0)
      console.log(`Passed only at the second try: ${late.map(({ name }) => relative(root, name)).join(', ')}`)
  }
}

rmSync(folder, { recursive: true, force: true })
const failed = files ? sum(files.map(failedIn)) : 1
console.log(`${sum((files ?? []).map(passedIn))} passed, ${failed} failed`)
process.exitCode = stoppedBy || failed > 0 ? code || 1 : code
