/** The command line: one process a command, on the database of the server, beside it or without it. */
export { cli } from './cli.js'
