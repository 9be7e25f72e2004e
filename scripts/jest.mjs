// `npm test`: one Jest run in native ESM, whose last line is `N passed, N failed`. Arguments go to Jest: `npm test -- -t DL-3`.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
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
const report = join(folder, 'results.json')

const jest = spawn(
  process.execPath,
  [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    join(root, 'node_modules/jest/bin/jest.js'),
    '--json',
    `--outputFile=${report}`,
    ...wishes,
  ],
  // With --json Jest prints the report on stdout as well; people read stderr, and the count below.
  { cwd: root, stdio: ['inherit', 'ignore', 'inherit'] },
)
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => jest.kill(signal))

jest.on('close', (code, signal) => {
  let passed = 0
  let failed = 1
  try {
    const results = JSON.parse(readFileSync(report, 'utf8'))
    passed = results.numPassedTests
    // A file that could not even be loaded has no failed tests of its own, and must still count as one.
    failed = results.numFailedTests + results.numRuntimeErrorTestSuites
  } catch (error) {
    console.error('Jest left no report:', error.message)
  }
  rmSync(folder, { recursive: true, force: true })
  console.log(`${passed} passed, ${failed} failed`)
  process.exitCode = signal ? 1 : (code ?? 1)
})
