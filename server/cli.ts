import 'reflect-metadata'
import { cli } from '#server/app/cli/index.js'

// Everything is closed and written by now; a timer or a socket that some library forgot must not hold the process.
process.exit(await cli(process.argv.slice(2), process.env))
