import type { DataSource } from 'typeorm'

/** Somebody asked that the work under way end. */
export class ImportCancelled extends Error {
  override readonly name = 'ImportCancelled'
}

/** How often the page is told, at most. */
const EVERY_MS = 250

/** Is told how far a piece of work is. Throws ImportCancelled when it is to end. */
export type Tell = (done: number, total: number) => Promise<void>

/** Tells, outside the transaction of the work, how far it is, and hears there whether it is to end. */
export class ImportProgress {
  private toldAt = 0

  constructor(
    private readonly dataSource: DataSource,
    private readonly id: string,
  ) {}

  /** Throws ImportCancelled when somebody asked for it. */
  async tell(done: number, total: number): Promise<void> {
    const at = performance.now()
    if (at - this.toldAt < EVERY_MS && done < total) return
    this.toldAt = at
    const [[row]] = (await this.dataSource.query(
      `update item_import set progress_done = $2, progress_total = $3 where id = $1 returning is_cancel_asked as "isCancelAsked"`,
      [this.id, done, total],
    )) as [{ isCancelAsked: boolean }[], number]
    if (!row || row.isCancelAsked) throw new ImportCancelled()
  }
}
