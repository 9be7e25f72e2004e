import 'reflect-metadata'
import { run } from '#server/app/run.js'

// Everything is closed by now; a timer or a socket that some library forgot must not hold the process.
process.exit(await run(process.env))
