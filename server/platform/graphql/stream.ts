import { refuse } from '#server/platform/errors/index.js'

/**
 * Turns news that are pushed into a stream that a subscription resolver can return. It listens from the call on, so nothing between the call
 * and the first reading is missed, and stops when the reader leaves. A reader who leaves more than `limit` unread is refused with FELL_BEHIND.
 *
 * `listen` gets the function to push with and returns the one that stops listening.
 */
export function streamOf<T>(listen: (push: (value: T) => void) => () => void, limit = 200): AsyncIterableIterator<T> {
  const unread: T[] = []
  let waiting: PromiseWithResolvers<IteratorResult<T>> | undefined
  let ended = false
  let fellBehind = false

  const stop = listen((value) => {
    if (ended) return
    if (waiting) {
      waiting.resolve({ value, done: false })
      waiting = undefined
    } else if (unread.length < limit) unread.push(value)
    else {
      fellBehind = true
      end()
    }
  })
  const end = () => {
    if (ended) return
    ended = true
    unread.length = 0
    waiting?.resolve({ value: undefined, done: true })
    waiting = undefined
    stop()
  }
  return {
    next() {
      if (unread.length > 0) return Promise.resolve({ value: unread.shift()!, done: false })
      if (fellBehind) {
        fellBehind = false
        return Promise.reject(refuse('FELL_BEHIND'))
      }
      if (ended) return Promise.resolve({ value: undefined, done: true })
      waiting ??= Promise.withResolvers()
      return waiting.promise
    },
    return() {
      end()
      return Promise.resolve({ value: undefined, done: true })
    },
    throw(error) {
      end()
      return Promise.reject(error)
    },
    [Symbol.asyncIterator]() {
      return this
    },
  }
}
