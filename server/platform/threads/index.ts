/** Threads that answer questions beside the server, so that nobody's request waits for long sums. */
export { serve } from './serve.js'
export { Thread, ThreadTooLarge, type ThreadOptions } from './thread.js'
