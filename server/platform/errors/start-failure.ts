/**
 * The program cannot start, and whoever started it can do something about it. The message is a sentence or two: what is wrong, with which
 * folder, port or address, and what to do. It never holds a password.
 */
export class StartFailure extends Error {
  override readonly name = 'StartFailure'
}
