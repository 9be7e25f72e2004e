// `npm test`: one Jest run in native ESM, whose last line is `N passed, N failed`. Arguments go to Jest: `npm test -- -t DL-3`.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
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
    '--testLocationInResults',
    ...process.argv.slice(2),
  ],
  // With --json Jest prints the report on stdout as well; people read stderr, and the count below.
  { cwd: root, stdio: ['inherit', 'ignore', 'inherit'] },
)
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => jest.kill(signal))

jest.on('close', (code, signal) => {
  let passed = 0
  let failed = 0
  try {
    const results = JSON.parse(readFileSync(report, 'utf8'))
    passed = results.numPassedTests
    // A file that could not even be loaded has no failed tests of its own, and must still count as one.
    failed = results.numFailedTests + results.numRuntimeErrorTestSuites
  } catch (error) {
    console.error('Jest left no report:', error.message)
    failed = 1
  }
  rmSync(folder, { recursive: true, force: true })
  console.log(`${passed} passed, ${failed} failed`)
  process.exitCode = signal ? 1 : (code ?? 1)
})
