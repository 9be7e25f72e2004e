import type { Writable } from 'node:stream'

/** Whoever read our output has gone (`| head`): nothing is wrong, and there is nothing left to do. */
export class NobodyReads extends Error {
  override readonly name = 'NobodyReads'
}

/** Standard output, written no faster than it is read. */
export class Output {
  private failure: NodeJS.ErrnoException | null = null

  constructor(private readonly stream: Writable) {
    stream.on('error', (error) => (this.failure = error))
  }

  /** Resolves when there is room for more. Throws NobodyReads. */
  async write(text: string): Promise<void> {
    await new Promise<void>((resolve) => void this.stream.write(text, () => resolve()))
    if (this.failure?.code === 'EPIPE') throw new NobodyReads()
    if (this.failure) throw new Error('writing to standard output', { cause: this.failure })
  }
}
