/** The clock is handed in, so that a test can say when it is. */
export abstract class Clock {
  /** The present instant. */
  abstract now(): Date
}

/** The machine's own clock. */
export class SystemClock extends Clock {
  now(): Date {
    return new Date()
  }
}
